import { DomainError, type ErrorCode } from '@dangwu/platform/errors';
import { noteRefusal } from '@dangwu/platform/http';
import { ReadInputError } from '@dangwu/read-model';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { requestErrors } from './request.errors';

/** What clients get of an error: nothing of ours but the code, the reason, its parameters and the texts. */
export interface ErrorExtensions {
  readonly code: ErrorCode;
  readonly reason: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly messages: { readonly zh: string; readonly en: string };
}

/** The domain error behind whatever was thrown; undefined for our own faults. */
export function domainErrorOf(thrown: unknown): DomainError | undefined {
  const error = unwrapResolverError(thrown);
  if (error instanceof DomainError) return error;
  if (error instanceof ReadInputError)
    return new DomainError('BAD_USER_INPUT', error.reason, error.params, error.messages);
  // refusals of a plugin carry no path, and come wrapped
  if (error instanceof GraphQLError)
    return error.originalError instanceof DomainError ? error.originalError : ofProtocol(error);
  return undefined;
}

/** Apollo's and graphql-js's own refusals in our vocabulary. */
function ofProtocol(error: GraphQLError): DomainError | undefined {
  const { code, validationErrorCode } = error.extensions as { code?: string; validationErrorCode?: string };
  if (validationErrorCode === 'MAX_RECURSIVE_SELECTIONS_EXCEEDED')
    return requestErrors.TOO_COSTLY({ cost: `> ${maxRecursiveSelections}`, limit: maxRecursiveSelections });
  if (/more tha[nt] \d+ tokens/.test(error.message)) return requestErrors.TOO_LONG({ limit: maxTokens });
  // graphql-js gives up comparing fields that stand there again and again
  if (error.message === 'Validation aborted.') return requestErrors.TOO_REPETITIVE();
  switch (code) {
    case 'GRAPHQL_PARSE_FAILED': {
      const at = error.locations?.[0];
      return requestErrors.SYNTAX({ line: at?.line ?? 1, column: at?.column ?? 1 });
    }
    case 'GRAPHQL_VALIDATION_FAILED':
    case 'BAD_USER_INPUT':
    case 'OPERATION_RESOLUTION_FAILURE':
      return requestErrors.INVALID_DOCUMENT({ detail: withoutSuggestion(error.message) });
    case 'BAD_REQUEST':
      return /cross-site request forgery/i.test(error.message)
        ? requestErrors.PREFLIGHT_REQUIRED()
        : requestErrors.BAD_REQUEST();
    default:
      return undefined;
  }
}

/** Selections of one operation, fragments counted at every use: what a document may unfold to. */
export const maxRecursiveSelections = 10_000;

/** Longest document, in tokens of the GraphQL grammar. */
export const maxTokens = 4_000;

/** Suggestions would tell a stranger what the schema holds. */
const withoutSuggestion = (message: string): string => message.replace(/\s*Did you mean .*$/s, '');

export function extensionsOf(error: DomainError): ErrorExtensions {
  return { code: error.code, reason: error.reason, params: error.params, messages: error.messages };
}

/**
 * Apollo's `formatError`. Faults of ours are logged with their trace id and answered without details.
 *
 * @param report takes an unexpected error and answers the id under which it was logged
 */
export function formatErrors(report: (error: unknown) => string) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const error = domainErrorOf(thrown) ?? requestErrors.INTERNAL({ traceId: report(unwrapResolverError(thrown)) });
    if (error.code !== 'INTERNAL') noteRefusal(error);
    return {
      message: error.messages.zh,
      ...(formatted.locations ? { locations: formatted.locations } : {}),
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: { ...extensionsOf(error) },
    };
  };
}
