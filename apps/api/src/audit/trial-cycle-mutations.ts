import { basis, personal, today, type MutationStage } from './trial-stage';

interface Made {
  readonly id: string;
  readonly version: number;
}
type Scenario = (stage: MutationStage) => Promise<{ readonly object: string; readonly by?: string }>;

const fields = 'id version';
const stages = ['SELF_ASSESSMENT', 'VERIFICATION', 'EXPERT_REVIEW', 'MODERATION', 'NOTICE', 'OBJECTION', 'FINAL'];
/** One indicator that people judge: nothing is read of records. */
const tree = {
  rounding: { scale: 2, mode: 'HALF_UP' },
  scorers: { by: 'AVERAGE' },
  root: {
    key: 'root',
    kind: 'GROUP',
    weight: '10',
    name: { zh: '考核', en: 'assessment' },
    children: [
      {
        key: 'work',
        kind: 'RUBRIC',
        weight: '10',
        name: { zh: '工作', en: 'work' },
        entry: 'POINTS',
        levels: [],
        commentWhenCut: false,
      },
    ],
  },
  grades: [],
  topShare: null,
  tieBreakers: [],
  equalAtLimit: 'BOTH',
};

/** A scheme with a published version, as if it had been written. @returns the global id of the version */
async function scheme({ world, next }: MutationStage): Promise<string> {
  const [{ id }] = (await world.write((tx) =>
    tx.query(
      `with scheme as (insert into assessment_scheme (id, association_id, key, name_zh, name_en, subject)
         values (gen_random_uuid(), $1, $2, '考核', 'Assessment', 'ORGANIZATION') returning id)
       insert into scheme_version (id, association_id, scheme_id, no, state, tree, hash, published_at, published_by)
       select gen_random_uuid(), $1, id, 1, 'PUBLISHED', $3::jsonb, repeat('0', 64), now(), '测试' from scheme
       returning id`,
      [world.associationId, `trial-${next}`, JSON.stringify(tree)],
    ),
  )) as [{ id: string }];
  return `SchemeVersion_${id.replaceAll('-', '')}`;
}

async function opened(stage: MutationStage): Promise<Made> {
  await stage.branch();
  const input = {
    organizationId: stage.world.root.id,
    schemeVersionId: await scheme(stage),
    title: `考核${stage.next} ${personal.phone}`,
    periodFrom: '2026-01-01',
    periodTo: '2026-06-30',
    relations: ['LEADS', 'GUIDES'],
    groupBy: 'NONE',
    deadlines: stages.map((each) => ({ stage: each, dueOn: today })),
  };
  return stage.send<Made>('openAssessmentCycle', input, { fields });
}

const step = (stage: MutationStage, name: string, { id, version }: Made, more: object = {}): Promise<Made> =>
  stage.send<Made>(name, { id, version, ...more }, { fields });

const told = async (stage: MutationStage): Promise<Made> =>
  step(stage, 'advanceAssessmentCycle', await opened(stage), { reason: basis });

/** Figures are read in the background; here as if that were done. */
async function verified(stage: MutationStage): Promise<Made> {
  const cycle = await told(stage);
  await stage.world.write((tx) =>
    tx.query(`update assessment_cycle set snapshot_at = now() where id = $1`, [cycle.id.split('_')[1]]),
  );
  return step(stage, 'advanceAssessmentCycle', cycle, { reason: basis });
}

async function assessed(stage: MutationStage, cycle: Made, name?: string): Promise<Made> {
  const { assessments } = await stage.read<{ assessments: { nodes: Made[] } }>(
    `query ($filter: AssessmentFilter) { assessments(first: 1, filter: $filter) { nodes { id version } } }`,
    { filter: { cycleId: cycle.id, search: name } },
  );
  return assessments.nodes[0]!;
}

async function named(stage: MutationStage): Promise<Made> {
  const { accountId } = await stage.world.account('EXPERT', stage.world.root);
  const scorers = [{ accountId: `Account_${accountId.replaceAll('-', '')}` }];
  return step(stage, 'nameAssessmentScorers', await told(stage), { scorers });
}

async function removed(stage: MutationStage): Promise<Made> {
  const cycle = await named(stage);
  const { assessmentScorers } = await stage.read<{ assessmentScorers: Made[] }>(
    `query ($id: ID!) { assessmentScorers(cycleId: $id) { id } }`,
    { id: cycle.id },
  );
  return step(stage, 'removeAssessmentScorer', cycle, { scorerId: assessmentScorers[0]!.id, reason: basis });
}

const answered: Scenario = async (stage) => {
  const name = `会员单位${stage.next}党支部`;
  const guided = await stage.world.branch(name, { relation: 'GUIDES', tier: 'MEMBER_UNIT' });
  const by = await stage.world.account('SECRETARY', guided);
  const { id, version } = await assessed(stage, await told(stage), name);
  const input = { id, version, takesPart: true, note: basis };
  const object = (await stage.send<Made>('answerAssessmentInvitation', input, { fields, by })).id;
  return { object, by: by.accountId };
};

const of =
  (work: (stage: MutationStage) => Promise<Made>): Scenario =>
  async (stage) => ({ object: (await work(stage)).id });

/** The same for cycles of assessment. */
export const cycleScenarios: Readonly<Record<string, Scenario>> = {
  openAssessmentCycle: of(opened),
  advanceAssessmentCycle: of(told),
  changeAssessmentCycle: of(async (stage) =>
    step(stage, 'changeAssessmentCycle', await opened(stage), { title: `考核 ${personal.idNumber}` }),
  ),
  reopenAssessmentCycle: of(async (stage) =>
    step(stage, 'reopenAssessmentCycle', await verified(stage), { to: 'SELF_ASSESSMENT', reason: basis }),
  ),
  cancelAssessmentCycle: of(async (stage) =>
    step(stage, 'cancelAssessmentCycle', await told(stage), { reason: basis }),
  ),
  takeMetricSnapshot: of(async (stage) => step(stage, 'takeMetricSnapshot', await told(stage))),
  answerAssessmentInvitation: answered,
  excludeFromAssessment: of(async (stage) =>
    step(stage, 'excludeFromAssessment', await assessed(stage, await told(stage)), { reason: basis }),
  ),
  nameAssessmentScorers: of(named),
  removeAssessmentScorer: of(removed),
};
