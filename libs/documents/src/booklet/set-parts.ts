import type { Content } from 'pdfmake/interfaces';
import { colours, layout, measures } from '../layout';
import { contentOf, lineHeight, standardPage, writePdf } from '../to-pdf';
import { leftOutWords, type Booklet, type BookletPart, type EnclosedFile, type LeftOut, type Sheet } from './booklet';

/** A part as far as it is set by us: all of it, a caption above an image, or a page that says why a file is left out. */
export type SetPart = BookletPart & { readonly leftOut?: LeftOut };

/** A line of the contents; null: the page is not known yet. */
export interface ContentsLine {
  readonly title: string;
  readonly level: 1 | 2;
  readonly page: number | null;
}

export interface SetBooklet {
  readonly pdf: Buffer;
  /** how many pages there are, with the contents */
  readonly pages: number;
  /** where each of the parts begins among them, counted from 1; the contents come first */
  readonly begins: readonly number[];
}

const width = measures.width - measures.left - measures.right;
const small = 12;

/** The contents and all that is set, as one file, so that the font stands in it once. */
export async function setParts(
  booklet: Booklet,
  contents: readonly ContentsLine[],
  parts: readonly SetPart[],
): Promise<SetBooklet> {
  const begins = new Map<string, number>();
  let pages = 0;
  const pdf = await writePdf({
    ...standardPage,
    info: { title: booklet.title, author: booklet.issuer },
    content: [
      ...contentsPage(booklet, contents),
      ...parts.map((part, i): Content => ({ stack: [mark(String(i)), ...setPart(part)], pageBreak: 'before' })),
    ],
    // asked of each node once it has its place: only listened to
    pageBreakBefore: ({ id, startPosition, pages: all }) => {
      if (id) begins.set(id, startPosition.pageNumber);
      pages = all;
      return false;
    },
  });
  return { pdf, pages, begins: parts.map((_, i) => begins.get(String(i))!) };
}

/** Page numbers, each on a strip of its own, to be laid on pages that others made. */
export function setNumbers(pages: number): Promise<Buffer> {
  const size = 9;
  return writePdf({
    ...standardPage,
    pageSize: { width: 150, height: 14 },
    pageMargins: [0, 0, 0, 0],
    content: Array.from({ length: pages }, (_, i): Content => ({
      text: `第 ${i + 1} 页　共 ${pages} 页`,
      fontSize: size,
      lineHeight: 1,
      alignment: 'center',
      color: '#444444',
      ...(i > 0 && { pageBreak: 'before' }),
    })),
  });
}

/** Nothing that is seen: it tells where what follows begins. */
const mark = (id: string): Content => {
  const nothing = { type: 'line', x1: 0, y1: 0, x2: 0, y2: 0, lineWidth: 0 } as const;
  // an id is for all nodes, which the types of canvases forget
  return Object.assign<Content & object, { id: string }>({ canvas: [nothing] }, { id });
};

function contentsPage({ title, subtitle, issuer }: Booklet, lines: readonly ContentsLine[]): Content[] {
  const points = layout.titleSize.value;
  return [
    { text: issuer, alignment: 'center', margin: [0, 0, 0, measures.linePitch / 2] },
    { text: title, fontSize: points, bold: true, alignment: 'center', lineHeight: lineHeight(points, 1.25) },
    { text: subtitle, fontSize: small, alignment: 'center', lineHeight: 1.2 },
    rule(measures.linePitch / 2),
    { text: '目　录', bold: true, alignment: 'center', margin: [0, 0, 0, measures.linePitch / 2] },
    ...lines.map(({ title: name, level, page }): Content => ({
      columns: [
        { text: name, width: '*', bold: level === 1 },
        { text: page === null ? ' ' : String(page), width: 36, alignment: 'right' },
      ],
      fontSize: level === 1 ? 14 : small,
      lineHeight: 1.15,
      margin: [level === 1 ? 0 : 24, level === 1 ? 6 : 2, 0, 0],
    })),
  ];
}

function setPart({ content, title, leftOut }: SetPart): Content[] {
  switch (content.kind) {
    case 'document':
      return contentOf(content.document);
    case 'sheet':
      return sheet(content.sheet);
    case 'file':
      return leftOut ? explained(content.file, leftOut) : [caption(title, content.file)];
  }
}

const rule = (below: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 1, lineColor: colours.head }],
  margin: [0, 6, 0, below],
});

function sheet({ mark: above, title, facts, sections }: Sheet): Content[] {
  const points = layout.titleSize.value;
  return [
    { text: above, alignment: 'center' },
    { text: title, fontSize: points, bold: true, alignment: 'center', lineHeight: lineHeight(points, 1.25) },
    rule(measures.linePitch / 2),
    table(facts),
    ...sections.flatMap(({ heading, text }): Content[] => [
      { text: heading, bold: true, headlineLevel: 1, margin: [0, measures.linePitch / 2, 0, 0] },
      ...text.split(/\n+/).map((line): Content => ({ text: line, leadingIndent: 2 * measures.characterPitch })),
    ]),
  ];
}

const thin = () => 0.5;
const grey = () => '#999999';

function table(facts: Sheet['facts']): Content {
  return {
    table: {
      widths: [96, '*'],
      body: facts.map(([label, text]) => [
        { text: label, bold: true, fontSize: small, lineHeight: 1.2 },
        { text: text || '—', fontSize: small, lineHeight: 1.2 },
      ]),
    },
    layout: {
      hLineWidth: thin,
      vLineWidth: thin,
      hLineColor: grey,
      vLineColor: grey,
      paddingTop: () => 4,
      paddingBottom: () => 4,
    },
  };
}

/** Above an image, which is drawn below: see pdf-worker.ts. */
const caption = (title: string, file: EnclosedFile): Content => ({
  text: `${title}　${file.name}`,
  fontSize: small,
  lineHeight: 1.2,
});

function explained(file: EnclosedFile, why: LeftOut): Content[] {
  return [
    { text: file.label, bold: true, alignment: 'center', margin: [0, 0, 0, measures.linePitch / 2] },
    table([
      ['文件名', file.name],
      ['大小', sizeInWords(file.size)],
      ['SHA-256', file.sha256.replace(/(.{32})/, '$1 ')],
    ]),
    { text: leftOutWords[why], margin: [0, measures.linePitch / 2, 0, 0] },
  ];
}

export function sizeInWords(bytes: number): string {
  const exact = `${bytes} 字节`;
  if (bytes < 1024) return exact;
  const [value, unit] = bytes < 1024 ** 2 ? [bytes / 1024, 'KB'] : [bytes / 1024 ** 2, 'MB'];
  return `${value.toFixed(1)} ${unit}（${exact}）`;
}
