import { globalId, localId } from '@dangwu/platform/ids';
import type { Actor } from '@dangwu/testing';
import { basis, MutationStage, personal } from './trial-stage';

interface Made {
  readonly id: string;
  readonly version: number;
}
type Scenario = (stage: MutationStage) => Promise<{ readonly object: string; readonly by?: string }>;

const fields = 'id version';
const send = (stage: MutationStage, name: string, { id, version }: Made, more: object = {}): Promise<Made> =>
  stage.send<Made>(name, { id, version, ...more }, { fields });

async function drafted(stage: MutationStage): Promise<Made> {
  const { id: organizationId } = await stage.branch();
  const title = `新标准宣贯${stage.next}`;
  const texts = { background: `联系 ${personal.phone}`, urgentReason: basis };
  return stage.send<Made>('draftMatter', { organizationId, category: 'MAJOR_DEPLOYMENT', title, ...texts }, { fields });
}

const handIn = async (stage: MutationStage, matter: Made, kind: string): Promise<Made> =>
  send(stage, 'addMatterMaterial', matter, { kind, fileId: await stage.roster() });

async function complete(stage: MutationStage): Promise<Made> {
  const matter = await drafted(stage);
  await handIn(stage, matter, '议题申请表');
  return handIn(stage, matter, '实施方案');
}

const submitted = async (stage: MutationStage): Promise<Made> => send(stage, 'submitMatter', await complete(stage));

/** Agreed to; sessions that agree come later. */
const agreed = (stage: MutationStage): Promise<Made> => reviewed(stage, 'AGREE');

async function reviewed(stage: MutationStage, opinion: string): Promise<Made> {
  const { id } = await submitted(stage);
  await stage.world.write((tx) =>
    tx.query(`update matter set state = 'REVIEWED', opinion = $2 where id = $1`, [localId('Matter', id), opinion]),
  );
  return (await stage.read<{ matter: Made }>('query ($id: ID!) { matter(id: $id) { id version } }', { id })).matter;
}

const meetingOn = '2026-09-18';
const forwarded = async (stage: MutationStage): Promise<Made> =>
  send(stage, 'placeOnCouncilAgenda', await agreed(stage), { meetingOn });

const adopted = async (stage: MutationStage): Promise<Made> =>
  send(stage, 'recordCouncilOutcome', await forwarded(stage), { outcome: 'ADOPTED', decidedOn: meetingOn });

const milestone = { text: '签订合同', owner: '办公室', dueOn: '2026-12-01' };
const begun = async (stage: MutationStage): Promise<Made> =>
  send(stage, 'executeMatter', await adopted(stage), { milestones: [milestone] });

interface Asked extends Made {
  readonly advice: readonly Made[];
}

/** An expert who is asked, and what was asked. */
async function asked(
  stage: MutationStage,
): Promise<{ readonly matter: Asked; readonly expert: Actor; readonly advice: Made }> {
  const { id: matterId } = await submitted(stage);
  const expert = await stage.world.account('EXPERT', stage.world.root);
  const input = {
    matterId,
    kind: 'EXPERT',
    advisorId: globalId('Account', expert.accountId),
    question: personal.phone,
  };
  const answer = 'id version advice { id version }';
  const matter = await stage.send<Asked>('askAdvice', { ...input, dueOn: '2026-12-01' }, { fields: answer });
  return { matter, expert, advice: matter.advice[0]! };
}

const of =
  (work: (stage: MutationStage) => Promise<Made>): Scenario =>
  async (stage) => ({ object: (await work(stage)).id });

/** The same for review rules and matters. */
export const decisionScenarios: Readonly<Record<string, Scenario>> = {
  setReviewRules: async (stage) => {
    const { reviewRules } = await stage.read<{ reviewRules: Record<string, unknown>[] }>(
      `{ reviewRules(category: PERSONNEL, tier: COUNCIL) { amountFrom amountTo reviewRequired reviewingBody materials
         daysAhead presence majorityBase majority ballot speakingOrder expertOpinion legalCheck decidingBody urgentDays } }`,
    );
    const at = { category: 'PERSONNEL', tier: 'COUNCIL', versionNo: 1, effectiveFrom: '2026-12-01' };
    return { object: (await stage.send('setReviewRules', { ...at, basis, bands: reviewRules })).id };
  },
  draftMatter: of(drafted),
  changeMatter: of(async (stage) => send(stage, 'changeMatter', await drafted(stage), { options: personal.idNumber })),
  addMatterMaterial: of(async (stage) => handIn(stage, await drafted(stage), '议题申请表')),
  removeMatterMaterial: of(async (stage) => {
    const { id } = await handIn(stage, await drafted(stage), '议题申请表');
    const { matter } = await stage.read<{ matter: Made & { materials: { id: string }[] } }>(
      'query ($id: ID!) { matter(id: $id) { id version materials { id } } }',
      { id },
    );
    return send(stage, 'removeMatterMaterial', matter, { materialId: matter.materials[0]!.id });
  }),
  submitMatter: of(submitted),
  withdrawMatter: of(async (stage) => send(stage, 'withdrawMatter', await drafted(stage), { reason: basis })),
  acceptMatter: of(async (stage) => send(stage, 'acceptMatter', await submitted(stage))),
  returnMatter: of(async (stage) => send(stage, 'returnMatter', await submitted(stage), { reason: basis })),
  placeOnCouncilAgenda: of(forwarded),
  recordCouncilOutcome: of(async (stage) =>
    send(stage, 'recordCouncilOutcome', await forwarded(stage), {
      outcome: 'NOT_ADOPTED',
      decidedOn: meetingOn,
      reason: basis,
    }),
  ),
  askAdvice: of(async (stage) => (await asked(stage)).matter),
  nudgeAdvice: of(async (stage) => stage.send('nudgeAdvice', { id: (await asked(stage)).advice.id })),
  revokeAdvice: of(async (stage) => send(stage, 'revokeAdvice', (await asked(stage)).advice, { reason: basis })),
  giveAdvice: async (stage) => {
    const { matter, expert, advice } = await asked(stage);
    const more = { stance: 'SUPPORT', text: personal.idNumber };
    await stage.send('giveAdvice', { id: advice.id, version: advice.version, ...more }, { fields, by: expert });
    return { object: matter.id, by: expert.accountId };
  },
  declineAdvice: async (stage) => {
    const { matter, expert, advice } = await asked(stage);
    await stage.send(
      'declineAdvice',
      { id: advice.id, version: advice.version, reason: basis },
      { fields, by: expert },
    );
    return { object: matter.id, by: expert.accountId };
  },
  resumeMatter: of(async (stage) => send(stage, 'resumeMatter', await reviewed(stage, 'DEFER'))),
  executeMatter: of(begun),
  addMilestone: of(async (stage) => send(stage, 'addMilestone', await begun(stage), { milestone })),
  dropMilestone: of(async (stage) => {
    const { id } = await begun(stage);
    const { matter } = await stage.read<{ matter: Made & { milestones: { id: string }[] } }>(
      'query ($id: ID!) { matter(id: $id) { id version milestones { id } } }',
      { id },
    );
    return send(stage, 'dropMilestone', matter, { milestoneId: matter.milestones[0]!.id, reason: basis });
  }),
  reportBack: of(async (stage) => send(stage, 'reportBack', await begun(stage), { text: personal.phone })),
  closeMatter: of(async (stage) => send(stage, 'closeMatter', await reviewed(stage, 'DO_NOT_SUBMIT'), { note: basis })),
};
