import { eachDay } from '@dangwu/platform/clock';
import type { CalendarDate, HolidayKind } from '../holiday-day';
import { holidayName, holidayNames } from '../holiday-words';
import { statutoryDays } from '../statutory-days';
import { readDates, type WrittenRange } from './notice-dates';
import { noticeFault, type NoticeFault } from './notice-faults';

/** What the text of a notice says. */
export interface ReadNotice {
  readonly days: readonly CalendarDate[];
  /** the notice's title and number, where the text has them */
  readonly basis: string | null;
  readonly noticedOn: string | null;
  readonly faults: readonly NoticeFault[];
}

const title = /国务院办公厅关于\s*(\d{4})\s*年\s*部分节假日安排的通知/;
const number = /国办发明电〔\d{4}〕\s*\d+\s*号/;
const signed = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const heading = /^(?:[一二三四五六七八九十]+、|\d{1,2}[.、])?\s*([^\d,。;:()]{2,20}):/;
/** Words of the address and the reasons that name days without arranging any: 自10月1日起放假调休7天, 11月12日电. */
const asides = /自[^,。;]*?日起|\d{1,2}月\d{1,2}日电/g;
const row =
  /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?(?:\([^)]*\))?[\s,|]+(休|放假|班|上班|off|work)(?:[\s,|]+(.*?))?[\s|]*$/i;

/** A notice without line breaks has some 1,500 characters; the expressions here are not made for books. */
const longestLine = 3_000;

/** As many as a year may be set with. */
const most = 150;

/**
 * Reads the State Council's notice as it is published, or a table with a line for each day: `2028-01-01 休 元旦`.
 * What is no arrangement (the address, the closing words) is passed over; what looks like one and cannot be read is a
 * fault with its line. Weekdays and counts that the notice writes are compared with the calendar.
 */
export function readNotice(text: string, year: number): ReadNotice {
  const plain = text.normalize('NFKC');
  const reading = new Reading(year);
  for (const [i, line] of plain.split('\n').entries()) reading.line(i + 1, line.trim());
  const [named, numbered] = [title.exec(plain), number.exec(plain)];
  if (named && Number(named[1]) !== year)
    reading.faults.push(noticeFault('OTHER_YEAR', null, named[0], { found: named[1], year }));
  if (reading.days.length === 0 && reading.faults.length === 0) reading.faults.push(noticeFault('NOTHING', null, ''));
  const basis = named
    ? `${named[0].replaceAll(/\s/g, '')}${numbered ? `（${numbered[0].replaceAll(' ', '')}）` : ''}`
    : null;
  return { days: reading.days, basis, noticedOn: reading.noticedOn, faults: reading.faults };
}

class Reading {
  readonly days: CalendarDate[] = [];
  readonly faults: NoticeFault[] = [];
  noticedOn: string | null = null;
  /** the holidays the last heading named */
  private names: readonly string[] = [];
  private headed = false;
  /** whether more was read than a year may have */
  private full = false;
  private readonly statutory: ReadonlyMap<string, string>;

  constructor(private readonly year: number) {
    this.statutory = new Map(statutoryDays(year)?.map(({ date, name }) => [date, name]));
  }

  line(at: number, line: string): void {
    if (line.length > longestLine) {
      this.faults.push(noticeFault('LONG_LINE', at, `${line.slice(0, 40)}…`));
      return;
    }
    const signature = signed.exec(line.replaceAll(' ', ''));
    if (signature) {
      const [, year, month, day] = signature as unknown as [string, string, string, string];
      this.noticedOn = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      return;
    }
    const entry = row.exec(line.replace(/^\|\s*/, ''));
    if (entry) return this.row(at, line, entry);
    // a text copied without its line breaks still has its numbers
    for (const part of line.split(/(?<=。)\s*(?=[一二三四五六七八九十]+、)/)) this.paragraph(at, part);
  }

  private row(at: number, line: string, entry: RegExpExecArray): void {
    const [, year = String(this.year), month, day, kind, name] = entry;
    const { ranges, faults } = readDates(`${year}年${month}月${day}日`, this.year);
    for (const { kind: fault, ...params } of faults) this.faults.push(noticeFault(fault, at, line, params));
    if (name) this.names = [name.trim()];
    this.headed = Boolean(name);
    this.add(at, line, ranges, /^(休|放假|off)$/i.test(kind!) ? 'OFF' : 'WORK');
  }

  private paragraph(at: number, part: string): void {
    const head = heading.exec(part);
    const names = head?.[1]!.split('、').map((name) => name.trim());
    const arranges = names?.every((name) => holidayNames.includes(name) || /[节日旦]$/.test(name)) ?? false;
    if (arranges) [this.names, this.headed] = [names!, true];
    const body = arranges ? part.slice(head![0].length) : part.replaceAll(asides, '');
    const read = readDates(body, this.year);
    if (read.ranges.length + read.faults.length === 0) {
      if (arranges && body.trim()) this.faults.push(noticeFault('NO_DATES', at, part));
      return;
    }
    for (const sentence of body.split(/[。;]/)) this.sentence(at, sentence);
  }

  private sentence(at: number, sentence: string): void {
    let open: WrittenRange[] = [];
    let off = 0;
    // a comma inside the brackets separates no clauses: （农历正月初七，周一）
    for (const clause of sentence.replaceAll(/\([^)]*\)/g, (inside) => inside.replaceAll(',', '、')).split(',')) {
      const { ranges, faults, rest } = readDates(clause, this.year);
      for (const { kind, ...params } of faults) this.faults.push(noticeFault(kind, at, sentence, params));
      open.push(...ranges);
      const kind = /上班/.test(rest) ? 'WORK' : /放假|休息/.test(rest) ? 'OFF' : null;
      if (kind && open.length) {
        this.add(at, sentence, open, kind);
        if (kind === 'OFF') off += open.reduce((sum, { from, to }) => sum + [...eachDay(from, to)].length, 0);
        open = [];
      }
      const said = /(?:共|放假)\s*(\d+)\s*天/.exec(rest)?.[1];
      if (said && faults.length === 0 && off > 0 && Number(said) !== off)
        this.faults.push(noticeFault('COUNT', at, sentence, { said, counted: off }));
      const unread = /[^、和及\s]*\d[^、\s]*/.exec(rest.replace(/(?:共|放假)\s*\d+\s*天/, ''))?.[0];
      if (unread) this.faults.push(noticeFault('UNREAD', at, sentence, { rest: unread }));
    }
    if (open.length) this.faults.push(noticeFault('NO_VERB', at, sentence));
  }

  private add(at: number, text: string, ranges: readonly WrittenRange[], kind: HolidayKind): void {
    const dates = ranges.flatMap(({ from, to }) => [...eachDay(from, to)]);
    const within = dates.map((date) => this.statutory.get(date)).find((name) => name !== undefined);
    // without a heading the statutory day among them names the run, and the worked days after it
    if (kind === 'OFF' && within && !this.headed) this.names = [within];
    const [main] = this.names;
    if (!main) {
      if (dates.length) this.faults.push(noticeFault('NO_NAME', at, text));
      return;
    }
    if (this.days.length + dates.length > most) {
      if (!this.full) this.faults.push(noticeFault('TOO_MANY', null, ''));
      this.full = true;
      return;
    }
    for (const date of dates) {
      const own = this.statutory.get(date);
      const name = kind === 'OFF' && own && this.names.includes(own) ? own : main;
      this.days.push({ date, kind, name: holidayName(name) });
    }
  }
}
