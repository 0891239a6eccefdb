import { DomainError } from '@dangwu/platform/errors';
import { newId } from '@dangwu/platform/ids';
import { createWorld, type World } from '@dangwu/testing';
import fc from 'fast-check';
import { ChangeOrganization } from '../change-organization';
import { MoveOrganization } from '../changes/move-organization';
import { RenameOrganization } from '../changes/rename-organization';
import { FoundOrganizations } from '../found-organizations';
import type { Actor } from '../organization-facts';
import { OrganizationType, ParentRelation } from '../organization.enums';

const committees = 7;
const day = (n: number): string => new Date(Date.UTC(2021, 0, 1 + n * 30)).toISOString().slice(0, 10);
const days = 60;

type Operation =
  | { readonly kind: 'rename'; readonly of: number; readonly on: number }
  | { readonly kind: 'move'; readonly of: number; readonly on: number; readonly to: number; readonly leads: boolean };

const index = fc.nat({ max: committees - 1 });
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ kind: fc.constant('rename' as const), of: index, on: fc.nat({ max: days }) }),
  fc.record({
    kind: fc.constant('move' as const),
    of: index,
    on: fc.nat({ max: days }),
    to: fc.nat({ max: committees }),
    leads: fc.boolean(),
  }),
);

/** What holds from a day on, by the order of recording: the later day wins, on one day the later record. */
class Timeline<T> {
  private readonly entries: { readonly on: number; readonly value: T }[] = [];

  constructor(private readonly first: T) {}

  set(on: number, value: T): void {
    this.entries.push({ on, value });
  }

  at(on: number): T {
    let best: { on: number; value: T } | undefined;
    for (const entry of this.entries) if (entry.on <= on && (!best || entry.on >= best.on)) best = entry;
    return best ? best.value : this.first;
  }

  without(): void {
    this.entries.pop();
  }
}

interface Edge {
  readonly to: number;
  readonly leads: boolean;
}

/** The same history in memory, told anew for every day that is asked about. Number `committees` is the root. */
class Oracle {
  readonly names = Array.from({ length: committees }, (_, i) => new Timeline(`党委${i}`));
  readonly edges = Array.from({ length: committees }, () => new Timeline<Edge>({ to: committees, leads: true }));

  /** Numbers from the top down to the organization, and where its last GUIDES edge is; null: a cycle. */
  way(of: number, on: number): { readonly path: number[]; readonly leads: number[] } | null {
    const path: number[] = [];
    const leads: number[] = [];
    let led = true;
    for (let at = of; at !== committees;) {
      if (path.includes(at)) return null;
      path.unshift(at);
      if (led) leads.unshift(at);
      const edge = this.edges[at]!.at(on);
      led &&= edge.leads;
      at = edge.to;
    }
    return { path, leads: led ? [committees, ...leads] : leads };
  }

  hasCycle(): boolean {
    return Array.from({ length: days + 1 }, (_, on) => on).some((on) =>
      this.names.some((_, of) => this.way(of, on) === null),
    );
  }
}

