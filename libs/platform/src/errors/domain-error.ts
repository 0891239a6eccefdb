/** Codes of the contract: what kind of refusal it is. `reason` says which one. */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'RULE_VIOLATION',
  'PRECONDITION_FAILED',
  'RATE_LIMITED',
  'QUERY_TOO_COMPLEX',
  'IDEMPOTENCY_MISMATCH',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** A sentence in both languages: what happened, which rule, what to do. */
export interface Messages {
  readonly zh: string;
  readonly en: string;
}

export type ErrorParams = Readonly<Record<string, unknown>>;

/** A refusal the caller can act on. Everything else that is thrown reaches clients as INTERNAL without details. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly reason: string,
    readonly params: ErrorParams,
    readonly messages: Messages,
  ) {
    super(messages.en);
    this.name = reason;
  }
}
