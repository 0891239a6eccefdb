// Runs in a thread of its own, where files of strangers are opened: it may be stopped at any time. Node runs this file as it
// is in tests, so it imports nothing of ours but types and has no syntax that needs more than its types taken away.
import { parentPort } from 'node:worker_threads';
import {
  degrees,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';

export interface OpenFile {
  readonly kind: 'open';
  readonly type: string;
  readonly bytes: Uint8Array;
}
export interface Opened {
  readonly kind: 'opened';
  /** null: it cannot be opened */
  readonly pages: number | null;
  readonly encrypted: boolean;
}

/** Where the pages of the booklet come from, in order. */
export type Piece =
  /** pages of what we set, counted from 0 */
  | { readonly kind: 'set'; readonly from: number; readonly count: number }
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array }
  /** an image below the caption that we set on this page */
  | { readonly kind: 'image'; readonly type: string; readonly bytes: Uint8Array; readonly on: number };

export interface Bookmark {
  readonly title: string;
  readonly level: 1 | 2;
  /** counted from 0 */
  readonly page: number;
}

export interface Assemble {
  readonly kind: 'assemble';
  readonly title: string;
  readonly author: string;
  /** YYYY-MM-DDTHH:mm:ssZ */
  readonly at: string;
  readonly set: Uint8Array;
  /** a page of its own for each page number */
  readonly numbers: Uint8Array;
  readonly pieces: readonly Piece[];
  readonly bookmarks: readonly Bookmark[];
}
export interface Assembled {
  readonly kind: 'assembled';
  readonly bytes: Uint8Array;
  readonly pages: number;
}

const load = (bytes: Uint8Array) =>
  PDFDocument.load(bytes, { password: '', updateMetadata: false, throwOnInvalidObject: true, capNumbers: true });

async function open({ type, bytes }: OpenFile): Promise<Opened> {
  try {
    if (type !== 'application/pdf') {
      const trial = await PDFDocument.create();
      const image = await embedImage(trial, type, bytes);
      return { kind: 'opened', pages: image.width > 0 && image.height > 0 ? 1 : null, encrypted: false };
    }
    const pages = await sanePages(bytes);
    return { kind: 'opened', pages: pages.length || null, encrypted: false };
  } catch {
    // whatever a stranger's file makes a reader throw: it cannot be opened
    return { kind: 'opened', pages: null, encrypted: isLocked(bytes) };
  }
}

/** It names a password's dictionary, which is never packed itself. */
const isLocked = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes('/Encrypt');

const embedImage = (document: PDFDocument, type: string, bytes: Uint8Array) =>
  type === 'image/png' ? document.embedPng(bytes) : document.embedJpg(bytes);

/** Its pages, without whatever runs, plays or leads elsewhere: what is seen stays. */
async function sanePages(bytes: Uint8Array): Promise<PDFPage[]> {
  const pages = (await load(bytes)).getPages();
  for (const { node } of pages) {
    for (const key of ['AA', 'B', 'Tabs']) node.delete(PDFName.of(key));
    const notes = node.lookupMaybe(PDFName.of('Annots'), PDFArray);
    if (!notes) continue;
    for (let i = notes.size() - 1; i >= 0; i--) {
      const note = notes.lookup(i);
      if (!(note instanceof PDFDict) || !stays(note)) notes.remove(i);
      else for (const key of ['A', 'AA', 'PA', 'Dest', 'Parent', 'Popup']) note.delete(PDFName.of(key));
    }
  }
  return pages;
}

/** Seals, stamps and remarks are seen; links and players are not, once their targets are gone. */
function stays(note: PDFDict): boolean {
  const subtype = note.lookupMaybe(PDFName.of('Subtype'), PDFName)?.decodeText();
  const gone = ['Link', 'Movie', 'Screen', 'RichMedia', '3D', 'Sound', 'FileAttachment', 'Popup'];
  return subtype !== undefined && !gone.includes(subtype) && note.has(PDFName.of('AP'));
}

async function assemble(task: Assemble): Promise<Assembled> {
  const book = await PDFDocument.create();
  const set = await load(task.set);
  for (const piece of task.pieces) await add(book, set, piece);
  await number(book, task.numbers);
  bookmarks(book, task.bookmarks);
  book.setTitle(task.title, { showInWindowTitleBar: true });
  book.setAuthor(task.author);
  book.setLanguage('zh-CN');
  book.setProducer('');
  book.setCreator('');
  book.setCreationDate(new Date(task.at));
  book.setModificationDate(new Date(task.at));
  const bytes = await book.save({ objectsPerTick: Number.POSITIVE_INFINITY, addDefaultPage: false });
  return { kind: 'assembled', bytes, pages: book.getPageCount() };
}

