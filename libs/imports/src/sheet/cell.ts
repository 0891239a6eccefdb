import type { Formats } from './formats';
import type { Cell } from './sheet';

/** A cell as the file writes it. */
export interface RawCell {
  readonly column: number;
  /** s shared string, inlineStr, str result of a formula, b boolean, e error, d ISO date, n number */
  readonly type: string;
  readonly style: number;
  value: string;
  /** the file gives a value, be it empty */
  filled: boolean;
  formula: boolean;
}

/** What a person sees in a cell; undefined where that is nothing. */
export function cellOf(raw: RawCell, strings: readonly string[], formats: Formats): Cell | undefined {
  const { column, formula, filled } = raw;
  const read = filled ? valueOf(raw, strings, formats) : undefined;
  if (!formula) return read;
  // never computed: the program that wrote the file left no result
  const shown = read ?? (filled ? undefined : error(column, '#N/A'));
  return shown && { ...shown, formula: true };
}

function valueOf({ column, type, style, value }: RawCell, strings: readonly string[], formats: Formats) {
  switch (type) {
    case 's':
      return text(column, strings[Number(value)] ?? '');
    case 'str':
    case 'inlineStr':
      return text(column, value);
    case 'b':
      return { column, kind: 'boolean', text: value.trim() === '1' ? 'TRUE' : 'FALSE' } as const;
    case 'e':
      return error(column, value.trim());
    case 'd':
      return day(column, /^\d{4}-\d{2}-\d{2}/.exec(value.trim())?.[0] ?? null);
    default:
      return number(column, value, style, formats);
  }
}

function number(column: number, shown: string, style: number, formats: Formats): Cell | undefined {
  const value = Number(shown);
  if (shown.trim() === '' || !Number.isFinite(value)) return undefined;
  // a time of the day without a day: Excel counts it as a part of its day zero
  if (formats.isDay(style) && value > 0 && value < 1)
    return { column, kind: 'number', text: timeOf(value), number: value };
  if (formats.isDay(style)) return day(column, formats.dayOf(value));
  return { column, kind: 'number', text: String(value), number: value };
}

const day = (column: number, text: string | null): Cell =>
  text === null ? error(column, '#VALUE!') : { column, kind: 'date', text };

/** HH:MM */
const timeOf = (part: number): string => new Date(Math.round(part * 1440) * 60_000).toISOString().slice(11, 16);

const error = (column: number, shown: string): Cell => ({ column, kind: 'error', text: shown });

/** A piece of a text holds the whole of it: of the XML around a cell nothing is kept. V8 copies shorter ones anyway. */
export const own = (text: string): string =>
  text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');

function text(column: number, value: string): Cell | undefined {
  const shown = value
    // how Excel writes characters that XML has no place for, such as line ends of the old kind
    .replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    // zero-width characters come with texts pasted from web pages and chats
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .trim()
    // the mark that `inert` puts before a text when rows go out as a file
    .replace(/^'(?=[=+\-@])/, '');
  return shown === '' ? undefined : { column, kind: 'text', text: own(shown) };
}
