import { afterCursor, decodeCursor, type OrderColumn } from './cursor';
import { ReadInputError } from './errors';
import { identifier, Param, render, typeName } from './sql';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');

test('a cursor made for the order is read', () => {
  expect(decodeCursor(encode(['NAME', 'a', null]), 'NAME', [false, true])).toEqual(['a', null]);
});

test.each([
  ['garbage', '%%%'],
  ['no JSON', Buffer.from('["NAME",').toString('base64')],
  ['no list', encode({ 0: 'NAME', 1: 'a', 2: 'b', length: 3 })],
  ['null', encode(null)],
  ['another order', encode(['TREE', 'a', 'b'])],
  ['too few values', encode(['NAME', 'a'])],
  ['too many values', encode(['NAME', 'a', 'b', 'c'])],
  ['a number', encode(['NAME', 1, 'b'])],
  ['an object', encode(['NAME', { toString: 'x' }, 'b'])],
  ['a list', encode(['NAME', ['a'], 'b'])],
  ['null where the column has none', encode(['NAME', null, 'b'])],
  ['not text', 12],
  ['too long', encode(['NAME', 'a'.repeat(9000), 'b'])],
])('%s is refused', (_, cursor) => {
  expect(() => decodeCursor(cursor, 'NAME', [false, true])).toThrow(ReadInputError);
  expect(() => decodeCursor(cursor, 'NAME', [false, true])).toThrow(
    expect.objectContaining({ reason: 'CURSOR' }) as Error,
  );
});

const column = (name: string, descending: boolean, nullable: boolean): OrderColumn => ({
  value: identifier(name),
  type: typeName('text'),
  descending,
  nullable,
});
const text = (columns: OrderColumn[], nulls: string, backward = false): string =>
  render(afterCursor(columns, nulls, () => new Param(() => ''), backward)).text.replaceAll('"', '');

test('columns of one direction are compared as a row, for the index', () => {
  expect(text([column('a', true, false), column('b', true, false)], '00')).toBe('(a, b) < ($1::text, $2::text)');
  expect(text([column('a', true, false), column('b', true, false)], '00', true)).toBe('(a, b) > ($1::text, $2::text)');
});
test('mixed directions are spelled out', () => {
  expect(text([column('a', true, false), column('b', false, false)], '00')).toBe(
    '((a < $1::text) or (a = $1::text and b > $2::text))',
  );
});
test('nulls come last upwards and first downwards', () => {
  expect(text([column('a', false, true), column('b', false, false)], '00')).toBe(
    '(((a > $1::text or a is null)) or (a = $1::text and b > $2::text))',
  );
  expect(text([column('a', false, true), column('b', false, false)], '10')).toBe(
    '((false) or (a is null and b > $1::text))',
  );
  expect(text([column('a', true, true), column('b', true, false)], '10')).toBe(
    '((a is not null) or (a is null and b < $1::text))',
  );
});
