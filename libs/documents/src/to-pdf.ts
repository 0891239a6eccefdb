import { createRequire } from 'node:module';
import path from 'node:path';
import pdfmake from 'pdfmake';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import { attachmentLines, colours, headSize, layout, measures, mm } from './layout';
import { dayInWords, sealNote, type Block, type OfficialDocument, type Run, type Signature } from './official-document';

/** Where npm put the font: beside this code at `npm start`, in the image, and in a test. */
const fontFolder = path.dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'),
);
const regular = path.join(fontFolder, '400Regular/NotoSerifSC_400Regular.ttf');
const bold = path.join(fontFolder, '700Bold/NotoSerifSC_700Bold.ttf');

/** Height of a line of the font at size 1, and how much of it lies above a character (its ascent over the em box). */
const font = { line: 1.437, above: 1.151 - 0.88 };

pdfmake.setFonts({ NotoSerifSC: { normal: regular, bold, italics: regular, bolditalics: bold } });
// nothing but the two fonts is read, and nothing is fetched, whatever stands in a text
pdfmake.setLocalAccessPolicy((file) => path.resolve(file).startsWith(fontFolder));
pdfmake.setUrlAccessPolicy(() => false);

/**
 * 3号 is 16 points in Word and 5.57 mm where 28 characters fill 156 mm. Spacing between single characters is not counted
 * by pdfmake, so they are set as large as the grid: 15.79 points, and a trifle less for its sums.
 */
const size = measures.characterPitch - 0.002;
const pitch = measures.linePitch;
/** What pdfmake multiplies the font's own line with, so that one line is one pitch. */
export const lineHeight = (points: number, lines = 1): number => (lines * pitch) / (points * font.line);

/** A page of the standard, set in one embedded free font. */
export const standardPage = {
  pageSize: 'A4',
  pageMargins: [measures.left, measures.top, measures.right, measures.bottom],
  language: 'zh-CN',
  defaultStyle: { font: 'NotoSerifSC', fontSize: size, lineHeight: lineHeight(size), color: colours.text },
} satisfies Partial<TDocumentDefinitions>;

export const writePdf = (definition: TDocumentDefinitions): Promise<Buffer> =>
  pdfmake.createPdf(definition).getBuffer() as Promise<Buffer>;

/** Page numbers are nodes of their page, too: this tells them from text. */
const footerLevel = 9;

/** A heading goes with what follows it. */
export const headingAlone: NonNullable<TDocumentDefinitions['pageBreakBefore']> = ({ headlineLevel }, nodes) =>
  headlineLevel === 1 && nodes.getFollowingNodesOnPage().every((node) => node.headlineLevel === footerLevel);

/** The document as PDF: A4, the type area of the standard. */
export function toPdf(document: OfficialDocument): Promise<Buffer> {
  const { left, right } = measures;
  return writePdf({
    ...standardPage,
    info: { title: `${document.title}${document.number ?? ''}`, author: document.issuer },
    footer: (page) => {
      const { size: fontSize, below } = layout.pageNumber.value;
      return {
        text: `— ${page} —`,
        headlineLevel: footerLevel,
        fontSize,
        lineHeight: 1,
        alignment: page % 2 ? 'right' : 'left',
        // one character in from the outer edge of the area (7.5)
        margin: [left + fontSize, below * mm, right + fontSize, 0],
      };
    },
    content: contentOf(document),
    pageBreakBefore: headingAlone,
  });
}

/** What stands on its pages, without their numbers. */
export const contentOf = (document: OfficialDocument): Content[] => [
  ...head(document, measures.width - measures.left - measures.right),
  ...document.body.map(block),
  ...(document.signature ? [signature(document.signature)] : []),
];

/** Name and day at the right, the day four characters in; the seal lies over both, its middle on the day (7.3.5.1). */
function signature({ name, date, seal }: Signature): Content {
  const line = (text: string, right: number): Content => ({
    text,
    alignment: 'right',
    margin: [0, 0, right * measures.characterPitch, 0],
  });
  const size = layout.seal.value * mm;
  const day = dayInWords(date);
  const longer = Math.max(0, ([...name].length - [...day].length) / 2);
  const width = measures.width - measures.left - measures.right;
  const middle = width - (4 + [...day].length * 0.4) * measures.characterPitch;
  return {
    unbreakable: true,
    margin: [0, 2 * pitch, 0, 0],
    stack: [
      ...(seal
        ? [
            {
              image: `data:${seal.type};base64,${seal.content.toString('base64')}`,
              fit: [size, size] as [number, number],
              relativePosition: { x: middle - size / 2, y: pitch - size / 2 },
            },
          ]
        : []),
      line(name, Math.max(1, 4 - longer)),
      line(day, 4),
      ...(seal
        ? [
            {
              text: `（${sealNote}）`,
              fontSize: 9,
              lineHeight: 1,
              alignment: 'right' as const,
              margin: [0, size / 2, 0, 0] as [number, number, number, number],
            },
          ]
        : []),
    ],
  };
}

