import { packArchive } from '../archive';

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface MadeSheet {
  readonly name: string;
  readonly state?: 'visible' | 'hidden';
  /** what stands between <sheetData> and </sheetData> */
  readonly data: string;
  /** what follows it */
  readonly after?: string;
}

export interface MadeWorkbook {
  readonly sheets: readonly MadeSheet[];
  readonly strings?: string;
  readonly workbook?: string;
  readonly more?: Readonly<Record<string, string | Buffer>>;
  /** a prefix before every tag of the sheets, as some writers have it */
  readonly prefix?: string;
}

/** A workbook made by hand for specs, part by part, so that it can be wrong in any way. */
export function madeParts({
  sheets,
  strings,
  workbook = '',
  more = {},
  prefix = '',
}: MadeWorkbook): Map<string, Buffer> {
  const parts: [string, string | Buffer][] = [
    ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets
        .map(
          ({ name, state = 'visible' }, i) =>
            `<sheet name="${name}" sheetId="${i + 1}" state="${state}" r:id="rId${i + 1}"/>`,
        )
        .join('')}</sheets>${workbook}</workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
        .map(
          (_, i) =>
            `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
        )
        .join('')}</Relationships>`,
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>
       <cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
    ...sheets.map(({ data, after = '' }, i): [string, string] => {
      const xml = `<worksheet xmlns="${main}"><sheetData>${data}</sheetData>${after}</worksheet>`;
      const prefixed = (): string =>
        xml.replace(/<(\/?)(\w)/g, `<$1${prefix}:$2`).replace('xmlns=', `xmlns:${prefix}=`);
      return [`xl/worksheets/sheet${i + 1}.xml`, prefix ? prefixed() : xml];
    }),
    ...(strings ? [['xl/sharedStrings.xml', `<sst xmlns="${main}">${strings}</sst>`] as [string, string]] : []),
    ...Object.entries(more),
  ];
  return new Map(parts.map(([path, part]) => [path, Buffer.from(part)]));
}

export const madeWorkbook = (made: MadeWorkbook): Buffer => packArchive(madeParts(made));

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Rows of texts and numbers; null leaves a cell out. The first row is row `from`. */
export function rowsXml(rows: readonly (readonly (string | number | null)[])[], from = 1): string {
  return rows
    .map((cells, i) => {
      const row = from + i;
      const xml = cells.map((value, column) => {
        if (value === null) return '';
        const ref = `${letters(column + 1)}${row}`;
        return typeof value === 'number'
          ? `<c r="${ref}"><v>${value}</v></c>`
          : `<c r="${ref}" t="inlineStr"><is><t>${escape(value)}</t></is></c>`;
      });
      return `<row r="${row}">${xml.join('')}</row>`;
    })
    .join('');
}

export function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest ? letters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
