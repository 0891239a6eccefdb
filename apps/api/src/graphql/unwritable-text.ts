import { Kind, visit, type DocumentNode } from 'graphql';

/** A NUL, which PostgreSQL does not keep, or half of a pair of surrogates, which is no character. */
const unwritable = /\0|\p{Cs}/u;

/** Whether any text in the values cannot be written. Not recursive: values may nest deeper than the stack. */
export function holdsUnwritable(values: unknown): boolean {
  const waiting: unknown[] = [values];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string') {
      if (unwritable.test(value)) return true;
    } else if (value !== null && typeof value === 'object') waiting.push(...Object.values(value));
  }
  return false;
}

/** The same for what is written in the document itself. @param source its text, which settles most cases at once */
export function writesUnwritable(document: DocumentNode, source: string): boolean {
  if (!source.includes('\\u') && !unwritable.test(source)) return false;
  let found = false;
  visit(document, {
    [Kind.STRING]({ value }) {
      found ||= unwritable.test(value);
    },
  });
  return found;
}
