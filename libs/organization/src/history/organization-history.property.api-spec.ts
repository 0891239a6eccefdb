import { DomainError } from '@dangwu/platform/errors';
import { newId } from '@dangwu/platform/ids';
import { createWorld, type World } from '@dangwu/testing';
import fc from 'fast-check';
import { ChangeOrganization } from '../change-organization';
import { DissolveOrganization } from '../changes/dissolve-organization';
import { MergeOrganizations } from '../changes/merge-organizations';
import { MoveOrganization } from '../changes/move-organization';
import { RenameOrganization } from '../changes/rename-organization';
import { UndoOperation } from '../changes/undo-operation';
import { FoundOrganizations } from '../found-organizations';
import type { Actor } from '../organization-facts';
import { OrganizationOperationEntity } from './organization-operation.entity';
import type { EntityManager } from 'typeorm';
import { OrganizationType, ParentRelation } from '../organization.enums';

const committees = 7;
const day = (n: number): string => new Date(Date.UTC(2021, 0, 1 + n * 30)).toISOString().slice(0, 10);
const days = 60;

type Operation =
  | { readonly kind: 'rename'; readonly of: number; readonly on: number }
  | { readonly kind: 'move'; readonly of: number; readonly on: number; readonly to: number; readonly leads: boolean }
  | { readonly kind: 'dissolve'; readonly of: number; readonly on: number }
  | { readonly kind: 'merge'; readonly of: number; readonly on: number; readonly gone: number }
  | { readonly kind: 'undo'; readonly nth: number };

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
  fc.record({ kind: fc.constant('dissolve' as const), of: index, on: fc.nat({ max: days }) }),
  fc.record({ kind: fc.constant('merge' as const), of: index, on: fc.nat({ max: days }), gone: index }),
  fc.record({ kind: fc.constant('undo' as const), nth: fc.nat({ max: 20 }) }),
);

/** What holds from a day on, by the order of recording: the later day wins, on one day the later record. */
class Timeline<T> {
  private entries: { readonly on: number; readonly value: T; readonly by: number }[] = [];

  constructor(private readonly first: T) {}

  set(on: number, value: T, by: number): void {
    this.entries.push({ on, value, by });
  }

  at(on: number): T {
    let best: { readonly on: number; readonly value: T } | undefined;
    for (const entry of this.entries) if (entry.on <= on && (!best || entry.on >= best.on)) best = entry;
    return best ? best.value : this.first;
  }

  /** As if an operation had never been. */
  without(by: number): void {
    this.entries = this.entries.filter((entry) => entry.by !== by);
  }
}

interface State {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly path: string;
  readonly leads: string;
}

interface Edge {
  readonly to: number;
  readonly leads: boolean;
}

/** The same history in memory, told anew for every day that is asked about. Number `committees` is the root. */
class Oracle {
  readonly names = Array.from({ length: committees }, (_, i) => new Timeline(`党委${i}`));
  readonly edges = Array.from({ length: committees }, () => new Timeline<Edge>({ to: committees, leads: true }));

  readonly gone = Array.from({ length: committees }, () => new Timeline(false));

  without(by: number): void {
    for (const line of [...this.names, ...this.edges, ...this.gone]) line.without(by);
  }

  isGone(of: number): boolean {
    return of !== committees && this.gone[of]!.at(days);
  }

  merge({ of, gone, on }: { readonly of: number; readonly gone: number; readonly on: number }, by: number): void {
    this.edges.forEach((edge, child) => {
      const { to, leads } = edge.at(on);
      if (to === gone && !this.gone[child]!.at(on)) edge.set(on, { to: of, leads }, by);
    });
    this.gone[gone]!.set(on, true, by);
  }

