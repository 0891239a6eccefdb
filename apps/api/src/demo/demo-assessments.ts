import {
  AssessmentCycleEntity,
  AssessmentEntity,
  AssessmentScorerEntity,
  AssessmentStageEntity,
  AssessmentStepEntity,
  AssessmentStepKind,
  coverageOf,
  CycleStage,
  cycleStages,
  GroupBy,
  Participation,
} from '@dangwu/assessment';
import { insertRows } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DemoAccount } from './demo-accounts';
import { addScores, readFigures } from './demo-assessment-scores';
import { addResults } from './demo-assessment-results';
import { versionOf } from './demo-assessment-schemes';
import { addSecretVote, addVotes, votedOn, votedSecretly } from './demo-assessment-votes';
import type { Days } from './days';
import type { DemoTree } from './demo-tree';

const { SELF_ASSESSMENT, EXPERT_REVIEW, MODERATION } = CycleStage;

/** A cycle of the demo. Days count from the one on which it is loaded. */
interface DemoCycle {
  /** of the scheme that ships */
  readonly scheme: string;
  readonly title: (year: number, half: number) => string;
  /** how many half-years back its period lies */
  readonly halvesAgo: number;
  readonly stage: CycleStage;
  /** when it was opened */
  readonly opened: number;
  /** the last day of the stage it stands in */
  readonly due: number;
  readonly tiers: readonly string[] | null;
  readonly relations: readonly string[];
  readonly groupBy: GroupBy;
  /** how far it went on from moderation */
  readonly goal?: { readonly goal: CycleStage; readonly noticeFrom: number; readonly noticeTo: number };
}

const halves = ['上', '下'];
/** whose secretary has an account, and an invitation to answer */
const unanswered = 'DZ0063';
const cycles: readonly DemoCycle[] = [
  {
    scheme: 'six-strengths',
    title: (year, half) => `${year} 年${halves[half]}半年六强考核`,
    halvesAgo: 1,
    stage: MODERATION,
    opened: -75,
    due: -20,
    tiers: ['SECRETARIAT', 'ENTERPRISE'],
    relations: ['LEADS'],
    groupBy: GroupBy.TIER,
    goal: { goal: CycleStage.FINAL, noticeFrom: -32, noticeTo: -25 },
  },
  {
    scheme: 'six-by-six',
    title: (year, half) => `${year} 年${halves[half]}半年会办企业六抓六重考核`,
    halvesAgo: 1,
    stage: MODERATION,
    opened: -40,
    due: 4,
    tiers: ['ENTERPRISE'],
    relations: ['LEADS'],
    groupBy: GroupBy.TYPE,
    goal: { goal: CycleStage.NOTICE, noticeFrom: -3, noticeTo: 4 },
  },
  {
    scheme: 'civility',
    title: (year, half) => `${year} 年${halves[half]}半年文明单位检查评比`,
    halvesAgo: 1,
    stage: MODERATION,
    opened: -60,
    due: -1,
    tiers: ['SECRETARIAT'],
    relations: ['LEADS'],
    groupBy: GroupBy.TYPE,
    goal: { goal: CycleStage.OBJECTION, noticeFrom: -14, noticeTo: -5 },
  },
  {
    scheme: 'six-strengths',
    title: (year, half) => `${year} 年${halves[half]}半年六强考核`,
    halvesAgo: 0,
    stage: EXPERT_REVIEW,
    opened: -32,
    due: 6,
    tiers: ['SECRETARIAT', 'ENTERPRISE'],
    relations: ['LEADS'],
    groupBy: GroupBy.TIER,
  },
  {
    scheme: 'duties',
    title: (year, half) => `${year} 年${halves[half]}半年党组织履职考核`,
    halvesAgo: 0,
    stage: SELF_ASSESSMENT,
    opened: -9,
    due: 3,
    tiers: ['SECRETARIAT', 'BRANCH_INSTITUTION', 'MEMBER_UNIT'],
    relations: ['LEADS', 'GUIDES'],
    groupBy: GroupBy.TIER,
  },
];

/** Cycles in their stages, with what was said in them so far, and what came of those that are over. */
export async function addAssessments(
  tx: EntityManager,
  app: INestApplicationContext,
  associationId: string,
  people: readonly DemoAccount[],
  tree: DemoTree,
  days: Days,
): Promise<void> {
  const staff = people.find(({ username }) => username === 'linjing')!;
  const experts = ['qianyi', 'xuman'].map((name) => people.find(({ username }) => username === name)!);
  for (const demo of cycles) {
    const cycle = await opened(tx, associationId, staff, tree, days, demo);
    const assessed = await cover(tx, cycle, tree.id(unanswered));
    await addStages(tx, cycle, days, demo, staff);
    await nameExperts(tx, cycle, experts);
    await addScores(tx, cycle, assessed, { staff, experts });
    if (cycle.snapshotAt) await addCounts(tx, app, cycle, assessed, { people, days });
    if (cycle.snapshotAt) await readFigures(tx, cycle, assessed, days.today);
    if (demo.goal) await addResults(tx, app, cycle, staff, days, demo.goal);
  }
}

/** While experts score, some are still voted on secretly; all else was counted by hand. */
async function addCounts(
  tx: EntityManager,
  app: INestApplicationContext,
  cycle: AssessmentCycleEntity,
  assessed: readonly AssessmentEntity[],
  { people, days }: { people: readonly DemoAccount[]; days: Days },
): Promise<void> {
  const [node] = await votedOn(tx, cycle);
  const secretly = node && cycle.stage === EXPERT_REVIEW ? votedSecretly(assessed) : [];
  await addVotes(
    tx,
    cycle,
    assessed.filter((one) => !secretly.includes(one)),
  );
  if (node && secretly.length > 0)
    await addSecretVote(tx, app, cycle, secretly, { node, people, openedAt: at(days, -1) });
}

