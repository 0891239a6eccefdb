import { everywhere, type Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { ChangeCycle, type CycleNote } from './change-cycle';
import type { AssessmentScorer, RecusedOrganization, ScorerCandidate } from './cycle-parts.type';
import { removedScorer } from './cycle-words';
import { AssessmentEntity, AssessmentScorerEntity, type AssessmentCycleEntity } from './cycle.entity';
import { AssessmentStepKind } from './cycle.enums';
import { cycleErrors } from './cycle.errors';
import type { NameAssessmentScorersInput, RemoveAssessmentScorerInput, ScorerInput } from './cycle.inputs';
import { scorerRows } from './scorer-rows';
import { candidateRows, ownOrganizations, type Assessed, type CandidateRow } from './scorer-people';

/** Names experts of a cycle and removes them; who they are is told to whoever conducts it alone. */
@Injectable()
export class NameScorers {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeCycle,
    private readonly clock: Clock,
  ) {}

  /** @throws UNKNOWN_ID, PERMISSION_MISSING */
  async list(viewer: Viewer, global: string): Promise<AssessmentScorer[]> {
    const { id } = await this.changes.find(viewer, global);
    return this.database.transaction(viewer.scope('assessment.conduct'), async (tx) => {
      const names = await namesOf(tx, id);
      return (await scorerRows(tx, id)).map((row) => ({
        ...row,
        id: globalId('AssessmentScorer', row.id),
        accountId: globalId('Account', row.accountId),
        recused: row.recused.map((one) => recusedOf(one, names)),
      }));
    });
  }

  /** By name; at most 20. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async candidates(viewer: Viewer, global: string, search: string): Promise<ScorerCandidate[]> {
    const cycle = await this.changes.find(viewer, global);
    const scope = systemScope(viewer.association.id);
    return this.database.transaction(scope, async (tx) => {
      const people = await candidateRows(tx, viewer.association.id, search, this.clock.now());
      const assessed = await this.assessed(tx, cycle.id);
      return Promise.all(people.map((person) => this.candidate(tx, person, assessed)));
    });
  }

  private async candidate(
    tx: EntityManager,
    { id, name, note }: CandidateRow,
    assessed: readonly Assessed[],
  ): Promise<ScorerCandidate> {
    const { own, led } = await ownOrganizations(tx, id, assessed, this.clock.now());
    const told = ({ organizationId, name: called }: Assessed): RecusedOrganization => ({
      id: globalId('PartyOrganization', organizationId),
      name: called,
    });
    return { id: globalId('Account', id), name, note, own: own.map(told), suggested: led.map(told) };
  }

  /**
   * Their own organizations are never theirs to score, whether that is said or not.
   * @throws STALE_VERSION, CYCLE_STAGE, SCORER_ACCOUNT, SCORER_GROUP
   */
  name(viewer: Viewer, { scorers, ...step }: NameAssessmentScorersInput): Promise<string> {
    return this.changes.change(viewer, 'nameScorers', step, async (tx, cycle) => {
      const assessed = await this.assessed(tx, cycle.id);
      const groups = new Set((await tx.findBy(AssessmentEntity, { cycleId: cycle.id })).map((one) => one.groupKey));
      const steps: CycleNote[] = [];
      const after: Record<string, unknown>[] = [];
      for (const scorer of scorers) {
        for (const group of scorer.groups ?? []) if (!groups.has(group)) throw cycleErrors.SCORER_GROUP({ group });
        const named = await this.put(tx, cycle, scorer, assessed);
        steps.push({ kind: AssessmentStepKind.SCORER_NAMED, text: named.name });
        after.push({ account: named.accountId, role: named.role, groups: named.groups, recused: named.recused });
      }
      return { set: {}, action: 'cycle.nameScorers', steps, before: {}, after: { scorers: after } };
    });
  }

  private async put(
    tx: EntityManager,
    { id: cycleId, associationId, organizationId }: AssessmentCycleEntity,
    { accountId: global, role, groups, recused: said }: ScorerInput,
    assessed: readonly Assessed[],
  ): Promise<AssessmentScorerEntity> {
    const accountId = localId('Account', global);
    const name = await accountName(tx, associationId, accountId);
    const now = this.clock.now();
    const { own } = await everywhere(tx, () => ownOrganizations(tx, accountId, assessed, now));
    const ids = (said ?? []).map((each) => localId('PartyOrganization', each));
    const recused = [...new Set([...own.map((one) => one.organizationId), ...ids])];
    const current = await tx.findOneBy(AssessmentScorerEntity, { cycleId, accountId, removedAt: IsNull() });
    const part = { name, role: role ?? current?.role ?? 'EXPERT', groups: groups ?? null, recused };
    const row = current
      ? { ...current, ...part }
      : tx.create(AssessmentScorerEntity, {
          id: newId(now.getTime()),
          ...{ associationId, organizationId, cycleId, accountId, createdAt: now },
          ...part,
        });
    return tx.save(AssessmentScorerEntity, row);
  }

  /** What was handed in stays and counts; what was not is put aside with the expert. @throws SCORER_REMOVED */
  remove(viewer: Viewer, { scorerId, reason: given, ...step }: RemoveAssessmentScorerInput): Promise<string> {
    const id = localId('AssessmentScorer', scorerId);
    const reason = given.trim();
    return this.changes.change(viewer, 'removeScorer', step, async (tx, cycle) => {
      const scorer = await tx.findOneBy(AssessmentScorerEntity, { id, cycleId: cycle.id });
      if (!scorer) throw platformErrors.UNKNOWN_ID();
      if (scorer.removedAt) throw cycleErrors.SCORER_REMOVED({ name: scorer.name });
      const { submitted } = (await scorerRows(tx, cycle.id)).find((row) => row.id === id)!;
      await tx.save(AssessmentScorerEntity, { ...scorer, removedAt: this.clock.now(), removedReason: reason });
      const text = removedScorer(scorer.name, submitted, reason);
      return {
        set: {},
        action: 'cycle.removeScorer',
        steps: [{ kind: AssessmentStepKind.SCORER_REMOVED, text }],
        before: {},
        after: { account: scorer.accountId, submitted },
        reason,
      };
    });
  }

  private assessed(tx: EntityManager, cycleId: string): Promise<Assessed[]> {
    return everywhere(tx, () =>
      tx.query<Assessed[]>(
        `select o.id as "organizationId", a.subject_name as name, o.path, o.leads_path as "leadsPath"
         from assessment a join party_organization o on o.id = a.organization_id
         where a.cycle_id = $1 and a.participation <> 'EXCLUDED' order by o.path collate "C"`,
        [cycleId],
      ),
    );
  }
}

/** @throws UNKNOWN_ID, SCORER_ACCOUNT */
async function accountName(tx: EntityManager, associationId: string, id: string): Promise<string> {
  const [account] = await everywhere(tx, () =>
    tx.query<{ name: string; fit: boolean }[]>(
      `select name, association_id = $2 and disabled_at is null and deleted_at is null as fit from account where id = $1`,
      [id, associationId],
    ),
  );
  if (!account) throw platformErrors.UNKNOWN_ID();
  if (!account.fit) throw cycleErrors.SCORER_ACCOUNT({ name: account.name });
  return account.name;
}

const recusedOf = (id: string, names: ReadonlyMap<string, string>): RecusedOrganization => ({
  id: globalId('PartyOrganization', id),
  name: names.get(id) ?? '',
});

async function namesOf(tx: EntityManager, cycleId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string }[]>(
    `select o.id, o.name from party_organization o
     where o.id in (select unnest(s.recused) from assessment_scorer s where s.cycle_id = $1)`,
    [cycleId],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
