import { Access, type Viewer } from '@dangwu/access';
import { Clock, plusDays, plusMonths } from '@dangwu/platform/clock';
import { Database, insertRows } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AssessmentSchemeEntity, SchemeVersionEntity } from '../scheme/scheme.entity';
import { AssessmentSubject, SchemeVersionState } from '../scheme/scheme.enums';
import { ChangeCycle } from './change-cycle';
import { coverageOf, type Coverage, type Covered, type Scope } from './coverage';
import { datedStages, orderOf } from './cycle-lifecycle';
import type { AssessmentCyclePreview, CoveredGroup } from './cycle-parts.type';
import { AssessmentCycleEntity, AssessmentEntity, AssessmentStageEntity } from './cycle.entity';
import { AssessmentStepKind, CycleStage, Participation } from './cycle.enums';
import { cycleErrors } from './cycle.errors';
import type { CycleScope, OpenAssessmentCycleInput, PreviewAssessmentCycleInput } from './cycle.inputs';
import { checkDeadlines } from './deadlines';

/** Three years: what is counted by the month beyond that says nothing of a period of work. */
const mostMonths = 36;
/** So many are told by name. */
const mostNamed = 200;

/** Opens cycles: whom they cover is settled, those below are not told yet. */
@Injectable()
export class OpenCycle {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly changes: ChangeCycle,
    private readonly clock: Clock,
  ) {}

  /** @throws UNKNOWN_ID, PERMISSION_MISSING */
  async preview(viewer: Viewer, input: PreviewAssessmentCycleInput): Promise<AssessmentCyclePreview> {
    const scope = await this.scopeOf(viewer, input);
    const { covered, uncovered } = await this.coverage(viewer, scope);
    const invited = covered.filter(({ relation }) => relation === 'GUIDES').length;
    return {
      required: covered.length - invited,
      invited,
      groups: groupsOf(covered),
      uncoveredCount: uncovered.length,
      uncovered: uncovered.slice(0, mostNamed).map((one) => ({ ...one, id: globalId('PartyOrganization', one.id) })),
    };
  }

  /**
   * @returns its UUID
   * @throws UNKNOWN_ID, PERMISSION_MISSING, CYCLE_PERIOD, CYCLE_DEADLINES, CYCLE_SCHEME, CYCLE_NOBODY
   */
  async open(viewer: Viewer, input: OpenAssessmentCycleInput): Promise<string> {
    const scope = await this.scopeOf(viewer, input);
    checkPeriod(input);
    checkDeadlines(input.deadlines, this.clock.today());
    return this.database.transaction(viewer.scope('assessment.conduct'), async (tx) => {
      const schemeVersionId = await this.use(tx, localId('SchemeVersion', input.schemeVersionId));
      const { covered } = await coverageOf(tx, scope);
      if (covered.length === 0) throw cycleErrors.CYCLE_NOBODY();
      const cycle = this.cycleOf(tx, viewer, { ...input, schemeVersionId }, scope);
      await tx.insert(AssessmentCycleEntity, cycle);
      await this.addStages(tx, cycle, input.deadlines);
      await insertRows(
        tx,
        AssessmentEntity,
        covered.map((one) => assessmentOf(cycle, one)),
      );
      const { title, periodFrom, periodTo, groupBy, relations, tiers, organizationTypes } = cycle;
      const after = { title, periodFrom, periodTo, groupBy, relations, tiers, organizationTypes, schemeVersionId };
      await this.changes.leave(tx, viewer, cycle, {
        action: 'cycle.open',
        steps: [{ kind: AssessmentStepKind.OPENED, data: { count: covered.length } }],
        after: { ...after, count: covered.length },
      });
      return cycle.id;
    });
  }

  private coverage(viewer: Viewer, scope: Scope): Promise<Coverage> {
    return this.database.transaction(viewer.scope('assessment.conduct'), (tx) => coverageOf(tx, scope));
  }

  /** @throws UNKNOWN_ID, PERMISSION_MISSING */
  private async scopeOf(viewer: Viewer, { organizationId: global, ...input }: CycleScope): Promise<Scope> {
    const organizationId = localId('PartyOrganization', global);
    this.access.require(viewer, 'assessment.conduct', await this.access.place(null, viewer, organizationId));
    const { tiers, organizationTypes, relations, groupBy } = input;
    return { organizationId, tiers, organizationTypes, relations, groupBy };
  }

  /** From now on the version never changes. @throws UNKNOWN_ID, CYCLE_SCHEME */
  private async use(tx: EntityManager, id: string): Promise<string> {
    const version = await tx.findOne(SchemeVersionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    const scheme = version && (await tx.findOneBy(AssessmentSchemeEntity, { id: version.schemeId }));
    if (!scheme) throw platformErrors.UNKNOWN_ID();
    const refuse = (whyZh: string, whyEn: string) =>
      cycleErrors.CYCLE_SCHEME({ scheme: scheme.nameZh, no: version.no, whyZh, whyEn });
    if (version.state !== SchemeVersionState.PUBLISHED) throw refuse('还没有发布', 'it is not published');
    if (scheme.retiredOn && scheme.retiredOn <= this.clock.today()) throw refuse('已经停用', 'it is retired');
    if (scheme.subject !== AssessmentSubject.ORGANIZATION)
      throw refuse('考核的不是党组织', 'it does not assess organizations');
    if (!version.usedAt) await tx.update(SchemeVersionEntity, { id }, { usedAt: this.clock.now() });
    return id;
  }

  private cycleOf(
    tx: EntityManager,
    viewer: Viewer,
    input: Pick<OpenAssessmentCycleInput, 'title' | 'periodFrom' | 'periodTo' | 'schemeVersionId'>,
    { organizationId, tiers, organizationTypes, relations, groupBy }: Scope,
  ): AssessmentCycleEntity {
    const now = this.clock.now();
    const { schemeVersionId, periodFrom, periodTo } = input;
    return tx.create(AssessmentCycleEntity, {
      id: newId(now.getTime()),
      associationId: viewer.association.id,
      ...{ organizationId, schemeVersionId, periodFrom, periodTo, groupBy },
      title: input.title.trim(),
      tiers: tiers ? [...tiers] : null,
      organizationTypes: organizationTypes ? [...organizationTypes] : null,
      relations: [...relations],
      stage: CycleStage.PREPARING,
      noticeFields: [],
      openedBy: viewer.account.name,
      createdAt: now,
    });
  }

  private async addStages(
    tx: EntityManager,
    { id: cycleId, associationId, organizationId, createdAt }: AssessmentCycleEntity,
    deadlines: OpenAssessmentCycleInput['deadlines'],
  ): Promise<void> {
    const by = new Map(deadlines.map(({ stage, dueOn }) => [stage, dueOn]));
    await insertRows(
      tx,
      AssessmentStageEntity,
      datedStages.map((stage) => ({
        id: newId(createdAt.getTime()),
        ...{ associationId, cycleId, organizationId, stage, dueOn: by.get(stage)! },
        // those of one day stay in their order
        createdAt: new Date(createdAt.getTime() + orderOf(stage)),
      })),
    );
  }
}

