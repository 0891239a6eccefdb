import type { ImportField } from '../kind';
import type { SheetRow } from '../sheet/sheet';
import { comparable, comparableHeading } from './normalize';

export type Fields = Readonly<Record<string, ImportField>>;

/** One column of the file and the field it was taken for. */
export interface MappedColumn {
  readonly column: number;
  /** as in the file, on one line */
  readonly heading: string;
  /** null: nobody knows this column, or it is deliberately left out */
  readonly field: string | null;
  /** 1 the heading is a known name; less: it contains one; 0 unmapped */
  readonly confidence: number;
}

/** What people decided about headings before: comparable heading → field, or null for "leave it out". */
export type RememberedMapping = ReadonlyMap<string, string | null>;

/** Columns every roster may have that say nothing about what it lists. */
const ignored = new Set(['序号', 'no', 'no.', '备注', '说明', '问题', '填报说明']);

export const isIgnored = (heading: string): boolean => ignored.has(comparableHeading(heading));

/**
 * Matches the headings of a row with fields. Each column gets at most one field and each field at most one column, the
 * surest pair first; a heading that fits two fields equally well stays open for the person to decide.
 */
export function mapHeadings(row: SheetRow, fields: Fields, remembered: RememberedMapping): MappedColumn[] {
  const columns = [...row.cells.values()]
    .filter((cell) => !(cell.merged && row.cells.get(cell.column - 1)?.text === cell.text))
    .map((cell) => ({ column: cell.column, heading: cell.text.replace(/\s+/g, ' ') }))
    .sort((a, b) => a.column - b.column);
  const taken = new Map<number, { field: string | null; confidence: number }>();
  const used = new Set<string>();
  for (const { column, heading } of columns) {
    const decided = remembered.get(comparable(heading));
    if (decided === undefined || (decided !== null && (used.has(decided) || !(decided in fields)))) continue;
    taken.set(column, { field: decided, confidence: 1 });
    if (decided) used.add(decided);
  }
  const pairs = columns
    .filter(({ column, heading }) => !taken.has(column) && !isIgnored(heading))
    .flatMap(({ column, heading }) =>
      Object.entries(fields).map(([field, one]) => ({ column, field, confidence: likeness(heading, one) })),
    )
    .filter((pair) => pair.confidence > 0)
    .sort((a, b) => b.confidence - a.confidence || a.column - b.column);
  for (const pair of pairs) {
    if (taken.has(pair.column) || used.has(pair.field)) continue;
    const rival = pairs.some(
      (other) =>
        other.column === pair.column &&
        other.field !== pair.field &&
        !used.has(other.field) &&
        other.confidence === pair.confidence,
    );
    if (rival) continue;
    taken.set(pair.column, { field: pair.field, confidence: pair.confidence });
    used.add(pair.field);
  }
  return columns.map(({ column, heading }) => ({
    column,
    heading,
    ...(taken.get(column) ?? { field: null, confidence: 0 }),
  }));
}

/** 1: a known name. Between .5 and .9: contains one, the more of the heading it makes up the surer. */
function likeness(heading: string, field: ImportField): number {
  const whole = comparable(heading).replace(/[*:：]/g, '');
  const short = comparableHeading(heading);
  let best = 0;
  for (const name of [field.name.zh, field.name.en, ...field.synonyms]) {
    const known = comparableHeading(name);
    if (known === short || comparable(name) === whole) return 1;
    // a name of one character is in too many words
    if (known.length >= 2 && short.includes(known)) best = Math.max(best, 0.5 + (0.4 * known.length) / short.length);
  }
  return best;
}