  /** What is at work stands below what is at work, on every day. */
  isSound(): boolean {
    return Array.from({ length: days + 1 }, (_, on) => on).every((on) =>
      this.edges.every((edge, of) => {
        const { to } = edge.at(on);
        return this.gone[of]!.at(on) || to === committees || !this.gone[to]!.at(on);
      }),
    );
  }

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
  }, 120_000);
  afterAll(() => world.close());

  it('agrees on names and places of every day, and refuses exactly the cycles', async () => {
    const { app, associationId } = world;
    const actor: Actor = { associationId, accountId: null, name: null };
    const frame = app.get(ChangeOrganization);
    const renaming = app.get(RenameOrganization);
    const moving = app.get(MoveOrganization);
    const dissolving = app.get(DissolveOrganization);
    const merging = app.get(MergeOrganizations);
    const undoing = app.get(UndoOperation);
    const [{ id: root, no: rootNo }] = (await world.write((tx) =>
      tx.query(`select id, no from party_organization where parent_id is null`),
    )) as [{ id: string; no: number }];
    let round = 0;
    const outcomes = new Map<string, number>();
    const tally = (outcome: string): void => void outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    const attempt = (work: (tx: EntityManager) => Promise<void>): Promise<string> =>
      world
        .write(work)
        .then(() => 'DONE')
        .catch((error: unknown) => {
          if (error instanceof DomainError) return error.reason;
          throw error;
        });
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
      const ledger: { readonly by: number; readonly operation: string }[] = [];
      for (const [n, each] of operations.entries()) {
        if (each.kind === 'undo') {
          const at = ledger.length ? each.nth % ledger.length : -1;
          if (at < 0) continue;
          const { by, operation: id } = ledger[at]!;
          const result = await attempt(async (tx) => {
            const operation = await tx.findOneByOrFail(OrganizationOperationEntity, { id });
            await undoing.apply(tx, actor, operation, '—');
          });
          tally(result === 'DONE' ? 'UNDONE' : `UNDO ${result}`);
          if (result !== 'DONE') continue;
          ledger.splice(at, 1);
          oracle.without(by);
          continue;
        }
        const entry = { id: founded[each.of]!.id, effectiveOn: day(each.on), basis: '—' };
        const wasGone = oracle.isGone(each.of);
        let outcome = '';
        if (each.kind === 'rename') {
          const name = `第${round}轮更名${n}`;
          outcome = await attempt((tx) => frame.apply(tx, actor, renaming, entry, { name }));
          expect(outcome).toBe(wasGone ? 'ORGANIZATION_DISSOLVED' : 'DONE');
          if (outcome === 'DONE') oracle.names[each.of]!.set(each.on, name, n);
        } else if (each.kind === 'dissolve') {
          outcome = await attempt((tx) => frame.apply(tx, actor, dissolving, entry, {}));
          if (outcome === 'DONE') oracle.gone[each.of]!.set(each.on, true, n);
        } else if (each.kind === 'merge') {
          const ids = [founded[each.gone]!.id];
          outcome = await attempt((tx) => frame.apply(tx, actor, merging, entry, { ids }));
          if (each.gone === each.of && !wasGone) expect(outcome).toBe('MERGE_ITSELF');
          if (outcome === 'DONE') oracle.merge(each, n);
        } else {
          const edges = oracle.edges[each.of]!;
          const same = JSON.stringify(edges.at(days)) === JSON.stringify({ to: each.to, leads: each.leads });
          edges.set(each.on, { to: each.to, leads: each.leads }, n);
          const cycle = oracle.hasCycle();
          const wanted = {
            parentId: each.to === committees ? root : founded[each.to]!.id,
            relation: each.leads ? ParentRelation.LEADS : ParentRelation.GUIDES,
          };
          outcome = await attempt((tx) => frame.apply(tx, actor, moving, entry, wanted));
          if (outcome !== 'DONE') edges.without(n);
          if (outcome === 'NOTHING_CHANGES') expect(same).toBe(true);
          else if (wasGone) expect(outcome).toBe('ORGANIZATION_DISSOLVED');
          else if (cycle) expect(outcome).toBe('MOVE_BELOW_ITSELF');
          else expect(outcome).toBe(oracle.isGone(each.to) ? 'PARENT_NOT_ACTIVE' : 'DONE');
        }
        tally(outcome === 'DONE' ? each.kind : outcome);
        if (outcome !== 'DONE') continue;
        const [{ id: operation }] = (await world.write((tx) =>
          tx.query(
            `select id from organization_operation where organization_id = $1 and state = 'APPLIED'
             order by created_at desc, kind <> 'MERGED' limit 1`,
            [entry.id],
          ),
        )) as [{ id: string }];
        ledger.push({ by: n, operation });
      }
      expect(oracle.hasCycle()).toBe(false);
      expect(oracle.isSound()).toBe(true);
      await compare(founded, oracle, rootNo);
    };
    await fc.assert(fc.asyncProperty(fc.array(operation, { minLength: 6, maxLength: 20 }), scenario), {
      numRuns: 40,
      seed,
      endOnFailure: true,
    });
    console.info(`seed ${seed}: ${round} histories, ${JSON.stringify(Object.fromEntries(outcomes))}`);
    for (const often of ['rename', 'move', 'dissolve', 'merge', 'UNDONE', 'MOVE_BELOW_ITSELF'])
      expect(outcomes.get(often)).toBeGreaterThan(10);
  }, 120_000);

  async function compare(founded: readonly { id: string; no: number }[], oracle: Oracle, rootNo: number) {
    const versions = (await world.write((tx) =>
      tx.query(
        `select id, name, status, path, leads_path as leads, valid_from::text as "from", coalesce(valid_to::text, '9') as "to"
         from organization_version where id = any($1)`,
        [founded.map(({ id }) => id)],
      ),
    )) as (State & { from: string; to: string })[];
    const present = (await world.write((tx) =>
      tx.query(`select id, name, status, path, leads_path as leads from party_organization where id = any($1)`, [
        founded.map(({ id }) => id),
      ]),
    )) as State[];
    const no = (i: number): number => (i === committees ? rootNo : founded[i]!.no);
    const association = present[0]!.path.split('/')[1]!;
    const expected = (i: number, on: number) => {
      const way = oracle.way(i, on)!;
      return {
        id: founded[i]!.id,
        name: oracle.names[i]!.at(on),
        status: oracle.gone[i]!.at(on) ? 'DISSOLVED' : 'ACTIVE',
        path: `/${association}/${[rootNo, ...way.path.map(no)].join('/')}/`,
        leads: `/${association}/${way.leads.map(no).join('/')}/`,
      };
    };
    for (let i = 0; i < committees; i++) {
      for (let on = 0; on <= days; on++) {
        const holding = versions.filter((v) => v.id === founded[i]!.id && v.from <= day(on) && day(on) < v.to);
        expect(holding.map(({ from: _from, to: _to, ...state }) => state)).toEqual([expected(i, on)]);
      }
      expect(present.find(({ id }) => id === founded[i]!.id)).toEqual(expected(i, days));
    }
  }
});
