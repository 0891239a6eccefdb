import { booklimits, type Booklet, type EnclosedFile, type LeftOut } from './booklet';
import { pictureSides } from './image-size';
import { PdfThread, Stopped } from './pdf-thread';
import type { Bookmark, Piece } from './pdf-worker';
import { setNumbers, setParts, type ContentsLine, type SetPart } from './set-parts';

export interface MadeBooklet {
  readonly pdf: Buffer;
  readonly pages: number;
  /** files that are named only, and why */
  readonly leftOut: readonly { readonly name: string; readonly why: LeftOut }[];
}

/** A part and how many pages of a stranger's file it has; null: none, it is set by us or named only. */
type Looked = SetPart & { readonly filePages: number | null };

/**
 * Everything as one PDF: contents with page numbers, bookmarks, and on each page which one it is. Files are opened in a
 * thread that can be stopped; one that cannot be put in has a page that says so.
 * @param at when it is made
 * @throws Stopped when all together takes too long
 */
export async function makeBooklet(booklet: Booklet, at: Date): Promise<MadeBooklet> {
  const thread = new PdfThread();
  try {
    const looked = await look(thread, booklet);
    const own = looked.filter((part) => !isPdf(part));
    // how many pages the contents take does not depend on the numbers in it
    const blank = looked.map((part): ContentsLine => ({ title: part.title, level: part.level, page: null }));
    const counted = await setParts(booklet, blank, own);
    const pieces = piecesOf(looked, own, counted.begins, counted.pages);
    const lines = looked.map((part, i) => ({ ...blank[i]!, page: pieces.begins[i]! }));
    const set = await setParts(booklet, lines, own);
    const bookmarks: Bookmark[] = [
      { title: '目录', level: 1, page: 0 },
      ...lines.map(({ title, level, page }) => ({ title, level, page: page - 1 })),
    ];
    const made = await thread.ask(
      {
        kind: 'assemble',
        title: booklet.title,
        author: booklet.issuer,
        at: at.toISOString(),
        set: set.pdf,
        numbers: await setNumbers(pieces.pages),
        pieces: pieces.list,
        bookmarks,
      },
      booklimits.assembleMs,
    );
    const leftOut = looked.flatMap(({ content, leftOut: why }) =>
      content.kind === 'file' && why ? [{ name: content.file.name, why }] : [],
    );
    return { pdf: Buffer.from(made.bytes), pages: made.pages, leftOut };
  } finally {
    await thread.end();
  }
}

/** Opens each file once, in order, until there is no more room. */
async function look(thread: PdfThread, { parts }: Booklet): Promise<Looked[]> {
  let room: number = booklimits.pages;
  const looked: Looked[] = [];
  for (const part of parts) {
    if (part.content.kind !== 'file') {
      looked.push({ ...part, filePages: null });
      continue;
    }
    const found = await lookInto(thread, part.content.file, room);
    if (typeof found === 'string') looked.push({ ...part, leftOut: found, filePages: null });
    else {
      room -= found;
      looked.push({ ...part, filePages: found });
    }
  }
  return looked;
}

const images = ['image/png', 'image/jpeg'];

/** @returns how many pages it has, or why it is left out */
async function lookInto(thread: PdfThread, { content, type }: EnclosedFile, room: number): Promise<number | LeftOut> {
  if (!Buffer.isBuffer(content)) return content ?? 'LOST';
  if (type !== 'application/pdf' && !images.includes(type)) return 'NOT_A_PAGE';
  if (images.includes(type)) {
    const sides = pictureSides(content);
    if (!sides) return 'BROKEN';
    if (sides[0] * sides[1] > booklimits.pixels) return 'TOO_LARGE';
  }
  try {
    const { pages, encrypted } = await thread.ask({ kind: 'open', type, bytes: content }, booklimits.openMs);
    if (pages === null) return encrypted ? 'ENCRYPTED' : 'BROKEN';
    if (pages > booklimits.filePages) return 'TOO_MANY_PAGES';
    return pages > room ? 'BOOKLET_FULL' : pages;
  } catch (error) {
    if (error instanceof Stopped) return 'TOO_SLOW';
    throw error;
  }
}

/** Pages of others; images stand on pages of ours. */
const isPdf = (part: Looked): boolean =>
  part.filePages !== null && part.content.kind === 'file' && part.content.file.type === 'application/pdf';

/** The order of all pages, and on which each part begins, counted from 1. */
function piecesOf(looked: readonly Looked[], own: readonly Looked[], begins: readonly number[], setPages: number) {
  const contents = (begins[0] ?? setPages + 1) - 1;
  const list: Piece[] = [{ kind: 'set', from: 0, count: contents }];
  const starts: number[] = [];
  let pages = contents;
  for (const part of looked) {
    starts.push(pages + 1);
    const i = own.indexOf(part);
    const file = part.content.kind === 'file' ? part.content.file : null;
    if (i < 0) {
      list.push({ kind: 'pdf', bytes: bytesOf(part) });
      pages += part.filePages!;
      continue;
    }
    const from = begins[i]! - 1;
    const count = (begins[i + 1] ?? setPages + 1) - 1 - from;
    if (part.filePages !== null) list.push({ kind: 'image', type: file!.type, bytes: bytesOf(part), on: from });
    else list.push({ kind: 'set', from, count });
    pages += count;
  }
  return { list, begins: starts, pages };
}

function bytesOf({ content, title }: Looked): Buffer {
  if (content.kind === 'file' && Buffer.isBuffer(content.file.content)) return content.file.content;
  throw new Error(`${title} has no bytes to be put in`);
}