async function opened(
  tx: EntityManager,
  associationId: string,
  staff: DemoAccount,
  tree: DemoTree,
  days: Days,
  demo: DemoCycle,
): Promise<AssessmentCycleEntity> {
  const [year, month] = days.today.split('-').map(Number) as [number, number];
  const index = year * 2 + (month > 6 ? 1 : 0) - demo.halvesAgo;
  const [in_, half] = [Math.floor(index / 2), index % 2];
  const read = cycleStages.indexOf(demo.stage) > cycleStages.indexOf(SELF_ASSESSMENT);
  const cycle = tx.create(AssessmentCycleEntity, {
    id: newId(),
    ...{ associationId, organizationId: tree.root, openedBy: staff.name },
    schemeVersionId: await versionOf(tx, associationId, demo.scheme, at(days, demo.opened - 30)),
    title: demo.title(in_, half),
    periodFrom: `${in_}-${half ? '07' : '01'}-01`,
    periodTo: half ? `${in_}-12-31` : `${in_}-06-30`,
    tiers: demo.tiers && [...demo.tiers],
    organizationTypes: ['COMMITTEE', 'GENERAL_BRANCH', 'BRANCH', 'JOINT_BRANCH', 'WORKING_GROUP'],
    relations: [...demo.relations],
    ...{ groupBy: demo.groupBy, stage: demo.stage, noticeFields: [] },
    snapshotAt: read ? at(days, demo.opened + 12) : null,
    createdAt: at(days, demo.opened),
  });
  await tx.insert(AssessmentCycleEntity, cycle);
  return cycle;
}

/** Whom it covers, as its scope says; some of those that are invited have answered. */
async function cover(tx: EntityManager, cycle: AssessmentCycleEntity, waiting: string): Promise<AssessmentEntity[]> {
  const { covered } = await coverageOf(tx, cycle);
  let invited = 0;
  const rows = covered.map(({ id: organizationId, name, type, ...facts }) => {
    const { tier, relation, duties, verifierId, groupKey, groupName } = facts;
    const answers = [Participation.INVITED, Participation.OPTED_IN, Participation.DECLINED];
    const answer = organizationId === waiting ? Participation.INVITED : answers[invited % 3]!;
    if (relation === 'GUIDES') invited++;
    return tx.create(AssessmentEntity, {
      id: newId(),
      ...{ associationId: cycle.associationId, cycleId: cycle.id, organizationId, organizationType: type },
      ...{ tier, relation, verifierId, groupKey, groupName, subjectName: name, duties: [...duties] },
      participation: relation === 'GUIDES' ? answer : Participation.REQUIRED,
      ...{ participationNote: '', preparing: false, selfLate: false, verifiedLate: false, gradeNote: '' },
      createdAt: cycle.createdAt,
    });
  });
  await insertRows(tx, AssessmentEntity, rows);
  return rows;
}

async function addStages(
  tx: EntityManager,
  { id: cycleId, associationId, organizationId }: AssessmentCycleEntity,
  days: Days,
  demo: DemoCycle,
  staff: DemoAccount,
): Promise<void> {
  const dated = cycleStages.slice(1);
  const now = dated.indexOf(demo.goal?.goal ?? demo.stage);
  const span = (demo.due - demo.opened) / (now + 1);
  /** the last day of a stage: those before share the time since the opening */
  const last = (i: number): number => (i <= now ? Math.round(demo.opened + span * (i + 1)) : demo.due + 5 * (i - now));
  const began = (i: number): Date => at(days, i === 0 ? demo.opened + 1 : last(i - 1) + 1);
  await insertRows(
    tx,
    AssessmentStageEntity,
    dated.map((stage, i) => ({
      id: newId(),
      ...{ associationId, cycleId, organizationId, stage, dueOn: days.at(last(i)) },
      beganAt: i <= now ? began(i) : null,
      endedAt: i < now ? began(i + 1) : null,
      createdAt: new Date(at(days, demo.opened).getTime() + i),
    })),
  );
  const step = (kind: AssessmentStepKind, on: Date, stage?: CycleStage) => ({
    id: newId(),
    ...{ associationId, cycleId, organizationId, kind, at: on, actorName: staff.name },
    data: stage ? { stage } : null,
  });
  await insertRows(tx, AssessmentStepEntity, [
    step(AssessmentStepKind.OPENED, at(days, demo.opened)),
    ...dated.slice(0, now + 1).map((stage, i) => step(AssessmentStepKind.STAGE, began(i), stage)),
  ]);
}

/** They keep away from what is theirs. */
async function nameExperts(
  tx: EntityManager,
  { id: cycleId, associationId, organizationId }: AssessmentCycleEntity,
  experts: readonly DemoAccount[],
): Promise<void> {
  await insertRows(
    tx,
    AssessmentScorerEntity,
    experts.map(({ id: accountId, name, at: own }) => ({
      id: newId(),
      ...{ associationId, organizationId, cycleId, accountId, name, role: 'EXPERT', groups: null },
      recused: own && own !== organizationId ? [own] : [],
    })),
  );
}

const at = (days: Days, offset: number): Date => new Date(`${days.at(offset)}T10:20:00+08:00`);
