import fc from 'fast-check';
import type { Cell } from '../sheet/sheet';
import { day, type DayOptions } from './day';
import { Unreadable } from './reader';

const context = { today: '2026-11-23' };
const read = (cell: Partial<Cell> & { text: string }, options: DayOptions = {}): string => {
  const value = day(options)({ column: 1, kind: 'text', ...cell }, context);
  return value instanceof Unreadable ? value.code : value;
};
const text = (shown: string, options?: DayOptions) => read({ text: shown }, options);

/** Every notation that rosters use, from year, month and day. */
const notations: Readonly<Record<string, (y: string, m: string, d: string) => string>> = {
  compact: (y, m, d) => y + m.padStart(2, '0') + d.padStart(2, '0'),
  dashes: (y, m, d) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
  slashes: (y, m, d) => `${y}/${m}/${d}`,
  dots: (y, m, d) => `${y}.${m}.${d}`,
  chinese: (y, m, d) => `${y}年${m}月${d}日`,
  'full width': (y, m, d) => `${y}．${m}．${d}`.replace(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  'with blanks and a time': (y, m, d) => ` ${y} - ${m} - ${d} 00:00:00`,
};

const days = fc
  .date({ min: new Date('1900-03-01T00:00:00Z'), max: new Date('2026-11-23T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('days', () => {
  it.each(Object.keys(notations))('reads any day written with %s', (notation) => {
    fc.assert(
      fc.property(days, (expected) => {
        const [y, m, d] = expected.split('-') as [string, string, string];
        expect(text(notations[notation]!(y, String(Number(m)), String(Number(d))))).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('reads date cells and serial numbers as the same day', () => {
    fc.assert(
      fc.property(days, (expected) => {
        const serial = (Date.parse(`${expected}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
        expect(read({ kind: 'date', text: expected })).toBe(expected);
        expect(read({ kind: 'number', text: String(serial), number: serial })).toBe(expected);
        const compact = Number(expected.replaceAll('-', ''));
        expect(read({ kind: 'number', text: String(compact), number: compact })).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses days that are on no calendar, whatever the notation', () => {
    const month = fc.integer({ min: 0, max: 20 });
    const date = fc.integer({ min: 0, max: 40 });
    let refused = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1921, max: 2025 }), month, date, (y, m, d) => {
        const last = m >= 1 && m <= 12 ? new Date(Date.UTC(y, m, 0)).getUTCDate() : 0;
        const exists = d >= 1 && d <= last;
        if (!exists) refused++;
        for (const write of Object.values(notations))
          expect(/^\d{4}-/.test(text(write(String(y), String(m), String(d))))).toBe(exists);
      }),
      { numRuns: 1000, seed: 7 },
    );
    expect(refused).toBeGreaterThan(300);
  });

  it.each([
    ['2023-02-29', 'BAD_DATE'],
    ['2024-02-29', '2024-02-29'],
    ['19.2.1', 'TWO_DIGIT_YEAR'],
    ['98年3月5日', 'TWO_DIGIT_YEAR'],
    ['2019-2.1', 'BAD_DATE'],
    ['2019年2-1', 'BAD_DATE'],
    ['201921', 'BAD_DATE'],
    ['不详', 'BAD_DATE'],
    ['2019', 'BAD_DATE'],
    ['2005年2月', 'DATE_WITHOUT_DAY'],
    ['2005.2', 'DATE_WITHOUT_DAY'],
    ['2026-11-23', '2026-11-23'],
    ['2026-11-24', 'DATE_IN_FUTURE'],
    ['43497', 'BAD_DATE'],
  ])('reads %s as %s', (shown, expected) => {
    expect(text(shown)).toBe(expected);
  });

  it('takes a month alone, a day ahead or an early day only as the field says', () => {
    expect(text('2005年2月', { monthAlone: true })).toBe('2005-02-01');
    expect(text('2027-01-01', { future: true })).toBe('2027-01-01');
    expect(text('1919-05-04', { earliest: '1920-01-01' })).toBe('DATE_TOO_EARLY');
    expect(read({ kind: 'error', text: '#N/A' })).toBe('CELL_ERROR');
    expect(read({ kind: 'number', text: '12', number: 12 })).toBe('BAD_DATE');
  });
});
