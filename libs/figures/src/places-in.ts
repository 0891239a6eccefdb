import type { Area } from '@dangwu/read-model';

interface Condition {
  readonly text: string;
  readonly values: readonly string[];
}

/** The association or the root of its tree: a range of it leaves nothing out that would be worth looking for. */
const isAll = ({ path }: { readonly path: string }): boolean => path.split('/').length <= 4;

/**
 * That an organization lies in an area: the rows of a small part are then found by index, and not by asking for each row
 * whether it may be seen. It adds nothing to row-level security, which names the same area, and takes nothing from it.
 *
 * @param column names the organization; `at` is the number of the first parameter that is free
 */
export function placesIn(area: Area, column: string, at: number): Condition {
  if (area.whole || area.ranges.some(({ node }) => isAll(node))) return { text: 'true', values: [] };
  const ranges = area.ranges.map(({ by }, i) => {
    const place = by === 'path' ? 'o.path' : 'o.leads_path';
    return `${place} >= $${at + 2 * i} and ${place} < $${at + 2 * i + 1}`;
  });
  return {
    text: `${column} = any(array(select o.id from party_organization o where ${ranges.map((r) => `(${r})`).join(' or ') || 'false'}))`,
    values: area.ranges.flatMap(({ lo, hi }) => [lo, hi]),
  };
}
