/** Reads answered as text: what is refused, so that graphql-js may look at it. Equality is property.api-spec.ts's. */
import { execute, getOperationAST, parse, validate } from 'graphql';
import { Area, NoText, TextQuery, type ReadViewer } from './index';
import { startWorld, type World } from './test/database';
import { load, tree, uuid } from './test/random-world';
import { TextNotes } from './text';

let world: World;
const orgs = tree([
  { parent: 0, guides: false, name: 'root', alive: true },
  { parent: 0, guides: false, name: '"x" : null', alive: true },
  { parent: 0, guides: false, name: 'plain', alive: true },
]);
beforeAll(async () => {
  world = await startWorld();
  const nothing = { members: [], past: [{ orgs: [], members: [] }], activities: [], attendance: [], notices: [] };
  await load(world.pool, { orgs, ...nothing, rules: [], summaries: [] } as never); // the rest is not read here
});
afterAll(() => world?.stop());

const viewer = (more: Partial<ReadViewer> = {}): ReadViewer => ({
  area: () => Area.everywhere,
  proof: () => [true],
  ...more,
});

async function ask(source: string, who = viewer()): Promise<unknown> {
  const document = parse(source);
  expect(validate(world.schema, document)).toEqual([]);
  const query = TextQuery.of(world.schema, document, getOperationAST(document)!);
  const context = { viewer: who, within: () => Area.everywhere };
  if (!query) return 'not a text query';
  return query.answer({}, context).then(
    (text) => JSON.parse(text) as unknown,
    (error: unknown) => (error instanceof NoText ? (error.forGood ? 'never' : 'not now') : String(error)),
  );
}
const one = (fields: string, n = 0): string => `{ organization(id: "${orgs[n]!.id}") { ${fields} } }`;

it('answers what graphql-js answers, type names, aliases and fragments included', async () => {
  const source = `{ __typename_: organization(id: "${orgs[2]!.id}") { __typename n: name ...F parent { t: __typename name } } }
    fragment F on Organization { id children { name } }`;
  const { data } = await execute({
    schema: world.schema,
    document: parse(source),
    contextValue: { viewer: viewer(), within: () => Area.everywhere },
    fieldResolver: world.reader.fieldResolver,
  });
  expect(JSON.stringify(await ask(source))).toBe(JSON.stringify(data));
});

it('nobody gets text without a proof, or with one that does not hold', async () => {
  expect(await ask(one('name'))).toEqual({ organization: { name: 'root' } });
  const { proof: _, ...unproven } = viewer();
  expect(await ask(one('name'), unproven)).toBe('not now');
  expect(await ask(one('name'), viewer({ proof: () => [false] }))).toBe('not now');
  expect(await ask(one('name'), viewer({ proof: () => [null] }))).toBe('not now');
});

it('the statement reads nothing for a viewer who is not confirmed', async () => {
  world.log.length = 0;
  await ask(one('name'), viewer({ proof: () => [false] }));
  expect(world.log).toHaveLength(1);
  const { text } = world.log[0]!;
  const plan = await world.pool.query<{ 'QUERY PLAN': string }>(
    `explain (analyze, costs off, timing off, buffers off) ${text.replaceAll(/\$\d+(?=::boolean)/g, 'false').replaceAll(/\$\d+/g, `'${uuid('organization', 0)}'`)}`,
  );
  const scans = plan.rows.map((row) => row['QUERY PLAN']).filter((line) => / Scan /.test(line));
  expect(scans.filter((line) => !/never executed/.test(line))).toEqual([]);
});

it('leaves to graphql-js what it computes, and what has to be looked at', async () => {
  expect(await ask('{ members(first: 1) { nodes { badge } } }')).toBe('never');
  expect(await ask('{ a: organizations(first: 1) { nodes { id } } b: organizations(first: 1) { nodes { id } } }')).toEqual(
    { a: expect.anything() as unknown, b: expect.anything() as unknown },
  );
  for (const source of [
    '{ organizations(first: 1) @include(if: true) { nodes { id } } }',
    '{ ...Q } fragment Q on Query { organizations(first: 1) { nodes { id } } }',
    '{ __schema { queryType { name } } }',
    'query A { organizations(first: 1) { nodes { id } } } query B { organizations(first: 1) { nodes { id } } }',
  ]) {
    const document = parse(source);
    expect(TextQuery.of(world.schema, document, getOperationAST(document, 'A') ?? getOperationAST(document)!)).toBeNull();
  }
});

it('what a resolver throws is thrown', async () => {
  expect(await ask('{ organizations(first: 101) { nodes { id } } }')).toMatch(/1 to 100/);
});

it('a text that looks like a null is one for graphql-js to tell', async () => {
  expect(await ask(one('name', 1))).toBe('not now');
});

describe('a null where none may be', () => {
  const notes = (): TextNotes => {
    const fields = (world.schema.getType('Organization') as unknown as { getFields(): Record<string, { type: never }> }).getFields();
    const made = new TextNotes();
    made.note('name', fields['name']!.type);
    made.note('latest', fields['latest']!.type);
    made.watch(':over');
    return made;
  };
  it.each([
    ['{"name" : "x", "latest" : null}', true],
    ['{"name" : null, "latest" : null}', false],
    ['[{"name" : "x"}, {"latest" : null}, {"name" : null}]', false],
    ['{"unknown" : null}', false],
    ['{"name" : {":over" : "Organization"}}', false],
    ['{"name" : "null"}', true],
  ])('%s: %s', (json, accepted) => expect(notes().accepts(json)).toBe(accepted));
});
