import { JobEntity } from '@dangwu/platform/jobs';
import {
  aggregate,
  among,
  asc,
  containsText,
  desc,
  many,
  masked,
  one,
  readModel,
  related,
  sameRow,
  sql,
  type Expression,
  type Row,
  type Rows,
  type Sql,
} from '@dangwu/read-model';
import type { AssessmentLetterEntity } from '../letter/letter.entity';
import { AssessmentSchemeEntity, SchemeVersionEntity } from '../scheme/scheme.entity';
import { AssessmentScoreEntity } from '../scoring/scoring.entity';
import { Assessment, AssessmentAbilities } from './assessment.type';
import { AssessmentProgress, AssessmentStage, AssessmentStep, CycleScheme } from './cycle-parts.type';
import { isConducted } from './conducted-cycle.read-model';
import { AssessmentCycleEntity, AssessmentEntity, AssessmentStageEntity, AssessmentStepEntity } from './cycle.entity';
import type { AssessmentFilter, AssessmentOrder, CycleFilter, CycleOrder } from './cycle.filters';
import { AssessedCycle, AssessmentCycle, CycleAbilities } from './cycle.type';

const placed = { place: 'organizationId', read: 'assessment.read', deleted: 'deletedAt' } as const;
const ofAssociation = {
  place: 'association',
  associationColumn: 'associationId',
  read: 'scheme.read',
  deleted: 'deletedAt',
} as const;
const cycleRows = { entity: AssessmentCycleEntity, idPrefix: 'AssessmentCycle', ...placed } as const;

/** Schemes, for the names of those that cycles use. */
class SchemeOfCycle {}
export const SchemeOfCycleModel = readModel<SchemeOfCycle, AssessmentSchemeEntity>({
  type: SchemeOfCycle,
  internal: true,
  entity: AssessmentSchemeEntity,
  ...ofAssociation,
});

export const CycleSchemeModel = readModel<CycleScheme, SchemeVersionEntity, { usable: boolean }, 'LATEST'>({
  type: CycleScheme,
  entity: SchemeVersionEntity,
  idPrefix: 'SchemeVersion',
  ...ofAssociation,
  boundedBy: 500,
  fields: {
    name: (version, _, other) =>
      other.value<AssessmentSchemeEntity>(
        () => SchemeOfCycle,
        (scheme) => sql`json_build_object('zh', ${scheme.nameZh}, 'en', ${scheme.nameEn})`,
        (scheme) => sql`${scheme.id} = ${version.schemeId}`,
      ),
  },
  orders: { LATEST: [desc('publishedAt')] },
  filters: {
    // of each scheme that is in use the version published last
    usable: (version, usable, other) => sql`${usable}::boolean and ${version.state} = 'PUBLISHED'
      and ${other.exists<AssessmentSchemeEntity>(
        () => SchemeOfCycle,
        (scheme) => sql`${scheme.id} = ${version.schemeId} and ${scheme.subject} = 'ORGANIZATION'
          and (${scheme.retiredOn} is null or ${scheme.retiredOn} > ${other.day})`,
      )}`,
  },
});

export const AssessmentStageModel = readModel<AssessmentStage, AssessmentStageEntity, Record<never, never>, 'ORDER'>({
  type: AssessmentStage,
  entity: AssessmentStageEntity,
  idPrefix: 'AssessmentStage',
  ...placed,
  place: 'parent',
  orders: { ORDER: [asc('dueOn'), asc('createdAt')] },
});

export const AssessmentStepModel = readModel<AssessmentStep, AssessmentStepEntity, Record<never, never>, 'NEWEST'>({
  type: AssessmentStep,
  entity: AssessmentStepEntity,
  idPrefix: 'AssessmentStep',
  ...placed,
  fields: {
    stage: (step) => sql`${step.data} ->> 'stage'`,
    dueOn: (step) => sql`(${step.data} ->> 'dueOn')::date`,
  },
  orders: { NEWEST: [desc('at'), desc('createdAt')] },
});

const dueOn: Expression<AssessmentCycleEntity> = (cycle, _, other) =>
  other.value<AssessmentStageEntity>(
    () => AssessmentStage,
    (stage) => stage.dueOn,
    (stage) => sql`${stage.stage} = ${cycle.stage}`,
    'cycleId',
  );
const running = (cycle: Row<AssessmentCycleEntity>): Sql =>
  sql`(${cycle.cancelledAt} is null and ${cycle.stage} <> 'FINAL')`;