async function add(book: PDFDocument, set: PDFDocument, piece: Piece): Promise<void> {
  if (piece.kind === 'pdf') {
    const [first] = await sanePages(piece.bytes);
    const source = first!.doc;
    for (const page of await book.copyPages(source, source.getPageIndices())) book.addPage(page);
    return;
  }
  const { from, count } = piece.kind === 'set' ? piece : { from: piece.on, count: 1 };
  const indices = Array.from({ length: count }, (_, i) => from + i);
  const pages = await book.copyPages(set, indices);
  for (const page of pages) book.addPage(page);
  if (piece.kind === 'image') await place(book, pages[0]!, piece.type, piece.bytes);
}

/** As large as fits below the caption, never larger than it is at 96 dots an inch. */
async function place(book: PDFDocument, page: PDFPage, type: string, bytes: Uint8Array): Promise<void> {
  const image = await embedImage(book, type, bytes);
  const { width, height } = page.getSize();
  const [side, above, below] = [57, 200, 57];
  const room = { width: width - 2 * side, height: height - above - below };
  const scale = Math.min(0.75, room.width / image.width, room.height / image.height);
  const drawn = image.scale(scale);
  page.drawImage(image, { x: (width - drawn.width) / 2, y: height - above - drawn.height, ...drawn });
}

/** 第 n 页 共 m 页 at the lower edge of what is seen, however the page is turned. */
async function number(book: PDFDocument, numbers: Uint8Array): Promise<void> {
  const stamps = await book.embedPdf(await load(numbers), book.getPageIndices());
  for (const [i, page] of book.getPages().entries()) {
    const box = page.getCropBox();
    const turned = ((page.getRotation().angle % 360) + 360) % 360;
    const seenWidth = turned % 180 ? box.height : box.width;
    const scale = Math.min(3, Math.max(0.5, seenWidth / 595));
    const stamp = stamps[i]!;
    const [width, above] = [stamp.width * scale, 14 * scale];
    const [midX, midY] = [box.x + box.width / 2, box.y + box.height / 2];
    const at = {
      0: { x: midX - width / 2, y: box.y + above },
      90: { x: box.x + box.width - above, y: midY - width / 2 },
      180: { x: midX + width / 2, y: box.y + box.height - above },
      270: { x: box.x + above, y: midY + width / 2 },
    }[turned] ?? { x: midX - width / 2, y: box.y + above };
    page.drawPage(stamp, { ...at, xScale: scale, yScale: scale, rotate: degrees(turned) });
  }
}

/** The outline, two levels deep and opened. */
function bookmarks(book: PDFDocument, marks: readonly Bookmark[]): void {
  if (marks.length === 0) return;
  const { context, catalog } = book;
  const pages = book.getPages().map(({ ref }) => ref);
  const root = context.nextRef();
  const refs = marks.map(() => context.nextRef());
  const above = marks.map((mark, i) => (mark.level === 1 ? -1 : lastIndex(marks.slice(0, i), 1)));
  const childrenOf = (parent: number) => marks.flatMap((_, i) => (above[i] === parent ? [i] : []));
  const ends = (items: readonly number[]): Record<string, PDFRef | PDFNumber> =>
    items.length === 0
      ? {}
      : { First: refs[items[0]!]!, Last: refs[items.at(-1)!]!, Count: PDFNumber.of(items.length) };
  for (const [i, { title, page }] of marks.entries()) {
    const beside = childrenOf(above[i]!);
    const at = beside.indexOf(i);
    const entry = {
      Title: PDFHexString.fromText(title),
      Parent: above[i] === -1 ? root : refs[above[i]!]!,
      Dest: [pages[page]!, 'FitH', null],
      ...(at > 0 && { Prev: refs[beside[at - 1]!]! }),
      ...(at < beside.length - 1 && { Next: refs[beside[at + 1]!]! }),
      ...ends(childrenOf(i)),
    };
    context.assign(refs[i]!, context.obj(entry));
  }
  const all = { ...ends(childrenOf(-1)), Count: PDFNumber.of(marks.length) };
  context.assign(root, context.obj({ Type: 'Outlines', ...all }));
  catalog.set(PDFName.of('Outlines'), root);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  // as wide as the window, however small it is
  catalog.set(PDFName.of('OpenAction'), context.obj([pages[0]!, 'FitH', null]));
}

const lastIndex = (marks: readonly Bookmark[], level: number): number =>
  marks.reduce((found, mark, i) => (mark.level === level ? i : found), -1);

parentPort!.on('message', (task: OpenFile | Assemble) => {
  void (task.kind === 'open' ? open(task) : assemble(task)).then((answer) => parentPort!.postMessage(answer));
});
