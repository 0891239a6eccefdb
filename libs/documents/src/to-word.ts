import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  DocumentGridType,
  Footer,
  HorizontalPositionRelativeFrom,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  VerticalPositionRelativeFrom,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import { attachmentLines, colours, headSize, layout, measures, mm, typefaces } from './layout';
import { dayInWords, sealNote, type Block, type OfficialDocument, type Signature } from './official-document';

const twips = (points: number): number => Math.round(points * 20);
/** Word counts sizes in half points. */
const half = (points: number): number => points * 2;
const red = colours.head.slice(1);
const pitch = twips(measures.linePitch);
const line = { line: pitch, lineRule: LineRuleType.EXACT } as const;
const indent = twips(layout.indent.value.characters * measures.characterPitch);

const face = (name: string): IRunOptions['font'] => ({ ascii: name, eastAsia: name, hAnsi: name, cs: name });
const words = (text: string, more: IRunOptions = {}): TextRun =>
  new TextRun({ text, font: face(typefaces.body), size: half(layout.bodySize.value), ...more });

/** The document as .docx: the same page, with the typefaces that the standard names. */
export function toWord(document: OfficialDocument): Promise<Buffer> {
  const { margin, page, area } = layout;
  const away = {
    top: margin.value.top,
    left: margin.value.left,
    right: page.value.width - margin.value.left - area.value.width,
    bottom: page.value.height - margin.value.top - area.value.height,
  };
  const file = new Document({
    title: document.title,
    creator: document.issuer,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: {
              width: convertMillimetersToTwip(page.value.width),
              height: convertMillimetersToTwip(page.value.height),
            },
            margin: {
              top: convertMillimetersToTwip(away.top),
              left: convertMillimetersToTwip(away.left),
              right: convertMillimetersToTwip(away.right),
              bottom: convertMillimetersToTwip(away.bottom),
              footer: convertMillimetersToTwip(away.bottom - layout.pageNumber.value.below) - twips(14),
            },
          },
          grid: {
            type: DocumentGridType.LINES_AND_CHARS,
            linePitch: pitch,
            // in 4096ths of a point, what a character has less than its size
            charSpace: Math.round(measures.characterSpacing * 4096),
          },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [
          ...head(document),
          ...document.body.flatMap(block),
          ...(document.signature ? signature(document.signature) : []),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}

function head({ head: mark, form, number, issuer, date, title, draft }: OfficialDocument): Paragraph[] {
  const upward = form === 'UPWARD';
  const center = (children: TextRun[], more: IParagraphOptions = {}) =>
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: line, children, ...more });
  return [
    center([words(mark, { font: face(typefaces.title), size: half(headSize(mark)), color: red })], {
      spacing: { before: twips(layout.head.value.below * mm), after: pitch / 2 },
    }),
    ...(upward ? [] : [center([words(number ?? draft ?? '')])]),
    new Paragraph({
      spacing: { ...line, after: pitch },
      tabStops: [{ type: TabStopType.RIGHT, position: convertMillimetersToTwip(layout.area.value.width) }],
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: red, space: 2 } },
      indent: { left: upward ? twips(measures.characterPitch) : 0 },
      children: [words(upward ? (number ?? draft ?? '') : `${issuer}\t${dayInWords(date)}`)],
    }),
    center([words(title, { font: face(typefaces.title), size: half(layout.titleSize.value) })], {
      spacing: { after: Math.round(pitch * 0.75) },
    }),
  ];
}

function block(part: Block): Paragraph | Table | Paragraph[] {
  switch (part.kind) {
    case 'heading':
      return new Paragraph({
        spacing: line,
        indent: { firstLine: indent },
        keepNext: true,
        children: [words(part.text, { font: face(part.level === 1 ? typefaces.heading : typefaces.subheading) })],
      });
    case 'paragraph':
      return new Paragraph({
        spacing: line,
        indent: { firstLine: indent },
        children: part.runs.map(({ text, bold }) => words(text, { bold })),
      });
    case 'line':
      return new Paragraph({
        spacing: line,
        alignment: part.at === 'LEFT' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        // who writes and when end four characters from the edge (7.3.5)
        indent: { right: part.at === 'LEFT' ? 0 : twips(4 * measures.characterPitch) },
        children: [words(part.text)],
      });
    case 'labelled': {
      const hanging = twips(([...part.label].length + 1) * measures.characterPitch);
      return new Paragraph({
        spacing: line,
        indent: { left: indent + hanging, hanging },
        children: [words(`${part.label}：`, { font: face(typefaces.heading) }), words(part.text)],
      });
    }
    case 'attachments':
      return attachments(part.names);
    case 'table':
      return table(part);
  }
}