describe('history against a history told in memory', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  it('agrees on names and places of every day, and refuses exactly the cycles', async () => {
    const { app, associationId } = world;
    const actor: Actor = { associationId, accountId: null, name: null };
    const [frame, renaming, moving] = [
      app.get(ChangeOrganization),
      app.get(RenameOrganization),
      app.get(MoveOrganization),
    ];
    const [{ id: root, no: rootNo }] = (await world.write((tx) =>
      tx.query(`select id, no from party_organization where parent_id is null`),
    )) as [{ id: string; no: number }];
    let round = 0;
    let done = 0;
    let refused = 0;
    const seed = 20260918;
    const scenario = async (operations: readonly Operation[]): Promise<void> => {
      round++;
      const founded = await world.write((tx) =>
        app.get(FoundOrganizations).foundAll(
          tx,
          actor,
          Array.from({ length: committees }, (_, i) => ({
            id: newId(),
            parentId: root,
            relation: ParentRelation.LEADS,
            type: OrganizationType.COMMITTEE,
            name: `第${round}轮党委${i}`,
            code: `P${round}-${i}`,
            effectiveOn: day(0),
            basis: '—',
          })),
        ),
      );
      const oracle = new Oracle();
      oracle.names.forEach((_, i) => (oracle.names[i] = new Timeline(founded[i]!.name)));
      for (const [n, each] of operations.entries()) {
        const entry = { id: founded[each.of]!.id, effectiveOn: day(each.on), basis: '—' };
        if (each.kind === 'rename') {
          const name = `第${round}轮更名${n}`;
          await world.write((tx) => frame.apply(tx, actor, renaming, entry, { name }));
          oracle.names[each.of]!.set(each.on, name);
          done++;
          continue;
        }
        const edges = oracle.edges[each.of]!;
        const same = JSON.stringify(edges.at(days)) === JSON.stringify({ to: each.to, leads: each.leads });
        edges.set(each.on, { to: each.to, leads: each.leads });
        const cycle = oracle.hasCycle();
        const wanted = {
          parentId: each.to === committees ? root : founded[each.to]!.id,
          relation: each.leads ? ParentRelation.LEADS : ParentRelation.GUIDES,
        };
        const outcome = await world
          .write((tx) => frame.apply(tx, actor, moving, entry, wanted))
          .then(() => 'DONE')
          .catch((error: unknown) => {
            if (error instanceof DomainError) return error.reason;
            throw error;
          });
        if (outcome === 'DONE') done++;
        else {
          refused++;
          edges.without();
        }
        if (outcome === 'NOTHING_CHANGES') expect(same).toBe(true);
        else expect(outcome).toBe(cycle ? 'MOVE_BELOW_ITSELF' : 'DONE');
      }
      await compare(founded, oracle, rootNo);
    };
    await fc.assert(fc.asyncProperty(fc.array(operation, { minLength: 4, maxLength: 14 }), scenario), {
      numRuns: 20,
      seed,
      endOnFailure: true,
    });
    console.info(`seed ${seed}: ${round} histories, ${done} changes, ${refused} refused`);
    expect(refused).toBeGreaterThan(10);
  }, 120_000);

  async function compare(founded: readonly { id: string; no: number }[], oracle: Oracle, rootNo: number) {
    const versions = (await world.write((tx) =>
      tx.query(
        `select id, name, path, leads_path as leads, valid_from::text as "from", coalesce(valid_to::text, '9') as "to"
         from organization_version where id = any($1)`,
        [founded.map(({ id }) => id)],
      ),
    )) as { id: string; name: string; path: string; leads: string; from: string; to: string }[];
    const present = (await world.write((tx) =>
      tx.query(`select id, name, path, leads_path as leads from party_organization where id = any($1)`, [
        founded.map(({ id }) => id),
      ]),
    )) as { id: string; name: string; path: string; leads: string }[];
    const no = (i: number): number => (i === committees ? rootNo : founded[i]!.no);
    const association = present[0]!.path.split('/')[1]!;
    const expected = (i: number, on: number) => {
      const way = oracle.way(i, on)!;
      return {
        id: founded[i]!.id,
        name: oracle.names[i]!.at(on),
        path: `/${association}/${[rootNo, ...way.path.map(no)].join('/')}/`,
        leads: `/${association}/${way.leads.map(no).join('/')}/`,
      };
    };
    for (let i = 0; i < committees; i++) {
      for (let on = 0; on <= days; on++) {
        const holding = versions.filter((v) => v.id === founded[i]!.id && v.from <= day(on) && day(on) < v.to);
        expect(holding.map(({ id, name, path, leads }) => ({ id, name, path, leads }))).toEqual([expected(i, on)]);
      }
      expect(present.find(({ id }) => id === founded[i]!.id)).toEqual(expected(i, days));
    }
  }
});