function head({ head: words, form, number, issuer, date, title, draft }: OfficialDocument, width: number): Content[] {
  const points = headSize(words);
  const line = (text: string, more: object = {}): Content => ({ text, alignment: 'center', ...more });
  return [
    {
      text: words,
      fontSize: points,
      bold: true,
      color: colours.head,
      lineHeight: 1,
      alignment: 'center',
      margin: [0, layout.head.value.below * mm - font.above * points, 0, pitch / 2],
    },
    ...(form === 'UPWARD'
      ? [{ text: number ?? draft ?? ' ', margin: [measures.characterPitch, 0, 0, 0] } satisfies Content]
      : [
          line(number ?? draft ?? ' '),
          {
            columns: [{ text: issuer }, { text: dayInWords(date), alignment: 'right', width: 'auto' }],
          } satisfies Content,
        ]),
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 1.5, lineColor: colours.head }],
      margin: [0, 2, 0, pitch - 3.5],
    },
    line(title, {
      fontSize: layout.titleSize.value,
      lineHeight: lineHeight(layout.titleSize.value, 1.25),
      bold: true,
      margin: [0, 0, 0, pitch * 0.75],
    }),
  ];
}

/** Characters that stay free behind who writes and when (7.3.5). */
const fromRight = 4;

const indent = layout.indent.value.characters * measures.characterPitch;

function block(part: Block): Content {
  switch (part.kind) {
    case 'heading':
      return { text: part.text, bold: part.level === 1, leadingIndent: indent, headlineLevel: 1 };
    case 'paragraph':
      return { text: part.runs.map(run), leadingIndent: indent };
    case 'labelled':
      // lines that follow begin below the first character after the colon (10.3)
      return {
        columns: [
          { text: `${part.label}：`, bold: true, width: ([...part.label].length + 1) * measures.characterPitch + 0.01 },
          { text: part.text, width: '*' },
        ],
        margin: [indent, 0, 0, 0],
      };
    case 'attachments':
      return attachments(part.names);
    case 'table':
      return table(part);
    case 'line':
      return part.at === 'LEFT'
        ? { text: part.text }
        : { text: part.text, alignment: 'right', margin: [0, 0, fromRight * measures.characterPitch, 0] };
  }
}

function attachments(names: readonly string[]): Content {
  const { label, labelWidth, numberWidth, lines } = attachmentLines(names);
  const { before, characters } = layout.attachments.value;
  const wide = (count: number): number => count * measures.characterPitch + 0.01;
  return {
    columns: [
      { text: label, width: wide(labelWidth) },
      {
        width: '*',
        stack: lines.map(({ number, name }) =>
          number
            ? {
                columns: [
                  { text: number, width: wide(numberWidth) },
                  { text: name, width: '*' },
                ],
              }
            : { text: name },
        ),
      },
    ],
    margin: [characters * measures.characterPitch, before * pitch, 0, 0],
  };
}

/** In 小四 with single lines, the head again on every page. */
function table({ head: names, rows, widths, right }: Extract<Block, { kind: 'table' }>): Content {
  const cell = (text: string, column: number, strong = false): TableCell => ({
    text: text || ' ',
    bold: strong,
    fontSize: layout.tableSize.value,
    lineHeight: 1.1,
    alignment: right.includes(column) ? 'right' : 'left',
  });
  const line = () => 0.5;
  const black = () => colours.text;
  return {
    margin: [0, pitch / 4, 0, pitch / 4],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columnWidths(widths, 11),
      body: [names.map((text, i) => cell(text, i, true)), ...rows.map((row) => row.map((text, i) => cell(text, i)))],
    },
    layout: { hLineWidth: line, vLineWidth: line, hLineColor: black, vLineColor: black },
  };
}

/** In points. @param around what the lines and paddings of a cell take beside its text */
function columnWidths(widths: readonly number[], around: number): number[] {
  const all = widths.reduce((sum, one) => sum + one, 0);
  const room = measures.width - measures.left - measures.right - 1 - widths.length * (around - 2.5);
  return widths.map((one) => (one / all) * room);
}

const run = ({ text, bold: strong }: Run): Content => ({ text, bold: strong === true });
