import { randomBytes } from 'node:crypto';
import { blindMark, contextOf, keyId, open, seal } from './seal';

const key = randomBytes(32);
const field = { table: 'person', column: 'id_number' };
const context = contextOf(field, 'p-1');

it('opens what it sealed, and never seals the same twice', () => {
  const plain = Buffer.from('身份证 11010519491231002X');
  const [one, two] = [seal(key, plain, context), seal(key, plain, context)];
  expect(open(key, one, context)).toEqual(plain);
  expect(one.equals(two)).toBe(false);
  expect(one.includes(Buffer.from('1101'))).toBe(false);
});

it('refuses another key, another person, another column and every changed byte', () => {
  const sealed = seal(key, Buffer.from('x'), context);
  expect(() => open(randomBytes(32), sealed, context)).toThrow();
  expect(() => open(key, sealed, contextOf(field, 'p-2'))).toThrow();
  expect(() => open(key, sealed, contextOf({ ...field, column: 'phone' }, 'p-1'))).toThrow();
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    expect(() => open(key, changed, context)).toThrow();
  }
  expect(() => open(key, sealed.subarray(0, 20), context)).toThrow(/Not a value/);
});

it('marks equal values of a column equally and nothing else', () => {
  const mark = (value: string, column = 'phone', by = key): string =>
    blindMark(by, { table: 'person', column }, value).toString('hex');
  expect(mark('１３８')).toBe(mark(' 138 '));
  expect(new Set([mark('138'), mark('139'), mark('138', 'id'), mark('138', 'phone', randomBytes(32))]).size).toBe(4);
});

it('names keys without telling them', () => {
  expect(keyId(key)).toMatch(/^[0-9a-f]{16}$/);
  expect(key.toString('hex')).not.toContain(keyId(key));
});
