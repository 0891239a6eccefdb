import { ApolloLink } from '@apollo/client';
import { documentIds } from '../generated/document-ids';

/** Sends the id of a document instead of its text: from a session the API takes only those it knows by id. */
export const trustedLink = new ApolloLink((operation, forward) => {
  const sha256Hash = documentIds[operation.operationName ?? ''];
  if (!sha256Hash) throw new Error(`The operation ${operation.operationName} is in no .graphql file`);
  operation.extensions['persistedQuery'] = { version: 1, sha256Hash };
  operation.setContext({ http: { includeQuery: false, includeExtensions: true } });
  return forward(operation);
});
