/** Refusals before any code of an operation ran; whatever else is answered got past them. */
const beforeTheOperation = new Set([
  'BAD_REQUEST',
  'INVALID_DOCUMENT',
  'INVALID_FIELDS',
  'SYNTAX',
  'TOO_LARGE',
  'TOO_COSTLY',
  'UNWRITABLE_TEXT',
  'SIGN_IN_REQUIRED',
  'PERMISSION_MISSING',
]);

/** What only the inside of the program knows: statements, tables, files, stack traces. */
const inside =
  /node_modules|\bat \S+ \(|\.[tj]s:\d+|QueryFailedError|syntax error at or near|invalid input syntax|violates \S+ constraint|duplicate key value|null value in column|relation "|operator does not exist|"?(select|insert into|update) \S+ (from|set|values)\b|stack trace|stacktrace|connect ECONN|Cannot read prop|is not a function|Maximum call stack/i;

export interface Verdict {
  /** null: as it should be */
  readonly fault: string | null;
  /** an operation's own code had a word */
  readonly past: boolean;
  readonly reason: string;
}

/** What is wrong with an answer, whatever the question was. */
export function judge(status: number, text: string): Verdict {
  let errors: { extensions?: { code?: string; reason?: string } }[] = [];
  let readable = true;
  try {
    errors = (JSON.parse(text) as { errors?: typeof errors } | null)?.errors ?? [];
  } catch {
    readable = text === '' || status < 400;
  }
  const codes = errors.map(({ extensions }) => extensions?.code ?? 'NO_CODE');
  const reason = errors[0]?.extensions?.reason ?? (status < 400 ? 'answered' : `status ${status}`);
  const past = !beforeTheOperation.has(reason) && status < 500;
  const leak = inside.exec(text);
  const fault =
    status >= 500
      ? `answered ${status}`
      : codes.some((code) => code === 'INTERNAL' || code === 'UNAVAILABLE' || code === 'NO_CODE')
        ? `answered ${codes.join(', ')}`
        : leak
          ? `tells "${leak[0]}"`
          : readable
            ? null
            : `answered ${status} with what is no JSON`;
  return { fault, past, reason };
}
