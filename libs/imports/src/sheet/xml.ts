import { importErrors } from '../imports.errors';

/** What a scanner meets, in the order of the text. Names come without their prefix. */
export interface XmlReader {
  /** @param attributes as written, see `attribute` */
  open?(name: string, attributes: string): void;
  /** also for an element that is empty */
  close?(name: string): void;
  /** between two tags, decoded */
  text?(text: string): void;
}

/** No element of a workbook stands deeper. */
const deepest = 60;
/** No tag and no text of a workbook is longer: a cell holds 32,767 characters, each at most as `&#1114111;`. */
const longest = 400_000;

/**
 * Reads XML piece by piece, holding no more than the tag or text at hand. Knows what workbooks need and nothing else:
 * no entities but the five, no document types; what is not well formed is no workbook.
 *
 * @throws WORKBOOK_UNREADABLE, and what the reader throws
 */
export async function readXml(pieces: AsyncIterable<string>, reader: XmlReader): Promise<void> {
  const names: string[] = [];
  let rest = '';
  for await (const piece of pieces) {
    rest = scan(rest + piece, names, reader);
    if (rest.length > longest) throw importErrors.WORKBOOK_UNREADABLE();
  }
  if (names.length > 0 || rest.trim() !== '') throw importErrors.WORKBOOK_UNREADABLE();
}

/** @returns what is not complete yet */
function scan(xml: string, names: string[], reader: XmlReader): string {
  let at = 0;
  for (;;) {
    const start = xml.indexOf('<', at);
    if (start < 0) return xml.slice(at);
    const end = endOf(xml, start);
    if (end < 0) return xml.slice(at);
    if (start > at && names.length > 0) reader.text?.(decoded(xml.slice(at, start)));
    at = end;
    const mark = xml[start + 1];
    if (mark === '?') continue;
    if (mark === '!') {
      if (xml.startsWith('<![CDATA[', start)) reader.text?.(xml.slice(start + 9, end - 3));
      else if (!xml.startsWith('<!--', start)) throw importErrors.WORKBOOK_UNREADABLE();
      continue;
    }
    element(xml.slice(start + 1, end - 1), names, reader);
  }
}

/** Behind the tag, comment or section that begins at `start`; -1 while it is not complete. */
function endOf(xml: string, start: number): number {
  const behind = (mark: string, from: number): number => {
    const at = xml.indexOf(mark, from);
    return at < 0 ? -1 : at + mark.length;
  };
  // its kind is not known before all of its mark is there
  if ('<![CDATA['.startsWith(xml.slice(start, start + 9)) && xml.length < start + 9) return -1;
  if (xml.startsWith('<!--', start)) return behind('-->', start + 4);
  if (xml.startsWith('<![CDATA[', start)) return behind(']]>', start + 9);
  if (xml.startsWith('<?', start)) return behind('?>', start + 2);
  for (let at = start + 1; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (code === 62) return at + 1;
    if (code !== 34 && code !== 39) continue;
    // a quoted value may hold anything but its quote
    at = xml.indexOf(xml[at]!, at + 1);
    if (at < 0) return -1;
  }
  return -1;
}

function element(tag: string, names: string[], reader: XmlReader): void {
  if (tag.startsWith('/')) {
    const name = bare(tag.slice(1).trim());
    if (names.pop() !== name) throw importErrors.WORKBOOK_UNREADABLE();
    reader.close?.(name);
    return;
  }
  const empty = tag.endsWith('/');
  const space = tag.search(/[\s/]/);
  const name = bare(space < 0 ? tag : tag.slice(0, space));
  reader.open?.(name, space < 0 ? '' : tag.slice(space));
  if (empty) reader.close?.(name);
  else if (names.push(name) > deepest) throw importErrors.WORKBOOK_UNREADABLE();
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Finds the value of an attribute among those of a tag, whatever its prefix. */
export function attribute(name: string): (attributes: string) => string | undefined {
  const pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  return (attributes) => {
    const match = pattern.exec(attributes);
    return match ? decoded(match[1] ?? match[2] ?? '') : undefined;
  };
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));/g, (_, decimal, hex, name: string) => {
    const code = decimal ? Number(decimal) : hex ? parseInt(hex as string, 16) : undefined;
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    const known = entities[name];
    if (known === undefined) throw importErrors.WORKBOOK_UNREADABLE();
    return known;
  });
}
