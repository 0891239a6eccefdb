import ExcelJS from 'exceljs';
import type { Random } from './random';

/** One row of a made roster; texts are as a clean roster has them, `#…` is an error of Excel, `=…` a number. */
export type MadeLine<Field extends string> = Record<Field, string>;

/** How hands type the fields of a kind of roster. */
export interface MadeKind<Field extends string> {
  readonly title: string;
  /** headings by which the field is certainly known */
  headings(field: Field): readonly string[];
  readonly days: readonly Field[];
  /** fields with whole numbers, and what people write behind them */
  readonly numbers: Readonly<Partial<Record<Field, string>>>;
  /** the column in which people merge neighbours that say the same */
  readonly merged: Field;
}

export interface MadeFile<Line> {
  readonly bytes: Buffer;
  /** in which row of the sheet each line stands */
  readonly rowOf: ReadonlyMap<Line, number>;
}

const fullWidth = (text: string): string =>
  text.replace(/[0-9A-Za-z()]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** Six notations of a day, the last one a date cell of Excel. */
const notations: readonly ((y: string, m: string, d: string) => string | Date)[] = [
  (y, m, d) => y + m + d,
  (y, m, d) => `${y}-${m}-${d}`,
  (y, m, d) => `${y}/${Number(m)}/${Number(d)}`,
  (y, m, d) => `${y}.${Number(m)}.${Number(d)}`,
  (y, m, d) => `${y}年${Number(m)}月${Number(d)}日`,
  (y, m, d) => new Date(`${y}-${m}-${d}T00:00:00Z`),
];

/** A value as one of many hands would type it; what it says stays the same. */
function typed<Field extends string>(
  random: Random,
  { days, numbers }: MadeKind<Field>,
  field: Field,
  value: string,
): ExcelJS.CellValue {
  if (value === '') return null;
  if (value.startsWith('#')) return { error: value as ExcelJS.CellErrorValue['error'] };
  if (value.startsWith('=')) return Number(value.slice(1));
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (days.includes(field)) {
    const real = day && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);
    return real ? random.of(notations)(day[1]!, day[2]!, day[3]!) : value;
  }
  const behind = numbers[field];
  const whole = /^\d+$/.test(value) && behind !== undefined;
  if (whole && random.chance(0.5)) return Number(value);
  let text = value;
  if (random.chance(0.2)) text = fullWidth(text);
  if (random.chance(0.2)) text = `${random.of([' ', '　', '\u200b'])}${text}${random.of([' ', '\n', '　'])}`;
  if (random.chance(0.1) && text.length > 3) text = `${text.slice(0, 2)} ${text.slice(2)}`;
  if (whole && random.chance(0.3)) text += behind;
  return text;
}

/** The lines as a roster that somebody kept for years. */
export async function madeFile<Field extends string, Line extends MadeLine<Field>>(
  random: Random,
  kind: MadeKind<Field>,
  lines: readonly Line[],
): Promise<MadeFile<Line>> {
  const workbook = new ExcelJS.Workbook();
  if (random.chance(0.5)) workbook.addWorksheet('填表说明').addRow(['请各单位于月底前报送']);
  const sheet = workbook.addWorksheet('名册');
  const fields = Object.keys(lines[0]!) as Field[];
  const columns = random.shuffled<Field | '序号' | '备注' | '联系点'>([...fields, '序号', '备注', '联系点']);
  const width = columns.length;
  const wide = (text: string): void => {
    const row = sheet.addRow([text]);
    sheet.mergeCells(row.number, 1, row.number, width);
  };
  wide(`${random.of(['2025年', '某协会'])}${kind.title}`);
  for (let i = random.below(3); i > 0; i--) wide(`填报单位：某协会　　填报时间：2025年${i}月`);
  for (let i = random.below(3); i > 0; i--) sheet.addRow([]);
  const isField = (column: string): column is Field => (fields as string[]).includes(column);
  const heads = columns.map((column) => {
    if (!isField(column)) return column;
    const heading = random.of(kind.headings(column));
    return random.chance(0.3)
      ? `${random.of([' ', '*', ''])}${heading.slice(0, 2)}${random.of(['\n', ' '])}${heading.slice(2)}`
      : heading;
  });
  sheet.addRow(heads);
  if (random.chance(0.5)) sheet.addRow(['示例', ...Array<string>(width - 1).fill('甲')]);
  const rowOf = new Map<Line, number>();
  lines.forEach((line, i) => {
    if (random.chance(0.02)) sheet.addRow([]);
    if (i > 0 && i % 400 === 0) sheet.addRow(heads);
    const row = sheet.addRow(
      columns.map((column) =>
        isField(column) ? typed(random, kind, column, line[column]) : column === '序号' ? i + 1 : null,
      ),
    );
    rowOf.set(line, row.number);
  });
  mergeEqual(random, sheet, lines, rowOf, { field: kind.merged, column: columns.indexOf(kind.merged) + 1 });
  if (random.chance(0.7)) sheet.addRow(['合计', ...Array<null>(width - 1).fill(null)]);
  wide('注：以上数据截至填报之日');
  return { bytes: Buffer.from(await workbook.xlsx.writeBuffer()), rowOf };
}

/** Merges the cells of neighbouring rows that say the same, as people do who find repetition ugly. */
function mergeEqual<Field extends string, Line extends MadeLine<Field>>(
  random: Random,
  sheet: ExcelJS.Worksheet,
  lines: readonly Line[],
  rowOf: ReadonlyMap<Line, number>,
  { field, column }: { readonly field: Field; readonly column: number },
): void {
  for (let from = 0; from < lines.length;) {
    let to = from;
    const next = (): Line | undefined => lines[to + 1];
    while (
      next()?.[field] === lines[from]![field] &&
      lines[from]![field] !== '' &&
      rowOf.get(next()!) === rowOf.get(lines[to]!)! + 1
    )
      to++;
    if (to > from && random.chance(0.5))
      sheet.mergeCells(rowOf.get(lines[from]!)!, column, rowOf.get(lines[to]!)!, column);
    from = to + 1;
  }
}
