import { newId } from '@dangwu/platform/ids';
import fc from 'fast-check';
import { Entity, type EntityManager } from 'typeorm';
import { depthOf, placeOfAssociation, positionBelow, type Position, type Relation } from './place';
import { PlaceRow } from './place.entity';
import { deepest, PlaceTree } from './place-tree';
import { Trial } from './trial/trial';

@Entity('tree_trial')
class Node extends PlaceRow {}

let trial: Trial;
const tree = new PlaceTree(Node);

beforeAll(async () => {
  trial = await Trial.create([Node]);
  await trial.admin.query(`
    create table tree_trial (
      id uuid primary key, association_id uuid not null references association, external_id text,
      version integer not null default 1, deleted_at timestamptz, created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(), change_number bigint not null default 0
    );
    call dangwu_public_table('tree_trial');
    call dangwu_place_table('tree_trial')`);
});
afterAll(() => trial.close());

interface Known {
  readonly id: string;
  no: number;
  parentId: string | null;
  relation: Relation | null;
}

/** The places as a person would work them out: from the root down, by parents alone. */
function recomputed(nodes: ReadonlyMap<string, Known>, no: number): Map<string, Position> {
  const places = new Map<string, Position>();
  const place = ({ id, no: own, parentId, relation }: Known): Position => {
    const above = parentId === null ? placeOfAssociation(no) : place(nodes.get(parentId)!);
    const led: string = relation === 'GUIDES' ? `/${no}/${own}/` : `${above.leadsPath}${own}/`;
    const position = { path: `${above.path}${own}/`, leadsPath: led };
    places.set(id, position);
    return position;
  };
  for (const node of nodes.values()) place(node);
  return places;
}

async function stored(associationId: string) {
  const { rows } = await trial.admin.query<Position & { id: string; parent: string | null; relation: string | null }>(
    `select id, path, leads_path as "leadsPath", parent_id as parent, relation from tree_trial where association_id = $1`,
    [associationId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function numberOf(associationId: string): Promise<number> {
  const { rows } = await trial.admin.query<{ no: number }>('select no from association where id = $1', [associationId]);
  return rows[0]!.no;
}

async function plant(tx: EntityManager, associationId: string, nodes: readonly Known[]): Promise<void> {
  const rows = nodes.map((node) => tx.create(Node, { ...node, associationId }));
  await tree.placeAll(tx, rows);
  for (const row of rows) await tx.insert(Node, row);
  const numbers = new Map(rows.map((row) => [row.id, row.no]));
  for (const node of nodes) node.no = numbers.get(node.id)!;
}

const relation = fc.constantFrom<Relation>('LEADS', 'LEADS', 'GUIDES');
const pick = fc.nat(1000);
const step = fc.record({ node: pick, parent: pick, relation });

it('keeps every path equal to a recomputation from the parents, whatever is moved where', async () => {
  const seen = { cases: 0, moved: 0, refused: 0, followed: 0, behindGuides: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ parent: pick, relation }), { minLength: 3, maxLength: 24 }),
      fc.array(step, { minLength: 1, maxLength: 12 }),
      async (plan, moves) => {
        seen.cases++;
        const associationId = await trial.anotherAssociation();
        const no = await numberOf(associationId);
        const list: Known[] = [{ id: newId(), no: 0, parentId: null, relation: null }];
        for (const each of plan)
          list.push({ id: newId(), no: 0, parentId: list[each.parent % list.length]!.id, relation: each.relation });
        // the order in which rows come must not matter: children before parents
        await trial.write((tx) => plant(tx, associationId, [...list].reverse()), associationId);
        const nodes = new Map(list.map((node) => [node.id, node]));
        for (const move of moves) {
          const node = list[move.node % list.length]!;
          const parent = list[move.parent % list.length]!;
          const before = recomputed(nodes, no);
          const subtree = [...before.values()].filter(({ path }) => path.startsWith(before.get(node.id)!.path));
          const cycle = before.get(parent.id)!.path.startsWith(before.get(node.id)!.path);
          const done = trial.write((tx) => tree.move(tx, node.id, parent.id, move.relation), associationId);
          if (node.parentId === null || cycle) {
            seen.refused++;
            await expect(done).rejects.toMatchObject({
              reason: node.parentId === null ? 'PLACE_ROOT_STAYS' : 'PLACE_IN_ITSELF',
            });
          } else {
            expect(await done).toBe(subtree.length);
            seen.moved++;
            seen.followed += subtree.length - 1;
            seen.behindGuides += subtree.filter((p) => !p.leadsPath.startsWith(before.get(node.id)!.leadsPath)).length;
            Object.assign(node, { parentId: parent.id, relation: move.relation });
          }
          const expected = [...recomputed(nodes, no)].map(([id, place]) => {
            const { parentId, relation } = nodes.get(id)!;
            return [id, { id, ...place, parent: parentId, relation }] as const;
          });
          expect(await stored(associationId)).toEqual(new Map(expected));
        }
      },
    ),
    { numRuns: 60, seed: 20260918 },
  );
  process.stdout.write(`place tree: seed 20260918, ${JSON.stringify(seen)}\n`);
  expect(Math.min(seen.moved, seen.refused, seen.followed, seen.behindGuides)).toBeGreaterThan(20);
}, 120_000);

