import type { Area } from '@dangwu/read-model';

/** Whether a version holds on the day, for the statements of figures; nothing for today. */
export const onDay = (version: string, day: string | null): string =>
  day ? `and ${version}.valid_from <= ${day} and (${version}.valid_to is null or ${version}.valid_to > ${day})` : '';

/**
 * Joins a row of a statement with its organization, where that lies in the part of the tree asked for, as the tree was
 * on the day.
 *
 * @param day the placeholder of the day; null: today's tree
 * @param value adds a value to the statement and answers its placeholder
 */
export function insideOf(
  row: string,
  within: Area | undefined,
  day: string | null,
  value: (one: unknown) => string,
): string {
  if (!within) return '';
  const inside = within.ranges.map(({ by, lo, hi }) => {
    const column = by === 'path' ? 'o.path' : 'o.leads_path';
    return `${column} >= ${value(lo)} and ${column} < ${value(hi)}`;
  });
  return `join ${day ? 'organization_version' : 'party_organization'} o on o.id = ${row}.organization_id ${onDay('o', day)}
    and (${inside.join(' or ') || 'false'})`;
}
