import { inflateSync } from 'node:zlib';

/** A line of text and where it begins, in points from the lower left corner. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface ReadPdf {
  /** points */
  readonly box: readonly [width: number, height: number];
  readonly fonts: readonly string[];
  /** programs of fonts that stand in the file itself, in bytes */
  readonly embedded: readonly number[];
  readonly pages: readonly (readonly Placed[])[];
}

interface Part {
  readonly dictionary: string;
  readonly data: Buffer | null;
}

/** Reads back what our writer writes: one font format, one way to place text. For tests, not a reader of any PDF. */
export function readPdf(file: Buffer): ReadPdf {
  const parts = partsOf(file);
  const all = [...parts.values()];
  const reference = (dictionary: string, key: string) => new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1];
  const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(all.map((part) => part.dictionary).join('\n'))!;
  const maps = new Map<string, ReadonlyMap<string, string>>();
  const characters = (font: string): ReadonlyMap<string, string> => {
    const known =
      maps.get(font) ?? charactersOf(parts.get(reference(parts.get(font)!.dictionary, 'ToUnicode')!)!.data!);
    maps.set(font, known);
    return known;
  };
  const pages = all
    .filter(({ dictionary }) => /\/Type \/Page\b(?!s)/.test(dictionary))
    .map(({ dictionary }) => {
      const resources = parts.get(reference(dictionary, 'Resources') ?? '')?.dictionary ?? dictionary;
      const fonts = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map((found) => [found[1]!, found[2]!]));
      const content = parts.get(reference(dictionary, 'Contents')!)!.data!.toString('latin1');
      return placedIn(content, (name) => characters(fonts.get(name)!));
    });
  return {
    box: [Number(box[1]), Number(box[2])],
    fonts: [
      ...new Set(all.flatMap(({ dictionary }) => [...dictionary.matchAll(/\/BaseFont \/(\S+)/g)].map((f) => f[1]!))),
    ],
    embedded: all.flatMap(({ dictionary }) => {
      const program = /\/FontFile[23]? (\d+) 0 R/.exec(dictionary)?.[1];
      return program ? [parts.get(program)!.data!.length] : [];
    }),
    pages,
  };
}

/** The objects of the file by their numbers, their streams unpacked. */
function partsOf(file: Buffer): ReadonlyMap<string, Part> {
  const text = file.toString('latin1');
  const parts = new Map<string, Part>();
  for (const found of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)(?:\nstream\n|\nendobj)/g)) {
    const [whole, number, dictionary] = [found[0], found[1]!, found[2]!];
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    const from = found.index + whole.length;
    const raw = whole.endsWith('stream\n') ? file.subarray(from, from + length) : null;
    parts.set(number, { dictionary, data: raw && /FlateDecode/.test(dictionary) ? inflateSync(raw) : raw });
  }
  return parts;
}

/** Which character each glyph stands for, as the file says for those who copy text out of it. */
function charactersOf(map: Buffer): ReadonlyMap<string, string> {
  const characters = new Map<string, string>();
  for (const [, first, , list] of map.toString('latin1').matchAll(/<(\w{4})> <(\w{4})> \[([^\]]*)\]/g)) {
    for (const [i, code] of [...list!.matchAll(/<([\w ]+)>/g)].map((found) => found[1]!).entries()) {
      const units = code
        .replaceAll(' ', '')
        .match(/.{4}/g)!
        .map((unit) => parseInt(unit, 16));
      characters.set((parseInt(first!, 16) + i).toString(16).padStart(4, '0'), String.fromCharCode(...units));
    }
  }
  return characters;
}

/** Lines from top to bottom; what stands at the same height is one. */
function placedIn(content: string, characters: (font: string) => ReadonlyMap<string, string>): Placed[] {
  const lines = new Map<number, Placed>();
  let [font, x, y] = ['', 0, 0];
  const operators = /1 0 0 1 ([\d.-]+) ([\d.-]+) Tm|\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g;
  for (const found of content.matchAll(operators)) {
    if (found[1]) [x, y] = [Number(found[1]), Math.round(Number(found[2]) * 100) / 100];
    if (found[3]) font = found[3];
    if (found[4] === undefined) continue;
    const glyphs = [...found[4].matchAll(/<(\w+)>/g)].flatMap((piece) => piece[1]!.match(/.{4}/g) ?? []);
    const text = glyphs.map((glyph) => characters(font).get(glyph.toLowerCase()) ?? '\uFFFD').join('');
    const line = lines.get(y);
    lines.set(y, line ? { ...line, text: line.text + text } : { text, x, y });
  }
  return [...lines.values()].toSorted((a, b) => b.y - a.y);
}