describe('two moves at once', () => {
  it('that would make a cycle together: the second sees the first and is refused', async () => {
    for (let round = 0; round < 5; round++) {
      const associationId = await trial.anotherAssociation();
      const [root, a, b] = ids(3);
      await trial.write(
        (tx) => plant(tx, associationId, [node(root!, null), node(a!, root!), node(b!, root!)]),
        associationId,
      );
      const results = await Promise.allSettled([
        trial.write((tx) => tree.move(tx, a!, b!, 'LEADS'), associationId),
        trial.write((tx) => tree.move(tx, b!, a!, 'LEADS'), associationId),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const refused = results.find((r) => r.status === 'rejected') as PromiseRejectedResult;
      expect(refused.reason).toMatchObject({ reason: 'PLACE_IN_ITSELF' });
    }
  });

  it('of a parent and of a new child below it: the child follows', async () => {
    const associationId = await trial.anotherAssociation();
    const [root, a, b, child] = ids(4);
    await trial.write(
      (tx) => plant(tx, associationId, [node(root!, null), node(a!, root!), node(b!, root!)]),
      associationId,
    );
    await Promise.all([
      trial.write((tx) => tree.move(tx, a!, b!, 'GUIDES'), associationId),
      trial.write((tx) => plant(tx, associationId, [node(child!, a!)]), associationId),
    ]);
    const places = await stored(associationId);
    expect(places.get(child!)!.path.startsWith(places.get(a!)!.path)).toBe(true);
    expect(places.get(child!)!.leadsPath.startsWith(places.get(a!)!.leadsPath)).toBe(true);
  });
});

describe('refusals', () => {
  let associationId: string;
  const [root, a, stranger, ...chain] = ids(deepest + 3);
  beforeAll(async () => {
    associationId = await trial.anotherAssociation();
    const levels = chain.slice(0, deepest - 1).map((id, i) => node(id, i === 0 ? root! : chain[i - 1]!));
    await trial.write((tx) => plant(tx, associationId, [node(root!, null), node(a!, root!), ...levels]), associationId);
    const other = await trial.anotherAssociation();
    await trial.write((tx) => plant(tx, other, [node(stranger!, null)]), other);
  });
  const planting = (...nodes: Known[]) => trial.write((tx) => plant(tx, associationId, nodes), associationId);
  const moving = (id: string, parent: string) => trial.write((tx) => tree.move(tx, id, parent, 'LEADS'), associationId);

  it('a second root', () =>
    expect(planting(node(newId(), null))).rejects.toMatchObject({ reason: 'PLACE_SECOND_ROOT' }));
  it('a parent of another association', () =>
    expect(planting(node(newId(), stranger!))).rejects.toMatchObject({ code: 'NOT_FOUND' }));
  it('a move into another association', () =>
    expect(moving(a!, stranger!)).rejects.toMatchObject({ code: 'NOT_FOUND' }));
  it('a child without a relation', () =>
    expect(planting({ ...node(newId(), a!), relation: null })).rejects.toMatchObject({ reason: 'PLACE_RELATION' }));
  it('parents in a circle among new rows', async () => {
    const [x, y] = ids(2);
    await expect(planting(node(x!, y!), node(y!, x!))).rejects.toMatchObject({ reason: 'PLACE_IN_ITSELF' });
  });
  it('more levels than breadcrumbs hold, by a new row and by a move; one less is taken', async () => {
    const bottom = chain[deepest - 2]!;
    expect(depthOf((await stored(associationId)).get(bottom)!.path)).toBe(deepest);
    await expect(planting(node(newId(), bottom))).rejects.toMatchObject({ reason: 'PLACE_TOO_DEEP' });
    await expect(moving(chain[0]!, a!)).rejects.toMatchObject({ reason: 'PLACE_TOO_DEEP' });
    await expect(moving(chain[1]!, a!)).resolves.toBe(deepest - 2);
    await moving(chain[1]!, chain[0]!);
  });
});

describe('under the scope of somebody', () => {
  it('moves what they may move, with what hangs behind GUIDES edges, and not to where they reach nothing', async () => {
    const associationId = await trial.anotherAssociation();
    const no = await numberOf(associationId);
    const [root, mine, from, guided, into, foreign] = ids(6);
    const guides = { ...node(guided!, from!), relation: 'GUIDES' as const };
    const nodes = [
      node(root!, null),
      node(mine!, root!),
      node(from!, mine!),
      guides,
      node(into!, mine!),
      node(foreign!, root!),
    ];
    await trial.write((tx) => plant(tx, associationId, nodes), associationId);
    const { leadsPath } = (await stored(associationId)).get(mine!)!;
    // along LEADS only: the guided node itself is out of reach
    const scope = {
      association: associationId,
      places: [{ by: 'leads' as const, lo: leadsPath, hi: `${leadsPath.slice(0, -1)}0` }],
      account: null,
    };
    const moving = (id: string, parent: string) =>
      trial.database.transaction(scope, (tx) => tree.move(tx, id, parent, 'LEADS'));
    await expect(moving(from!, foreign!)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(moving(guided!, into!)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await moving(from!, into!)).toBe(2);
    nodes[2]!.parentId = into!;
    const places = recomputed(new Map(nodes.map((each) => [each.id, each])), no);
    for (const [id, place] of await stored(associationId)) expect(place).toMatchObject(places.get(id)!);
    // and the scope is what it was
    const [row] = await trial.database.transaction(scope, async (tx) => {
      await tree.move(tx, from!, mine!, 'LEADS');
      return tx.query<{ everywhere: string }[]>(`select current_setting('dangwu.everywhere') as everywhere`);
    });
    expect(row).toEqual({ everywhere: 'off' });
  });
});

it('moves 10,000 nodes by the same statements as one', async () => {
  const associationId = await trial.anotherAssociation();
  const no = await numberOf(associationId);
  const [root, hub, target] = ids(3);
  await trial.write(
    (tx) => plant(tx, associationId, [node(root!, null), node(hub!, root!), node(target!, root!)]),
    associationId,
  );
  const { path, leadsPath } = (await stored(associationId)).get(hub!)!;
  await trial.admin.query(
    `with added as (select gen_random_uuid() as id, nextval(pg_get_serial_sequence('tree_trial', 'no'))::int as no
       from generate_series(1, 10000))
     insert into tree_trial (id, association_id, no, parent_id, relation, path, leads_path)
     select id, $1, no, $2, 'LEADS', $3 || no || '/', $4 || no || '/' from added`,
    [associationId, hub, path, leadsPath],
  );
  const statements: string[] = [];
  const started = performance.now();
  await trial.write(async (tx) => {
    const query = tx.query.bind(tx);
    tx.query = ((sql: string, parameters?: unknown[]) => {
      statements.push(sql);
      return query(sql, parameters);
    }) as typeof tx.query;
    expect(await tree.move(tx, hub!, target!, 'GUIDES')).toBe(10_001);
  }, associationId);
  process.stdout.write(`place tree: 10,001 nodes moved in ${Math.round(performance.now() - started)} ms\n`);
  expect(statements.filter((sql) => sql.startsWith('update'))).toHaveLength(2);
  const moved = positionBelow(
    positionBelow(positionBelow(placeOfAssociation(no), await own(root!), null), await own(target!), 'LEADS'),
    await own(hub!),
    'GUIDES',
  );
  const { rows } = await trial.admin.query(
    `select count(*)::int as n from tree_trial
     where parent_id = $1 and path = $2 || no || '/' and leads_path = $3 || no || '/'`,
    [hub, moved.path, moved.leadsPath],
  );
  expect(rows).toEqual([{ n: 10_000 }]);
});

it('is not torn by saving a row that was loaded before a move', async () => {
  const associationId = await trial.anotherAssociation();
  const [root, a, b] = ids(3);
  await trial.write(
    (tx) => plant(tx, associationId, [node(root!, null), node(a!, root!), node(b!, root!)]),
    associationId,
  );
  await trial.write(async (tx) => {
    const row = await tx.findOneByOrFail(Node, { id: a! });
    await tree.move(tx, a!, b!, 'LEADS');
    row.externalId = 'A-1';
    await tx.save(row);
  }, associationId);
  const places = await stored(associationId);
  expect(places.get(a!)).toMatchObject({ parent: b });
  expect(places.get(a!)!.path.startsWith(places.get(b!)!.path)).toBe(true);
});

function ids(count: number): string[] {
  return Array.from({ length: count }, () => newId());
}
function node(id: string, parentId: string | null): Known {
  return { id, no: 0, parentId, relation: parentId ? 'LEADS' : null };
}
async function own(id: string): Promise<number> {
  const { rows } = await trial.admin.query<{ no: number }>('select no from tree_trial where id = $1', [id]);
  return rows[0]!.no;
}