/** As in the PDF: 小四, single lines, the head again on every page. */
function table({ head: names, rows, widths, right }: Extract<Block, { kind: 'table' }>): Table {
  const all = widths.reduce((sum, one) => sum + one, 0);
  const area = convertMillimetersToTwip(layout.area.value.width);
  const wide = widths.map((one) => Math.floor((one / all) * area));
  const row = (cells: readonly string[], heads: boolean): TableRow =>
    new TableRow({
      // said of the head alone: false is written, too
      ...(heads && { tableHeader: true }),
      cantSplit: true,
      children: cells.map(
        (text, i) =>
          new TableCell({
            width: { size: wide[i]!, type: WidthType.DXA },
            margins: { left: 80, right: 80 },
            children: [
              new Paragraph({
                alignment: right.includes(i) ? AlignmentType.RIGHT : AlignmentType.LEFT,
                children: [words(text, { size: half(layout.tableSize.value), bold: heads })],
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: area, type: WidthType.DXA },
    columnWidths: wide,
    rows: [row(names, true), ...rows.map((cells) => row(cells, false))],
  });
}

/** Each a paragraph: label and number end at tab stops, so that a second line begins below the name. */
function attachments(names: readonly string[]): Paragraph[] {
  const { label, labelWidth, numberWidth, lines } = attachmentLines(names);
  const { before, characters } = layout.attachments.value;
  const at = (count: number): number => twips((characters + count) * measures.characterPitch);
  const left = at(labelWidth + numberWidth);
  return lines.map(({ number, name }, i) => {
    const from = i === 0 ? at(0) : at(labelWidth);
    const stops = numberWidth ? [at(labelWidth), left] : [left];
    return new Paragraph({
      spacing: { ...line, before: i === 0 ? before * pitch : 0 },
      indent: { left, hanging: left - from },
      tabStops: stops.filter((stop) => stop > from).map((position) => ({ type: TabStopType.LEFT, position })),
      children: [words([...(i === 0 ? [label] : []), ...(number ? [number] : []), name].join('\t'))],
    });
  });
}

/** As in the PDF: the seal floats over name and day. */
function signature({ name, date, seal }: Signature): Paragraph[] {
  const size = layout.seal.value * mm;
  const pixels = Math.round((size / 72) * 96);
  const right = (children: (TextRun | ImageRun)[], characters: number, before = 0): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      spacing: { ...line, before },
      indent: { right: twips(characters * measures.characterPitch) },
      children,
    });
  const emu = (points: number): number => Math.round(points * 12_700);
  const image =
    seal &&
    new ImageRun({
      type: seal.type === 'image/png' ? 'png' : 'jpg',
      data: seal.content,
      transformation: { width: pixels, height: pixels },
      floating: {
        behindDocument: true,
        horizontalPosition: {
          relative: HorizontalPositionRelativeFrom.RIGHT_MARGIN,
          offset: -emu(size / 2 + 8 * measures.characterPitch),
        },
        verticalPosition: {
          relative: VerticalPositionRelativeFrom.PARAGRAPH,
          offset: -emu(size / 2 - measures.linePitch),
        },
      },
    });
  const longer = Math.max(0, ([...name].length - [...dayInWords(date)].length) / 2);
  return [
    right([words(name), ...(image ? [image] : [])], Math.max(1, 4 - longer), pitch * 2),
    right([words(dayInWords(date))], 4),
    ...(seal ? [right([words(`（${sealNote}）`, { size: half(9) })], 0, twips(size / 2))] : []),
  ];
}

function pageNumber(alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer {
  const { size } = layout.pageNumber.value;
  const run = (children: IRunOptions['children']) =>
    new TextRun({ children, font: face(typefaces.page), size: half(size) });
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: twips(size), right: twips(size) },
        children: [run(['— ']), run([PageNumber.CURRENT]), run([' —'])],
      }),
    ],
  });
}
