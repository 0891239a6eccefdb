/** Random worlds, viewers, documents and variables: the compiled statements against an oracle over arrays. */
import fc from 'fast-check';
import {
  execute,
  getOperationAST,
  getVariableValues,
  NoUnusedVariablesRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
} from 'graphql';
import { Area, NoText, TextQuery, type ReadViewer } from './index';
import { startWorld, type World } from './test/database';
import { CURSOR, epochOf, Oracle, type OracleViewer } from './test/oracle';
import { ACCOUNTS, ASSOCIATIONS, load, uuid, worldArbitrary, type Org, type RandomWorld } from './test/random-world';
import { documentArbitrary, printDocument, type RandomDocument } from './test/selections';

const CASES = Number(process.env['READ_MODEL_CASES'] ?? 400);
const SEED = Number(process.env['READ_MODEL_SEED'] ?? Date.now() % 1_000_000);
const TRIALS = 10;
const DOCUMENTS = 30;

type Grant = 'all' | { n: number; led: boolean }[];
const nat = fc.nat(1000);
const node = fc.record({ n: nat, led: fc.boolean() });
const grant: fc.Arbitrary<Grant> = fc.oneof(
  { weight: 2, arbitrary: fc.constant('all' as const) },
  { weight: 4, arbitrary: fc.array(node, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(node, { minLength: 8, maxLength: 14 }) },
);
const PERMISSIONS = [
  'organization.read',
  'organization.card',
  'member.read',
  'member.unmask',
  'activity.read',
] as const;
const size = fc.integer({ min: 1, max: 3 });
const trial = fc.record({
  document: nat,
  // most people hold all their permissions at the same place, where proofs of sight matter
  grants: fc
    .tuple(grant, grant, grant, grant, grant, fc.boolean())
    .map(([a, b, c, d, e, alike]): readonly Grant[] => (alike ? [a, a, a, d, a] : [a, b, c, d, e])),
  key: fc.constantFrom(undefined, ...ACCOUNTS),
  association: fc.constantFrom(undefined, ...ASSOCIATIONS),
  target: nat,
  within: fc.option(node, { freq: 2 }),
  asOf: fc.constantFrom(null, null, null, '2019-06-01', '2020-06-01', '2021-12-31', '2022-01-01', '2025-01-01'),
  size,
  back: fc.boolean(),
  nested: size,
  nestedBack: fc.boolean(),
  pages: fc.integer({ min: 1, max: 4 }),
  order: fc.constantFrom(null, 'NEWEST', 'OLDEST', 'VENUE', 'VENUE_DOWN', 'KIND_NEWEST'),
  treeOrder: fc.constantFrom(null, 'TREE', 'NAME'),
  memberOrder: fc.constantFrom(null, 'NAME', 'RANK', 'RANK_DOWN'),
  filter: fc.option(
    fc.record(
      {
        from: fc.constantFrom('2026-01-02T00:00:00.002Z', '2026-01-04T00:00:00Z'),
        to: fc.constant('2026-01-05T00:00:00.004Z'),
        kinds: fc.subarray(['MEETING', 'LECTURE', 'THEME_DAY']),
        title: fc.constantFrom("o'b", '%', 'STUDY'),
        attendedBy: nat.map((n) => uuid('member', n % 24)),
      },
      { requiredKeys: [] },
    ),
  ),
  memberFilter: fc.option(
    fc.record({ name: fc.constantFrom<string[]>('c', 'A'), begins: fc.constantFrom('c', 'a') }, { requiredKeys: [] }),
  ),
  venue: fc.constantFrom<(string | null)[]>(null, 'x', '会', '50%_'),
  yes: fc.boolean(),
});
type Trial = typeof trial extends fc.Arbitrary<infer T> ? T : never;

let database: World;
beforeAll(async () => void (database = await startWorld()));
afterAll(() => database?.stop());

test(`${CASES} random reads answer what the oracle answers`, async () => {
  const documents = fc.sample(documentArbitrary, { seed: SEED, numRuns: DOCUMENTS });
  const rules = specifiedRules.filter((rule) => rule !== NoUnusedVariablesRule);
  const parsed = documents.map((document) => {
    const out = parse(printDocument(document));
    expect(validate(database.schema, out, rules)).toEqual([]);
    return out;
  });
  const seen = { cases: 0, reads: 0, later: 0, some: 0, asOf: 0, within: 0, full: 0, text: 0 };
  const worlds = fc.sample(worldArbitrary, { seed: SEED, numRuns: Math.ceil(CASES / TRIALS / 2) });
  for (const [w, world] of worlds.entries()) {
    await load(database.pool, world);
    const trials = fc.sample(trial, { seed: SEED + w, numRuns: TRIALS });
    for (const t of trials) {
      const d = t.document % DOCUMENTS;
      // the second time the same shape of request with other values: it must find the plan of the first
      for (const like of [t, another(t)]) await runCase(world, documents[d]!, parsed[d]!, like, seen);
    }
  }
  const masked = database.log.filter((s) => /case when .*(phone|reason|letter_cipher)/.test(s.text)).length;
  const share = (n: number): string => `${Math.round((100 * n) / seen.reads)} %`;
  console.log(
    `seed ${SEED}: ${seen.cases} cases, ${seen.reads} reads, ${database.reader.compiled.plans} plans compiled; ` +
      `answering rows ${share(seen.full)}, further pages ${share(seen.later)}, masks that depend on the row ${share(masked)}, ` +
      `of a past day ${share(seen.asOf)}, within a place ${share(seen.within)}, also answered as text ${share(seen.text)}`,
  );
  expect(seen.later).toBeGreaterThan(0);
  expect(seen.text).toBeGreaterThan(0);
  expect(masked).toBeGreaterThan(0);
}, 300_000);

/** the same questions, other answers to what no plan may know: places, numbers, texts */
function another(t: Trial): Trial {
  const shift = <T extends { n: number; led: boolean }>(x: T): T => ({ ...x, n: x.n + 3 });
  return {
    ...t,
    grants: t.grants.map((g) => (g === 'all' ? g : g.map(shift))) as unknown as Trial['grants'],
    key: t.key && ACCOUNTS.find((a) => a !== t.key)!,
    association: t.association && ASSOCIATIONS.find((a) => a !== t.association)!,
    target: t.target + 1,
    within: t.within && shift(t.within),
    asOf: t.asOf && (t.asOf === '2025-01-01' ? '2020-06-01' : '2022-01-01'),
    size: (t.size % 3) + 1,
    nested: (t.nested % 3) + 1,
    venue: t.venue && 'Y',
    memberFilter: t.memberFilter && { ...t.memberFilter, ...(t.memberFilter.name && { name: 'B' }) },
  };
}

async function runCase(
  world: RandomWorld,
  random: RandomDocument,
  document: DocumentNode,
  t: Trial,
  seen: Record<string, number>,
) {
  const areas = new Map(PERMISSIONS.map((p, i) => [p as string, areaOf(t.grants[i]!, world.orgs)]));
  const ids = new Map(PERMISSIONS.map((p, i) => [p as string, idsOf(t.grants[i]!, world.orgs)]));
  const viewer: ReadViewer = {
    area: (p) => areas.get(p)!,
    key: t.key,
    associationId: t.association,
    proof: () => [true],
  };
  const oracleViewer: OracleViewer = { allowed: (p) => ids.get(p)!, key: t.key, association: t.association };
  const target = world.orgs[t.target % world.orgs.length]!;
  const dated = ['organization', 'organizations', 'activities', 'members'].includes(random.root);
  const asOf = dated ? t.asOf : null;
  const epoch = asOf === null ? undefined : epochOf(asOf);
  const then = asOf === null ? world.orgs : epoch === undefined ? [] : world.past[epoch]!.orgs;
  const base: Record<string, unknown> = {
    ...t,
    id: target.id,
    node: `PartyOrganization_${target.id.replaceAll('-', '')}`,
    asOf,
    within: t.within && { node: t.within.n, led: t.within.led },
    f: t.nestedBack ? null : t.nested,
    l: t.nestedBack ? t.nested : null,
    first: t.back ? null : t.size,
    last: t.back ? t.size : null,
    since: '2020-01-05',
  };
  const asked = t.within ? [t.within] : undefined;
  const inside = asked && idsOf(asked, then);
  seen['cases']!++;
  if (asOf) seen['asOf']!++;
  if (asked) seen['within']!++;
  let cursor: string | undefined;
  for (let page = 0; page < t.pages; page++) {
    const variables = { ...base, ...(cursor && { [t.back ? 'before' : 'after']: cursor }) };
    const contextValue = { viewer, within: () => (asked ? areaOf(asked, then) : Area.everywhere) };
    const result = await execute({
      schema: database.schema,
      document,
      variableValues: variables,
      contextValue,
      fieldResolver: database.reader.fieldResolver,
    });
    const report = (): string =>
      `seed ${SEED}\n${printDocument(random)}\n${JSON.stringify({ ...variables, page })}\n${database.log.at(-1)?.text}\n${JSON.stringify(world)}`;
    if (result.errors)
      throw new Error(`${String(result.errors[0]!.originalError?.stack ?? result.errors[0])}\n${report()}`);
    seen['reads']!++;
    const text = await asText(document, variables, contextValue);
    if (text !== undefined) {
      seen['text']!++;
      // the same fields in the same order
      if (JSON.stringify(JSON.parse(text)) !== JSON.stringify(result.data))
        expect({ text, report: report() }).toEqual({ text: JSON.stringify(result.data), report: '' });
    }
    if (page) seen['later']!++;
    if (/"(nodes|e|up|id|x_id|name|x_name)":(\[\{|")/.test(JSON.stringify(result.data))) seen['full']!++;
    const oracle = new Oracle(world, oracleViewer, { ...base, yes: t.yes, asOf });
    const args = { first: base['first'], last: base['last'], ...(page && { skip: page * t.size }) };
    const want =
      random.root === 'notices' ? oracle.notices(random.sub) : oracle.root(random.root, inside, args, random.sub);
    if (random.root === 'node' && want) Object.assign(want, { id: base['node'] });
    const got = plain(result.data!['r']);
    if (!equal(got, plain(want))) {
      expect({ got, report: report() }).toEqual({ got: plain(want), report: '' });
      throw new Error(`the answers differ in the order of their fields\n${report()}`);
    }
    cursor = cursorOf(result.data!['r'], t.back);
    if (!cursor) return;
  }
}

/** undefined: only objects will do */
async function asText(
  document: DocumentNode,
  variables: Record<string, unknown>,
  context: unknown,
): Promise<string | undefined> {
  const operation = getOperationAST(document)!;
  const query = TextQuery.of(database.schema, document, operation);
  const { coerced } = getVariableValues(database.schema, operation.variableDefinitions ?? [], variables);
  try {
    return await query?.answer(coerced!, context);
  } catch (error) {
    if (error instanceof NoText) return undefined;
    throw error;
  }
}

/** sorted keys: merging of fragments decides their order */
const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, v: unknown) => {
      if (/cursor$/i.test(key) && typeof v === 'string') return CURSOR;
      return v && typeof v === 'object' && !Array.isArray(v)
        ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
        : v;
    }) ?? 'null',
  );

function cursorOf(answer: unknown, back: boolean): string | undefined {
  const { pageInfo, e } = (answer ?? {}) as { pageInfo?: Record<string, string>; e?: Record<string, string>[] };
  const name = back ? 'startCursor' : 'endCursor';
  const edge = back ? e?.[0] : e?.at(-1);
  return pageInfo?.[name] ?? pageInfo?.[`x_${name}`] ?? edge?.['cursor'];
}

function places(grant: Grant & object, orgs: readonly Org[]): { org: Org; led: boolean }[] {
  return orgs.length ? grant.map(({ n, led }) => ({ org: orgs[n % orgs.length]!, led })) : [];
}
function areaOf(grant: Grant, orgs: readonly Org[]): Area {
  if (grant === 'all') return Area.everywhere;
  return Area.union(
    places(grant, orgs).map(({ org, led }) =>
      led ? Area.led({ ...org, size: 2 }) : Area.subtree({ ...org, size: 2 }),
    ),
  );
}
/** by walking down the tree, not by paths */
function idsOf(grant: Grant, orgs: readonly Org[]): ReadonlySet<string> {
  if (grant === 'all') return new Set(orgs.map((o) => o.id));
  const out = new Set<string>();
  for (const { org, led } of places(grant, orgs)) {
    const below = [org];
    for (const o of below) {
      out.add(o.id);
      below.push(...orgs.filter((c) => c.parentId === o.id && !(led && c.guides)));
    }
  }
  return out;
}
