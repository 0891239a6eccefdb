import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const text = (node: ValueNode): unknown => (node.kind === Kind.STRING ? node.value : undefined);

/** Years that every part of the system can write: PostgreSQL has no year 0. */
const kept = (date: Date): boolean => date.getUTCFullYear() >= 1 && date.getUTCFullYear() <= 9999;

function instant(value: unknown): Date {
  const date = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? new Date(value) : undefined;
  if (!date || !kept(date)) throw new TypeError('Expected an instant such as 2026-09-18T16:00:00Z');
  return date;
}

/** Days that were looked at: an answer holds the same ones a thousand times. Ten years are 3,653. */
const known = new Set<string>();
const mostKnown = 4_000;

/** Whether `value` is a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  if (known.has(value)) return true;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  if (!kept(date) || !date.toISOString().startsWith(value)) return false;
  if (known.size >= mostKnown) known.clear();
  known.add(value);
  return true;
}

function day(value: unknown): string {
  if (!isDay(value)) throw new TypeError('Expected a date such as 2026-09-18');
  return value;
}

/** An instant. Rows read by the read models arrive as text already. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant in UTC, ISO 8601 with milliseconds: 2026-09-18T08:00:00.000Z.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: instant,
  parseLiteral: (node) => instant(text(node)),
});

/** A day without a time, as text on both sides: a `Date` would move it across time zones. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day of the calendar of the association (Asia/Shanghai), YYYY-MM-DD: 2026-09-18.',
  serialize: (value) => day(value),
  parseValue: day,
  parseLiteral: (node) => day(text(node)),
});
