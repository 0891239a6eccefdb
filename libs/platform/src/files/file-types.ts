import { isUtf8 } from 'node:buffer';
import { fileErrors } from './files.errors';

interface FileType {
  readonly type: string;
  matches(content: Buffer): boolean;
}

const office = 'application/vnd.openxmlformats-officedocument';
const startsWith =
  (...bytes: number[]) =>
  (content: Buffer): boolean =>
    content.subarray(0, bytes.length).equals(Buffer.from(bytes));
const zip = startsWith(0x50, 0x4b, 0x03, 0x04);

/** What may be uploaded, by extension, and how its bytes must look. */
const types: Readonly<Record<string, FileType>> = {
  '.xlsx': { type: `${office}.spreadsheetml.sheet`, matches: (content) => zip(content) && hasEntry(content, 'xl/') },
  '.docx': {
    type: `${office}.wordprocessingml.document`,
    matches: (content) => zip(content) && hasEntry(content, 'word/'),
  },
  '.pdf': { type: 'application/pdf', matches: startsWith(0x25, 0x50, 0x44, 0x46, 0x2d) },
  '.png': { type: 'image/png', matches: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  '.jpg': { type: 'image/jpeg', matches: startsWith(0xff, 0xd8, 0xff) },
  '.jpeg': { type: 'image/jpeg', matches: startsWith(0xff, 0xd8, 0xff) },
  '.csv': { type: 'text/csv', matches: isText },
};

export const allowedExtensions = Object.keys(types);

/**
 * The media type of a file whose extension is allowed and whose bytes agree with it.
 * @throws FILE_TYPE_REFUSED, FILE_CONTENT_MISMATCH, FILE_EMPTY
 */
export function fileType(name: string, content: Buffer): string {
  const extension = /\.[a-z0-9]+$/.exec(name.toLowerCase())?.[0] ?? '';
  const known = Object.hasOwn(types, extension) ? types[extension] : undefined;
  if (!known) throw fileErrors.FILE_TYPE_REFUSED({ name, allowed: allowedExtensions });
  if (content.length === 0) throw fileErrors.FILE_EMPTY({ name });
  if (!known.matches(content)) throw fileErrors.FILE_CONTENT_MISMATCH({ name, expected: extension });
  return known.type;
}

/** Walks the central directory, where every real zip names its entries, without unpacking anything. */
function hasEntry(content: Buffer, folder: string): boolean {
  const end = content.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > content.length) return false;
  const count = content.readUInt16LE(end + 10);
  let at = content.readUInt32LE(end + 16);
  let found = false;
  let contentTypes = false;
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > content.length || content.readUInt32LE(at) !== 0x02014b50) return false;
    const length = content.readUInt16LE(at + 28);
    const name = content.toString('utf8', at + 46, at + 46 + length);
    found ||= name.startsWith(folder);
    contentTypes ||= name === '[Content_Types].xml';
    at += 46 + length + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  }
  return found && contentTypes;
}

/** UTF-8, or GB 18030 as Chinese spreadsheets save it; never bytes that no text has. */
function isText(content: Buffer): boolean {
  if (content.includes(0)) return false;
  return isUtf8(content) || !new TextDecoder('gb18030').decode(content).includes('\uFFFD');
}

/**
 * A name that is safe in any folder, header and page: no path, no control or direction-changing characters, not
 * hidden, at most 150 characters with its extension kept.
 */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(clean)?.[0] ?? '';
  const stem = [...clean.slice(0, clean.length - extension.length)].slice(0, 150 - extension.length).join('');
  return (stem || 'file') + extension;
}
