import { errorCatalog, errorCodes, type ErrorCode } from '@dangwu/platform/errors';

const meaning: Readonly<Record<ErrorCode, string>> = {
  UNAUTHENTICATED: 'Nobody is signed in. Sign in and send it again.',
  FORBIDDEN: 'The right is missing; `params.permission` names it.',
  NOT_FOUND: 'There is no such thing, or it is not visible to the caller: both look the same.',
  BAD_USER_INPUT: 'The input is wrong; `params` says where.',
  CONFLICT: 'Somebody else was faster. Read again, decide again.',
  RULE_VIOLATION: 'A rule forbids it; `params` names the rule and its basis.',
  PRECONDITION_FAILED: 'Not in this state. The text says what comes first.',
  RATE_LIMITED: 'Too many. Wait `params.retryAfter` seconds.',
  QUERY_TOO_COMPLEX: 'The document costs too much. Split it.',
  IDEMPOTENCY_MISMATCH: 'The same key came with another body.',
  UNAVAILABLE: 'Busy or stopping; nothing was written. Send it again later.',
  INTERNAL: 'A fault of ours; nothing was written. `params.traceId` finds it in the log.',
};

/** `docs/errors.md`, printed from the definitions: what clients may meet and match on. */
export function errorsPage(): string {
  const rows = errorCatalog().map(
    ({ reason, code, area, zh, en }) => `| \`${reason}\` | ${code} | ${area} | ${cell(zh)} | ${cell(en)} |`,
  );
  return [
    '# Errors',
    '',
    'Printed by `npm run print`; do not edit.',
    '',
    'Every refusal carries `extensions: { code, reason, params, messages: { zh, en } }`. `code` says what kind it is,',
    '`reason` which one; both are stable. `message` is the text in the language of Accept-Language.',
    '',
    '| code | meaning |',
    '|---|---|',
    ...errorCodes.map((code) => `| ${code} | ${meaning[code]} |`),
    '',
    '| reason | code | area | zh | en |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
