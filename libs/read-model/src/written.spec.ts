/** Values that TypeScript made, written as text: the same as graphql-js completes, or nothing. */
import {
  buildSchema,
  execute,
  getOperationAST,
  parse,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import { NoText, TextQuery, unchanging, written } from './index';

const schema = buildSchema(`
  scalar Day
  enum State { DONE LATE }
  interface Named { name: String! }
  type Cell { day: Day!, state: State!, count: Int!, share: Float, of(least: Int): Int }
  type Row implements Named { name: String!, code: String, cells: [Cell!]!, notes: [String], computed: Int, promised: Int }
  type Board { rows: [Row!]!, first: Row, any: Named }
  type Query { board: Board!, none: Board }
`);
const field = (type: string, name: string): GraphQLField<unknown, unknown> =>
  (schema.getType(type) as GraphQLObjectType).getFields()[name]!;
field('Row', 'computed').resolve = (...given: unknown[]) => given.length;
field('Row', 'promised').resolve = (row) => Promise.resolve(row);
field('Row', 'name').resolve = (row) => (row as { name: string }).name;

const row = (name: string, more: object = {}): object => ({
  name,
  code: null,
  notes: ['"x" : null', null],
  cells: [
    { day: '2026-01-01', state: 'LATE', count: 3, share: 0.5, of: 1 },
    { day: '2026-02-01', state: 'DONE', count: 0, share: null, of: 2 },
  ],
  ...more,
});

let value: unknown;
field('Query', 'board').resolve = (_, __, ___, info: GraphQLResolveInfo) => written(info, value);
field('Query', 'none').resolve = (_, __, ___, info: GraphQLResolveInfo) => written(info, null);

async function ask(source: string): Promise<string> {
  const document = parse(source);
  const query = TextQuery.of(schema, document, getOperationAST(document)!)!;
  return query
    .answer({}, {})
    .catch((error: unknown) =>
      error instanceof NoText ? (error.forGood ? 'never' : 'not now') : `thrown: ${String(error)}`,
    );
}

/** As graphql-js completes it. */
async function completed(source: string): Promise<string> {
  const { data, errors } = await execute({ schema, document: parse(source) });
  expect(errors).toBeUndefined();
  return JSON.stringify(data);
}

beforeEach(() => (value = { rows: [row('甲'), row('乙')], first: null, any: row('x') }));

it.each([
  '{ board { rows { name code cells { day state count share } notes } first { name } } }',
  '{ b: board { __typename rows { n: name t: __typename ...R ... on Row { c: cells { d: day } } ... { code } } } } fragment R on Row { notes }',
  '{ none { rows { name } } x: none { first { name } } }',
])('is what graphql-js answers: %s', async (source) => {
  expect(await ask(source)).toBe(await completed(source));
});

it.each([
  ['a resolver that takes arguments', '{ board { rows { computed } } }'],
  ['arguments', '{ board { rows { cells { of(least: 1) } } } }'],
  ['a type that is one of several', '{ board { any { name } } }'],
  ['a type that decides', '{ board { rows { ... on Named { name } } } }'],
  ['a directive', '{ board { rows { name @skip(if: false) } } }'],
  ['a directive on a fragment', '{ board { rows { ... @include(if: true) { name } } } }'],
  ['a field that is selected twice', '{ board { rows { name name } } }'],
])('is never written with %s', async (_, source) => {
  expect(await ask(source)).toBe('never');
});

it.each([
  ['a null where none may be', { rows: [row('甲', { name: null })] }],
  ['a list that is none', { rows: null }],
  ['a state that the schema does not know', { rows: [row('甲', { cells: [{ state: 'LOST' }] })] }],
  ['a number that is no whole one', { rows: [row('甲', { cells: [{ state: 'DONE', count: 0.5 }] })] }],
])('is not written of %s: graphql-js tells of it', async (_, wrong) => {
  value = wrong;
  const source = '{ board { rows { name cells { state count } } } }';
  expect(await ask(source)).toMatch(/not now|thrown/);
  expect((await execute({ schema, document: parse(source) })).errors).toHaveLength(1);
});

it('has nothing to say of a promise', async () => {
  expect(await ask('{ board { rows { promised } } }')).not.toMatch(/board/);
});

it('writes again what does not change, by what is selected of it', async () => {
  const kept = unchanging(row('甲') as { name: string });
  value = { rows: [kept, row('乙')] };
  const document = parse('{ board { rows { name } } }');
  const query = TextQuery.of(schema, document, getOperationAST(document)!)!;
  const once = await query.answer({}, {});
  // nobody does this to what is unchanging: it shows that the text is that of before
  kept.name = '丙';
  expect(await query.answer({}, {})).toBe(once);
  expect(await ask('{ board { rows { n: name } } }')).toContain('"n":"丙"');
  expect(await query.answer({}, {})).toContain('"name":"丙"');
});

it('is the value itself for whoever does not want text', () => {
  expect(written({} as GraphQLResolveInfo, value)).toBe(value);
});
