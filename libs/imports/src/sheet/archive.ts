import { crc32, createInflateRaw } from 'node:zlib';
import { importErrors } from '../imports.errors';
import type { SheetLimits } from './sheet';

/** A workbook's archive: its parts are unpacked while they are read, and never held as a whole. */
export interface Archive {
  has(path: string): boolean;
  /** The text of a part, piece by piece. @throws WORKBOOK_UNREADABLE, WORKBOOK_TOO_LARGE */
  text(path: string): AsyncGenerator<string>;
}

/**
 * Opens an archive by its directory. What is unpacked counts against one cap for all parts together, so that neither a
 * zip bomb nor a directory that lies about its sizes gets far.
 *
 * @throws WORKBOOK_UNREADABLE, WORKBOOK_PROTECTED, WORKBOOK_HAS_MACROS, WORKBOOK_TOO_LARGE
 */
export function openArchive(bytes: Buffer, limits: SheetLimits): Archive {
  // an OLE container: an encrypted workbook, or Excel 97–2003
  if (bytes.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') throw importErrors.WORKBOOK_PROTECTED();
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== LOCAL) throw importErrors.WORKBOOK_UNREADABLE();
  const entries = new Map<string, Entry>();
  for (const entry of directory(bytes, limits)) {
    if (/(^|\/)vbaProject\.bin$/i.test(entry.path)) throw importErrors.WORKBOOK_HAS_MACROS();
    // a second entry of the same path is how one checker is shown another file than the next
    if (entries.has(entry.path)) throw importErrors.WORKBOOK_UNREADABLE();
    entries.set(entry.path, entry);
  }
  let left = limits.bytes;
  return {
    has: (path) => entries.has(path),
    async *text(path) {
      const entry = entries.get(path);
      if (!entry) throw importErrors.WORKBOOK_UNREADABLE();
      const decoder = new TextDecoder();
      for await (const piece of unpacked(bytes, entry)) {
        left -= piece.length;
        if (left < 0) throw importErrors.WORKBOOK_TOO_LARGE({ limit: megabytes(limits) });
        yield decoder.decode(piece, { stream: true });
      }
      yield decoder.decode();
    },
  };
}

/** A plain archive without compression, read back at once and never kept. */
export function packArchive(parts: ReadonlyMap<string, Buffer>): Buffer {
  const files: Buffer[] = [];
  const index: Buffer[] = [];
  let offset = 0;
  for (const [path, part] of parts) {
    const name = Buffer.from(path);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt32LE(0x00210000, 6);
    common.writeUInt32LE(crc32(part), 10);
    common.writeUInt32LE(part.length, 14);
    common.writeUInt32LE(part.length, 18);
    common.writeUInt16LE(name.length, 22);
    files.push(uint32(LOCAL), common, name, part);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    index.push(uint32(CENTRAL), Buffer.from([20, 0]), common, place.subarray(0, 14), name);
    offset += 30 + name.length + part.length;
  }
  const central = Buffer.concat(index);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, central, end]);
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

interface Entry {
  readonly path: string;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

const uint32 = (value: number): Buffer => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
};

/** The central directory. ZIP64 and split archives have no place in an upload of some megabytes. */
function directory(bytes: Buffer, limits: SheetLimits): Entry[] {
  const end = bytes.lastIndexOf(uint32(END));
  if (end < 0 || end + 22 > bytes.length) throw importErrors.WORKBOOK_UNREADABLE();
  const count = bytes.readUInt16LE(end + 10);
  const declared = bytes.readUInt32LE(end + 16);
  if (count > limits.entries) throw importErrors.WORKBOOK_TOO_LARGE({ limit: megabytes(limits) });
  const entries: Entry[] = [];
  for (let at = declared, i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw importErrors.WORKBOOK_UNREADABLE();
    const nameLength = bytes.readUInt16LE(at + 28);
    const encrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
    if (encrypted) throw importErrors.WORKBOOK_PROTECTED();
    entries.push({
      path: bytes.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\//, ''),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** How much is unpacked at a time. */
const chunkSize = 16 * 1024;

async function* unpacked(bytes: Buffer, { offset, packed, method }: Entry): AsyncGenerator<Buffer> {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw importErrors.WORKBOOK_UNREADABLE();
  const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (from + packed > bytes.length) throw importErrors.WORKBOOK_UNREADABLE();
  const raw = bytes.subarray(from, from + packed);
  if (method === 0) {
    for (let at = 0; at < raw.length; at += chunkSize) yield raw.subarray(at, at + chunkSize);
    return;
  }
  if (method !== 8) throw importErrors.WORKBOOK_UNREADABLE();
  const inflate = createInflateRaw({ chunkSize });
  inflate.end(raw);
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) yield piece;
  } catch (error) {
    // whatever it stumbled over, the person can only save the file anew
    throw (error as NodeJS.ErrnoException).code?.startsWith('Z_') ? importErrors.WORKBOOK_UNREADABLE() : error;
  }
}

const megabytes = ({ bytes }: SheetLimits): number => Math.round(bytes / 1024 / 1024);
