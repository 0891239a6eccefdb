import { forbiddenText, identifier, integer, literal, Param, render, sql, trusted, typeName } from './sql';
import type { Run } from './run';

describe('the sql tag', () => {
  test('turns every value into a parameter', () => {
    const { text, params } = render(sql`a = ${"'; drop table x --"} and b = any(${[1, 2]}) and c = ${null}`);
    expect(text).toBe('a = $1 and b = any($2) and c = $3');
    expect(params.map((p) => p.read(undefined as unknown as Run))).toEqual(["'; drop table x --", [1, 2], null]);
  });

  test('inlines pieces and uses a parameter once', () => {
    const day = new Param(() => 1);
    expect(render(sql`${sql`x > ${day}`} or y > ${day}`).text).toBe('x > $1 or y > $1');
  });

  test('is refused with text made at run time', () => {
    expect(() => sql(['drop table x'] as unknown as TemplateStringsArray)).toThrow('written in source code');
    const made = Object.assign(['drop'], { raw: ['drop'] }) as unknown as TemplateStringsArray;
    expect(() => sql(made)).toThrow('written in source code');
    const frozen = Object.freeze(['drop']) as unknown as TemplateStringsArray;
    expect(() => sql(frozen)).toThrow('written in source code');
  });

  test.each([
    ['undefined', undefined, 'is undefined'],
    ['an object', { toString: () => '1; drop' }, 'only columns'],
    ['an object that looks like a piece', { strings: ['x'], holes: [] }, 'only columns'],
    ['a function', () => 1, 'only columns'],
    ['a symbol', Symbol('x'), 'only columns'],
  ])('refuses %s', (_, value, message) => expect(() => sql`${value as never}`).toThrow(message));
});

test.each(['x;', 'a b', 'a.b.c', '"x"', 'A', '', 'x--'])('no identifier: %j', (name) =>
  expect(() => identifier(name)).toThrow('Not a plain SQL identifier'),
);
test('identifiers are quoted, so that reserved words may be columns', () =>
  expect(render(identifier('t1.order')).text).toBe('"t1"."order"'));
test.each(["it's", 'a b', 'x;'])('no name: %j', (name) => expect(() => literal(name)).toThrow('Not a plain name'));
test.each(['text; drop', "text'"])('no type: %j', (name) =>
  expect(() => typeName(name)).toThrow('Not a plain SQL type'),
);
test.each([1.5, NaN, Infinity])('no integer: %d', (n) => expect(() => integer(n)).toThrow('Not a whole number'));

describe('text of declarations', () => {
  test.each([
    [sql`(select 1 from members)`, 'select'],
    [sql`x in (TABLE members)`, 'table'],
    [sql`a ${1} JOIN b`, 'join'],
    [sql`extract(year from x)`, 'from'],
    [sql`1; drop`, ';'],
    [sql`1 -- rest`, '--'],
    [sql`1 /* rest`, '/*'],
    [sql`$1`, '$'],
    [sql`query_to_xml('x')`, 'query_to_xml'],
    [sql`'${1} from x'`, "'"],
    [trusted`exists (select from x where ${sql`y in (select 1)`})`, 'select'],
  ])('%# is refused', (piece, word) => expect(forbiddenText(piece)).toBe(word));

  test.each([
    [sql`'from' || ${1}`],
    [sql`a is distinct from ${1} and b is not distinct  from c`],
    [sql`fromage + joined_on + selected + stable`],
    [trusted`(select 1 from members)`],
  ])('%# is allowed', (piece) => expect(forbiddenText(piece)).toBeUndefined());
});
