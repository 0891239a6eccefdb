import { Unreadable } from '@dangwu/imports';
import { time } from './roster-fields';

const read = (text: string, number?: number): string => {
  const value = time(
    { column: 1, kind: number === undefined ? 'text' : 'number', text, ...(number !== undefined && { number }) },
    {
      today: '2026-11-23',
    },
  );
  return value instanceof Unreadable ? value.code : value;
};

describe('times', () => {
  it.each([
    ['14:30', '14:30'],
    ['9:05', '09:05'],
    ['１４：３０', '14:30'],
    ['14时30分', '14:30'],
    ['14点', '14:00'],
    ['9点半', '09:30'],
    ['下午2:30', '14:30'],
    ['下午 2 点', '14:00'],
    ['上午9:00', '09:00'],
    ['晚上7点半', '19:30'],
    ['中午12:00', '12:00'],
    ['2:30pm', '14:30'],
    ['14:30:00', '14:30'],
    ['24:00', 'BAD_TIME'],
    ['14:60', 'BAD_TIME'],
    ['14', 'BAD_TIME'],
    ['散会时', 'BAD_TIME'],
    ['9:00-10:00', 'BAD_TIME'],
  ])('reads %s as %s', (text, expected) => expect(read(text)).toBe(expected));

  it('reads the part of a day that Excel keeps', () => {
    expect(read('0.604166666666667', 0.604166666666667)).toBe('14:30');
    expect(read('14', 14)).toBe('BAD_TIME');
  });
});
