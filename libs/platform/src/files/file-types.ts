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
  '.pptx': {
    type: `${office}.presentationml.presentation`,
    matches: (content) => zip(content) && hasEntry(content, 'ppt/'),
  },
  '.zip': { type: 'application/zip', matches: (content) => zip(content) && entriesOf(content) !== null },
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
  if (zip(content)) checkEntries(name, content);
  return known.type;
}

/** Programs, scripts, links that start something, and macros of office documents, wherever in a package they stand. */
const programs =
  /\.(exe|dll|com|scr|msi|bat|cmd|ps1|psm1|vbs|vbe|js|jse|wsf|wsh|hta|jar|lnk|reg|sh|apk|docm|xlsm|pptm|dotm|xltm|xlam)$|(^|\/)vbaProject\.bin$|(^|\/)(macrosheets|activeX)\//i;
/** Packages within a package are not looked through, so none is taken. */
const packages = /\.(zip|rar|7z|tar|gz|bz2|xz|cab|iso)$/i;

/** @throws FILE_HOLDS_PROGRAM, FILE_HOLDS_PACKAGE */
function checkEntries(name: string, content: Buffer): void {
  for (const entry of entriesOf(content) ?? []) {
    const last = entry.slice(0, 200);
    if (programs.test(entry)) throw fileErrors.FILE_HOLDS_PROGRAM({ name, entry: last });
    if (packages.test(entry)) throw fileErrors.FILE_HOLDS_PACKAGE({ name, entry: last });
  }
}

/** An office document: it has its folder, and the table of contents that all of them have. */
function hasEntry(content: Buffer, folder: string): boolean {
  const entries = entriesOf(content) ?? [];
  return entries.some((entry) => entry.startsWith(folder)) && entries.includes('[Content_Types].xml');
}

/** Walks the central directory, where every real zip names its entries, without unpacking anything; null: it is torn. */
function entriesOf(content: Buffer): readonly string[] | null {
  const end = content.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > content.length) return null;
  const count = content.readUInt16LE(end + 10);
  const entries: string[] = [];
  let at = content.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > content.length || content.readUInt32LE(at) !== 0x02014b50) return null;
    const length = content.readUInt16LE(at + 28);
    entries.push(content.toString('utf8', at + 46, at + 46 + length));
    at += 46 + length + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  }
  return entries;
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