const late: Expression<AssessmentCycleEntity> = (cycle, given, other) =>
  sql`(${running(cycle)} and coalesce(${dueOn(cycle, given, other)} < ${other.day}, false))`;

/** What those see who are in a cycle, and those who read it as a whole. */
const facts = {
  organization: one<AssessmentCycleEntity>('organizationId'),
  scheme: one<AssessmentCycleEntity>('schemeVersionId'),
  stages: many<AssessmentStageEntity>('cycleId', { order: 'ORDER', boundedBy: 10 }),
  dueOn,
  late,
};

/** Reached by an assessment alone: whoever sees that knows its cycle, wherever it is conducted. */
export const AssessedCycleModel = readModel<AssessedCycle, AssessmentCycleEntity>({
  type: AssessedCycle,
  entity: AssessmentCycleEntity,
  idPrefix: 'AssessmentCycle',
  ...ofAssociation,
  read: 'assessment.read',
  fields: facts,
});

/** Jobs that read figures, for whoever asks whether they do. */
class ReadingJob {}
export const ReadingJobModel = readModel<ReadingJob, JobEntity>({
  type: ReadingJob,
  internal: true,
  entity: JobEntity,
  ...ofAssociation,
  read: 'assessment.read',
});

/** Sheets of experts, for whoever counts them. */
class ExpertScore {}
export const ExpertScoreModel = readModel<ExpertScore, AssessmentScoreEntity>({
  type: ExpertScore,
  internal: true,
  entity: AssessmentScoreEntity,
  ...placed,
});

const takesPart = (row: Row<AssessmentEntity>): Sql => sql`${row.participation} in ('REQUIRED', 'OPTED_IN')`;
const counted =
  (when: (row: Row<AssessmentEntity>, rows: Rows) => Sql): Expression<AssessmentEntity> =>
  (row, _, rows) =>
    sql`count(*) filter (where ${when(row, rows)})`;
const ofThose = (when: (row: Row<AssessmentEntity>) => Sql): Expression<AssessmentEntity> =>
  counted((row) => sql`${takesPart(row)} and ${when(row)}`);
const progress: { readonly [K in keyof AssessmentProgress]: Expression<AssessmentEntity> } = {
  total: counted(takesPart),
  invited: counted((row) => sql`${row.participation} = 'INVITED'`),
  declined: counted((row) => sql`${row.participation} = 'DECLINED'`),
  excluded: counted((row) => sql`${row.participation} = 'EXCLUDED'`),
  self: ofThose((row) => sql`${row.selfSubmittedAt} is not null`),
  selfLate: ofThose((row) => sql`${row.selfLate}`),
  verified: ofThose((row) => sql`${row.verifiedAt} is not null`),
  verifiedLate: ofThose((row) => sql`${row.verifiedLate}`),
  scored: counted(
    (row, rows) =>
      sql`${takesPart(row)} and ${rows.exists<AssessmentScoreEntity>(
        () => ExpertScore,
        (score) =>
          sql`${score.assessmentId} = ${row.id} and ${score.source} = 'EXPERT' and ${score.submittedAt} is not null`,
      )}`,
  ),
  computed: ofThose((row) => sql`${row.total} is not null`),
};

const conducted: Expression<AssessmentEntity> = (row, _, rows) => isConducted(row.cycleId, rows);

export const AssessmentCycleModel = readModel<AssessmentCycle, AssessmentCycleEntity, CycleFilter, `${CycleOrder}`>({
  type: AssessmentCycle,
  ...cycleRows,
  fields: {
    ...facts,
    tiers: (cycle) => sql`to_jsonb(${cycle.tiers})`,
    organizationTypes: (cycle) => sql`to_jsonb(${cycle.organizationTypes})`,
    relations: (cycle) => sql`to_jsonb(${cycle.relations})`,
    // one that was cancelled while it waited, or given up, leaves its number behind
    reading: (cycle, _, other) =>
      other.exists<JobEntity>(
        () => ReadingJob,
        (job) => sql`${job.id} = ${cycle.readingJobId} and ${job.state} in ('QUEUED', 'RUNNING')`,
      ),
    progress: aggregate<AssessmentEntity>(() => Assessment, 'cycleId', progress),
    // who the experts are is told to whoever conducts it alone
    steps: related<AssessmentStepEntity, AssessmentCycleEntity>(
      (step, self, rows) => sql`${step.cycleId} = ${self.id} and ${step.assessmentId} is null
        and (${step.kind} not in ('SCORER_NAMED', 'SCORER_REMOVED') or ${isConducted(self.id, rows)})`,
      { order: 'NEWEST', boundedBy: 1000 },
    ),
    viewerCan: sameRow(),
  },
  orders: {
    LATEST: [desc('periodTo'), desc('createdAt')],
    TITLE: [asc('title')],
  },
  filters: {
    search: containsText('title'),
    stages: among('stage'),
    running: (cycle, value) => sql`${running(cycle)} = ${value}::boolean`,
    late: (cycle, value, other) => sql`${late(cycle, {}, other)} = ${value}::boolean`,
  },
});

