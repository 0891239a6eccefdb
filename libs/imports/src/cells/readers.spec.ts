import type { Cell } from '../sheet/sheet';
import { choice, code, integer, text } from './readers';
import { Unreadable, type CellReader } from './reader';

const read = <V>(reader: CellReader<V>, shown: string, cell: Partial<Cell> = {}): V | string => {
  const value = reader({ column: 1, kind: 'text', text: shown, ...cell }, { today: '2026-11-23' });
  return value instanceof Unreadable ? value.code : value;
};

describe('whole numbers', () => {
  const count = integer({ min: 0, max: 5000 });
  it.each([
    ['62', 62],
    ['６２', 62],
    ['62人', 62],
    [' 62 名', 62],
    ['1,024', 1024],
    ['62.0', 62],
    ['0', 0],
    ['62.5', 'BAD_NUMBER'],
    ['约60', 'BAD_NUMBER'],
    ['6-8', 'BAD_NUMBER'],
    ['1,02', 'BAD_NUMBER'],
    ['', 'BAD_NUMBER'],
    ['-1', 'OUT_OF_RANGE'],
    ['5001', 'OUT_OF_RANGE'],
  ])('reads "%s" as %s', (shown, expected) => expect(read(count, shown)).toBe(expected));

  it('takes no date for a number', () => {
    expect(read(count, '2019-02-01', { kind: 'date' })).toBe('BAD_NUMBER');
    expect(read(count, '#REF!', { kind: 'error' })).toBe('CELL_ERROR');
  });
});

describe('choices', () => {
  const type = choice({ BRANCH: ['党支部', '支部'], COMMITTEE: ['党委', '党委（功能型）'] }, 'UNKNOWN_TYPE');
  it.each([
    ['党支部', 'BRANCH'],
    [' 支 部\n', 'BRANCH'],
    ['党委(功能型)', 'COMMITTEE'],
    ['党委〔功能型〕', 'COMMITTEE'],
    ['branch', 'BRANCH'],
    ['支', 'UNKNOWN_TYPE'],
  ])('reads "%s" as %s', (shown, expected) => expect(read(type, shown)).toBe(expected));
});

describe('texts and codes', () => {
  it('keeps a text as it is, on one line', () => {
    expect(read(text(), '=cmd|x\n<b>')).toBe('=cmd|x <b>');
    expect(read(text(5), '一二三四五六')).toBe('TOO_LONG');
  });

  it('writes codes half width without blanks', () => {
    expect(read(code(), 'ＤＺ ０００１')).toBe('DZ0001');
  });
});