const assessmentOf = (
  { id: cycleId, associationId, createdAt }: AssessmentCycleEntity,
  { id: organizationId, name, type, duties, ...facts }: Covered,
): Partial<AssessmentEntity> => ({
  id: newId(createdAt.getTime()),
  ...{ associationId, cycleId, organizationId, createdAt, tier: facts.tier, relation: facts.relation },
  ...{ verifierId: facts.verifierId, groupKey: facts.groupKey, groupName: facts.groupName },
  subjectName: name,
  organizationType: type,
  duties: [...duties],
  participation: facts.relation === 'GUIDES' ? Participation.INVITED : Participation.REQUIRED,
  participationNote: '',
  preparing: true,
  selfLate: false,
  verifiedLate: false,
  gradeNote: '',
});

/** @throws CYCLE_PERIOD */
function checkPeriod({ periodFrom: from, periodTo: to }: OpenAssessmentCycleInput): void {
  const whole = from.endsWith('-01') && plusDays(to, 1).endsWith('-01');
  if (!whole || from > to || to >= plusMonths(from, mostMonths)) throw cycleErrors.CYCLE_PERIOD({ from, to });
}

function groupsOf(covered: readonly Covered[]): CoveredGroup[] {
  const groups = new Map<string, CoveredGroup>();
  for (const one of covered) {
    const { groupKey: key, groupName: name } = one;
    const group = groups.get(key) ?? { key, name, required: 0, invited: 0, organizations: [] };
    groups.set(key, group);
    if (one.relation === 'GUIDES') group.invited++;
    else group.required++;
    const { name: called, type, tier, relation, verifierName } = one;
    const id = globalId('PartyOrganization', one.id);
    if (group.organizations.length < mostNamed)
      group.organizations.push({ id, name: called, type, tier, relation, verifierName });
  }
  return [...groups.values()];
}
