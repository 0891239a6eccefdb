import { personalShape, type PersonalShape } from './audit-vocabulary';

/** 18 characters of which the seventh to fourteenth are a day: an ID number, also one with a wrong check digit. */
const idNumber =
  /(?<![0-9A-Za-z])\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx](?![0-9A-Za-z])/g;
/** A mobile number, also one written in groups. */
const mobile = /(?<![0-9A-Za-z])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?![0-9A-Za-z])/g;

const lastFour = (value: string): string => `****${value.slice(-4)}`;

/** The shape of a personal value, as the audit log keeps it. */
function shown(shape: PersonalShape, value: unknown): unknown {
  if (value === null || value === undefined || value === '') return value;
  if (Array.isArray(value)) return value.map((each) => shown(shape, each));
  const text = String(value);
  if (shape === 'NAME') return `${[...text][0]!}**`;
  return shape === 'NUMBER' ? lastFour(text) : '***';
}

/** Text without ID numbers and mobile numbers: whatever people type into a reason or a name of a file. */
export const withoutNumbers = (text: string): string => text.replace(idNumber, lastFour).replace(mobile, lastFour);

/**
 * What an event may keep of values: fields declared personal by their shape, and no ID or mobile number anywhere, in
 * whatever field it stands.
 */
export function withoutPersonal<V>(subjectType: string, value: V): V {
  return cleaned(subjectType, value) as V;
}

function cleaned(subject: string, value: unknown): unknown {
  if (typeof value === 'string') return withoutNumbers(value);
  if (typeof value === 'number' || typeof value === 'bigint') {
    const text = String(value);
    const clean = withoutNumbers(text);
    return clean === text ? value : clean;
  }
  if (Array.isArray(value)) return value.map((each) => cleaned(subject, each));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => {
      const shape = personalShape(subject, field);
      return [field, shape ? shown(shape, inner) : cleaned(subject, inner)];
    }),
  );
}
