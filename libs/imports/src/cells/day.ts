import { reader, Unreadable, type CellReader } from './reader';

export interface DayOptions {
  /** YYYY-MM-DD; earlier days are DATE_TOO_EARLY */
  readonly earliest?: string;
  /** days after today are allowed */
  readonly future?: boolean;
  /** `2005年2月` reads as the first day of that month instead of DATE_WITHOUT_DAY */
  readonly monthAlone?: boolean;
}

/**
 * A day as rosters write it: 20190201, 2019-02-01, 2019/2/1, 2019.2.1, 2019年2月1日, or a date cell of Excel (or its
 * serial number where the cell lost its format). A time behind the day is dropped. Two-digit years are refused.
 */
export function day(options: DayOptions = {}): CellReader<string> {
  return reader((cell, { today }) => {
    const read = cell.kind === 'date' ? cell.text : parse(cell.text, cell.number, options);
    if (read instanceof Unreadable) return read;
    if (options.earliest && read < options.earliest)
      return new Unreadable('DATE_TOO_EARLY', { date: read, earliest: options.earliest });
    if (!options.future && read > today) return new Unreadable('DATE_IN_FUTURE', { date: read, today });
    return read;
  });
}

const separated = /^(\d{1,4})([-/.年])(\d{1,2})(?:([-/.月])(?:(\d{1,2})[日号]?)?)?$/;

function parse(shown: string, number: number | undefined, options: DayOptions): string | Unreadable {
  // 1900-01-01 to 2099-12-31 as Excel counts days; eight digits are a date of their own
  if (number !== undefined && number < 80_000) return fromSerial(number);
  const text = shown
    .normalize('NFKC')
    .replace(/[T ]\s*\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '')
    .replace(/\s/g, '')
    .replace(/[‐‑–—−]/g, '-');
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return calendarDay(compact[1]!, compact[2]!, compact[3]!);
  const month = /^(\d{4})(\d{2})$/.exec(text);
  if (month) return alone(month[1]!, month[2]!, options);
  const match = separated.exec(text);
  if (!match) return new Unreadable('BAD_DATE');
  const [, year, first, monthText, second, dayText] = match;
  const sameNotation = second === undefined || second === (first === '年' ? '月' : first);
  if (!sameNotation) return new Unreadable('BAD_DATE');
  if (year!.length < 4) return new Unreadable(year!.length === 2 ? 'TWO_DIGIT_YEAR' : 'BAD_DATE');
  if (dayText !== undefined) return calendarDay(year!, monthText!, dayText);
  // "2019-2-" breaks off; "2019年2月" is a month
  return second === undefined || second === '月' ? alone(year!, monthText!, options) : new Unreadable('BAD_DATE');
}

function alone(year: string, month: string, { monthAlone }: DayOptions): string | Unreadable {
  const first = calendarDay(year, month, '1');
  return first instanceof Unreadable || monthAlone ? first : new Unreadable('DATE_WITHOUT_DAY');
}

function calendarDay(year: string, month: string, date: string): string | Unreadable {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const instant = new Date(`${day}T00:00:00Z`);
  // "2023-02-29" parses as the first of March
  const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
  return exists && Number(year) > 1000 ? day : new Unreadable('BAD_DATE');
}

function fromSerial(serial: number): string | Unreadable {
  // Excel counts 1900-02-29, a day that never was; below it nothing in a roster is a date
  if (serial < 61) return new Unreadable('BAD_DATE');
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}
