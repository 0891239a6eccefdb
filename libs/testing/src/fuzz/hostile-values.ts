import type { Random } from '../made/random';

/** Texts that have broken programs: encodings, lengths, and the languages a value may end up in. */
export const hostileTexts: readonly (() => string)[] = [
  () => '',
  () => ' \t\r\n\u00a0\u3000',
  () => '\0',
  () => 'before\0after',
  () => '\ud800',
  () => 'x\udfffy\ud83d',
  () => '\ufeff\u202e\u2066党支部\u200b\u2028',
  () => 'é'.normalize('NFD').repeat(50),
  () => '👨‍👩‍👧‍👦'.repeat(40),
  () => 'ﷺ'.repeat(200),
  () => 'x'.repeat(1_000),
  () => '党'.repeat(70_000),
  () => '%'.repeat(500),
  () => '_%\\_%\\',
  () => '\\',
  () => "'",
  () => "' or '1'='1",
  () => "'; drop table account; --",
  () => '1; select pg_sleep(5)--',
  () => "') union select null, null --",
  () => '$1 $$ $x$ :name ? ??',
  () => '"',
  () => '`${process.exit(1)}`',
  () => '{{constructor.constructor("return 1")()}}',
  () => '<script>alert(1)</script><svg onload=alert(1)>',
  () => '=HYPERLINK("http://x")',
  () => '../../../../etc/passwd',
  () => 'C:\\windows\\win.ini',
  () => '%00%0d%0aSet-Cookie:x=1',
  () => '\r\nX-Injected: 1',
  () => '__proto__',
  () => 'constructor',
  () => 'toString',
  () => 'NaN',
  () => 'Infinity',
  () => 'null',
  () => 'undefined',
  () => '[object Object]',
  () => '0',
  () => '-0',
  () => '1e309',
  () => '9'.repeat(400),
  () => '0x7fffffff',
  () => '１２３',
  () => '٣',
  () => '()*+?[]{}|^$.'.repeat(30),
  () => `${'a'.repeat(2_000)}!`,
  () => '& | ! <-> :* ((((',
  () => '{"$ne":null}',
];

export const hostileDates: readonly string[] = [
  '2026-02-29',
  '2026-02-30',
  '0000-00-00',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '10000-01-01',
  '-271821-04-20',
  '+275760-09-13',
  '2026-13-01',
  '2026-1-1',
  '20260101',
  '2026-01-01T00:00:00Z',
  'infinity',
  '-infinity',
  'today',
  'epoch',
  '294277-01-01',
];

export const hostileTimes: readonly string[] = [
  ...hostileDates,
  '2026-01-01T24:00:00Z',
  '2026-01-01T23:59:60Z',
  '2026-01-01T00:00:00+99:99',
  '9999-12-31T23:59:59.999999999Z',
  '0001-01-01T00:00:00Z',
];

export const hostileNumbers: readonly number[] = [
  0, -1, 1, 2, 99, 100, 101, -100, 65_536, 2_147_483_647, -2_147_483_648, 1_000_000, 0.5, -0,
];

/** What no 32-bit integer holds; GraphQL refuses them, or should. */
export const hugeNumbers: readonly number[] = [2_147_483_648, 9_007_199_254_740_993, 1e21, 1e308, -1e308, 5e-324];

/** Cursors of nobody, in the encodings one would guess. */
export function hostileCursor(random: Random): string {
  const inside = random.of<unknown>([
    [],
    [null],
    ['x'],
    [1, 2, 3, 4, 5, 6],
    [{ __proto__: 1 }],
    { order: 'CODE', values: ["'; --"] },
    ['\0', '00000000-0000-0000-0000-000000000000'],
    [1e308, 'not-a-uuid'],
    'x'.repeat(5_000),
  ]);
  const text = JSON.stringify(inside);
  return random.of([
    Buffer.from(text).toString('base64'),
    Buffer.from(text).toString('base64url'),
    text,
    '====',
    Buffer.from([0, 255, 254, 128]).toString('base64'),
  ]);
}

/** Objects nested so deeply that a careless recursion runs out of stack. */
export function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { a: value };
  return value;
}

/** An object with a key of its own that assignment would take for the prototype. */
export function withPrototypeKeys(): object {
  return JSON.parse('{"__proto__": {"isAdmin": true}, "constructor": {"prototype": {"x": 1}}}') as object;
}