export const CycleAbilitiesModel = readModel<CycleAbilities, AssessmentCycleEntity>({
  type: CycleAbilities,
  ...cycleRows,
  fields: {
    conduct: masked<AssessmentCycleEntity>(
      () => sql`true`,
      () => sql`false`,
      'assessment.conduct',
    ),
  },
});

const assessmentRows = {
  entity: AssessmentEntity,
  idPrefix: 'Assessment',
  ...placed,
  // nobody below is told of what is being prepared, not even those who conduct cycles of their own
  withheld: { when: 'preparing', unless: 'assessment.conduct', at: 'conductorId' },
} as const;
/** Before it is on notice a result is for whoever conducts the cycle alone. */
const result =
  (value: (row: Row<AssessmentEntity>) => Sql): Expression<AssessmentEntity> =>
  (row, given, other) =>
    sql`case when ${row.publishedAt} is not null or ${conducted(row, given, other)} then ${value(row)} end`;

/** What the API's filter becomes: whom "own" stands for is known by the offices of who asks. */
export type AssessmentConditions = Omit<AssessmentFilter, 'own' | 'cycleId'> & {
  cycleKey?: string | null;
  organizationIds?: readonly string[] | null;
};

export const AssessmentModel = readModel<Assessment, AssessmentEntity, AssessmentConditions, `${AssessmentOrder}`>({
  type: Assessment,
  ...assessmentRows,
  fields: {
    cycle: one('cycleId'),
    organization: one('organizationId'),
    verifier: one('verifierId'),
    total: result((row) => sql`${row.total}::text`),
    rank: result((row) => row.rank),
    grade: result((row) => row.grade),
    // what is moderated is told with the result
    steps: related<AssessmentStepEntity, AssessmentEntity>(
      (step, self, rows) => sql`${step.assessmentId} = ${self.id} and (${step.kind} <> 'ADJUSTED'
        or ${self.publishedAt} is not null or ${isConducted(self.cycleId, rows)})`,
      { order: 'NEWEST', boundedBy: 1000 },
    ),
    letters: many<AssessmentLetterEntity>('assessmentId', { order: 'NEWEST', boundedBy: 100 }),
    viewerCan: sameRow(),
  },
  orders: {
    GROUP: [asc('groupName'), asc('subjectName')],
    LATEST: [desc('createdAt'), asc('subjectName')],
  },
  filters: {
    search: containsText('subjectName'),
    groups: among('groupKey'),
    participations: among('participation'),
    cycleKey: (row, value) => sql`${row.cycleId} = ${value}::uuid`,
    organizationIds: among('organizationId'),
    waiting: (row, value, other) =>
      sql`${value}::boolean = ${other.exists<AssessmentCycleEntity>(
        () => AssessedCycle,
        (cycle) => sql`${cycle.id} = ${row.cycleId} and ${cycle.cancelledAt} is null and (
        (${cycle.stage} = 'SELF_ASSESSMENT' and ${row.participation} in ('REQUIRED', 'OPTED_IN', 'INVITED')
          and ${row.selfSubmittedAt} is null))`,
      )}`,
  },
});

export const AssessmentAbilitiesModel = readModel<AssessmentAbilities, AssessmentEntity>({
  type: AssessmentAbilities,
  ...assessmentRows,
  fields: {
    self: masked<AssessmentEntity>(
      () => sql`true`,
      () => sql`false`,
      'assessment.self',
    ),
    verify: masked<AssessmentEntity>(
      () => sql`true`,
      () => sql`false`,
      'assessment.verify',
    ),
    conduct: conducted,
  },
});
