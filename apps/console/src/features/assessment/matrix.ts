import type { Line } from './sheet-draft';

/** A scheme whose parts all hold the same columns, such as 六抓六重. */
export interface Matrix {
  columns: { zh: string; en: string }[];
  rows: { head: Line; cells: Line[] }[];
}

const separators = { zh: '·', en: ': ' } as const;

/** The lines as a matrix; null: they are none. A cell is called by its row and its column, as 抓领导·重过程. */
export function matrixOf([root, ...lines]: readonly Line[]): Matrix | null {
  if (!root) return null;
  const rows = lines
    .filter(({ depth }) => depth === 1)
    .map((head) => ({ head, cells: lines.filter(({ parentKey }) => parentKey === head.key) }));
  const [first] = rows;
  if (!first || rows.length < 3 || first.cells.length < 3) return null;
  const columns = first.cells.map(columnOf);
  const same = rows.every(
    ({ head, cells }) =>
      head.kind === 'GROUP' &&
      cells.length === columns.length &&
      cells.every(
        (cell, i) =>
          cell.kind !== 'GROUP' && cell.name.zh.includes(separators.zh) && columnOf(cell).zh === columns[i]!.zh,
      ),
  );
  return same && lines.length === rows.length * (columns.length + 1) ? { columns, rows } : null;
}

const after = (name: string, separator: string): string => name.slice(name.lastIndexOf(separator) + separator.length);

const columnOf = ({ name }: Line): { zh: string; en: string } => ({
  zh: after(name.zh, separators.zh),
  en: name.en.includes(separators.en) ? after(name.en, separators.en) : name.en,
});
