import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { refusalsOf } from './errors';
import { preferences } from './preferences';
import { trustedLink } from './trusted-link';

/** Called when the API says nobody is signed in; the router sets what happens then. */
let whenSignedOut: () => void = () => undefined;
export const onSignedOut = (handler: () => void): void => {
  whenSignedOut = handler;
};

const language = new SetContextLink(({ headers }) => ({
  headers: {
    ...(headers as Record<string, string> | undefined),
    'accept-language': preferences().language === 'zh' ? 'zh-CN' : 'en',
    'apollo-require-preflight': '1',
  },
}));

const expiry = new ErrorLink(({ error, operation }) => {
  // A refused sign-in is answered on the sign-in page itself.
  if (operation.operationName === 'signIn') return;
  if (refusalsOf(error).some((refusal) => refusal.code === 'UNAUTHENTICATED')) whenSignedOut();
});

const makeClient = (): ApolloClient =>
  new ApolloClient({
    link: ApolloLink.from([
      language,
      expiry,
      trustedLink,
      new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
    ]),
    cache: new InMemoryCache({
      possibleTypes: { Node: ['PartyOrganization', 'Rule', 'Notification', 'Job', 'ImportBatch'] },
      // what minutes say belongs to them: pages that ask for part of it leave the rest
      typePolicies: { Session: { keyFields: [] }, MinutesContent: { merge: true } },
    }),
    defaultOptions: {
      watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' },
    },
  });

/** One client for the page; the cookie says who asks. */
export const apollo = makeClient();

/** Today's client, or for a past day one with an empty cache. */
export const clientAsOf = (day: string | null): ApolloClient => (day ? makeClient() : apollo);
