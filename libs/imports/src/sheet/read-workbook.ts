import { importErrors } from '../imports.errors';
import { openArchive, type Archive } from './archive';
import { own } from './cell';
import { Formats } from './formats';
import { fillMerges } from './merges';
import { SheetReader } from './read-sheet';
import { sheetLimits, type Sheet, type SheetLimits } from './sheet';
import { attribute, readXml } from './xml';

/**
 * The visible worksheets of an .xlsx file that hold anything. The file is unpacked and read piece by piece, and kept
 * are values alone: what it costs is what its cells say, whatever else was put into it.
 *
 * @throws WORKBOOK_* and SHEET_TOO_MANY_* refusals, see `imports.errors.ts`
 */
export async function readWorkbook(bytes: Buffer, limits: SheetLimits = sheetLimits): Promise<Sheet[]> {
  const archive = openArchive(bytes, limits);
  const { sheets, formats } = await readBook(archive, limits);
  const parts = await readRelations(archive);
  await readStyles(archive, parts.styles, formats);
  const strings = await readStrings(archive, parts.strings, limits);
  const read: Sheet[] = [];
  for (const { name, relation } of sheets) {
    const path = parts.worksheets.get(relation);
    if (!path || !archive.has(path)) continue;
    const reader = new SheetReader(name, strings, formats, limits);
    await readXml(archive.text(path), reader);
    const rows = fillMerges(reader.rows, reader.merges, limits);
    if (rows.length) read.push({ name, rows });
  }
  if (read.length === 0) throw importErrors.WORKBOOK_EMPTY();
  return read;
}

interface ListedSheet {
  readonly name: string;
  readonly relation: string;
}

/** The visible sheets, in their order. */
async function readBook(
  archive: Archive,
  limits: SheetLimits,
): Promise<{ sheets: readonly ListedSheet[]; formats: Formats }> {
  const [nameOf, stateOf, relationOf, date1904] = [
    attribute('name'),
    attribute('state'),
    attribute('id'),
    attribute('date1904'),
  ];
  const sheets: ListedSheet[] = [];
  const formats = new Formats();
  let listed = 0;
  await readXml(archive.text('xl/workbook.xml'), {
    open: (tag, attributes) => {
      if (tag === 'workbookPr' && /^(1|true)$/.test(date1904(attributes) ?? '')) formats.countFrom1904();
      if (tag !== 'sheet') return;
      if (++listed > limits.sheets) throw importErrors.WORKBOOK_TOO_LARGE({ limit: limits.bytes >> 20 });
      if ((stateOf(attributes) ?? 'visible') !== 'visible') return;
      sheets.push({ name: nameOf(attributes) ?? '', relation: relationOf(attributes) ?? '' });
    },
  });
  return { sheets, formats };
}

interface Parts {
  readonly worksheets: ReadonlyMap<string, string>;
  readonly styles: string;
  readonly strings: string;
}

/** Where the parts stand that the workbook names. */
async function readRelations(archive: Archive): Promise<Parts> {
  const [idOf, typeOf, targetOf] = [attribute('Id'), attribute('Type'), attribute('Target')];
  const worksheets = new Map<string, string>();
  let [styles, strings] = ['xl/styles.xml', 'xl/sharedStrings.xml'];
  await readXml(archive.text('xl/_rels/workbook.xml.rels'), {
    open: (tag, attributes) => {
      if (tag !== 'Relationship') return;
      const target = targetOf(attributes) ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      const type = (typeOf(attributes) ?? '').split('/').at(-1);
      if (type === 'worksheet') worksheets.set(idOf(attributes) ?? '', path);
      if (type === 'styles') styles = path;
      if (type === 'sharedStrings') strings = path;
    },
  });
  return { worksheets, styles, strings };
}

async function readStyles(archive: Archive, path: string, formats: Formats): Promise<void> {
  if (!archive.has(path)) return;
  const [idOf, codeOf] = [attribute('numFmtId'), attribute('formatCode')];
  let inCells = false;
  await readXml(archive.text(path), {
    open: (tag, attributes) => {
      if (tag === 'numFmt') formats.addCustom(Number(idOf(attributes)), codeOf(attributes) ?? '');
      if (tag === 'cellXfs') inCells = true;
      if (tag === 'xf' && inCells) formats.addStyle(Number(idOf(attributes) ?? 0));
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false;
    },
  });
}

/** The texts that cells refer to; how they are formatted and pronounced is left out. */
async function readStrings(archive: Archive, path: string, limits: SheetLimits): Promise<readonly string[]> {
  const strings: string[] = [];
  if (!archive.has(path)) return strings;
  let text = '';
  let characters = 0;
  let [inText, spoken] = [false, false];
  await readXml(archive.text(path), {
    open: (tag) => {
      if (tag === 'si') text = '';
      if (tag === 't') inText = true;
      if (tag === 'rPh') spoken = true;
    },
    text: (piece) => {
      if (inText && !spoken) text += piece;
    },
    close: (tag) => {
      if (tag === 't') inText = false;
      if (tag === 'rPh') spoken = false;
      if (tag !== 'si') return;
      characters += text.length;
      if (strings.push(own(text)) > limits.strings || characters > limits.characters)
        throw importErrors.WORKBOOK_TOO_LARGE({ limit: limits.bytes >> 20 });
    },
  });
  return strings;
}
