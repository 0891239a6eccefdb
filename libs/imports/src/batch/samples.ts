import { withoutNumbers } from '../personal';
import type { SheetRow } from '../sheet/sheet';

const wanted = 3;
const longest = 40;

/**
 * The first different values of a column, so that people see what it holds. They are kept with the batch beyond the
 * rows: numbers as long as those of identity cards and telephones are masked, whatever kind of roster it is.
 */
export function samplesOf(rows: readonly SheetRow[], column: number, show: (text: string) => string): string[] {
  const samples = new Set<string>();
  for (const { cells } of rows) {
    const shown = cells.get(column)?.text;
    if (shown) samples.add(withoutNumbers(show(shown)).slice(0, longest));
    if (samples.size === wanted) break;
  }
  return [...samples];
}
