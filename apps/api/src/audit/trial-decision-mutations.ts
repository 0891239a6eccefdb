import { localId } from '@dangwu/platform/ids';
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
async function agreed(stage: MutationStage): Promise<Made> {
  const { id } = await submitted(stage);
  await stage.world.write((tx) =>
    tx.query(`update matter set state = 'REVIEWED', opinion = 'AGREE' where id = $1`, [localId('Matter', id)]),
  );
  return (await stage.read<{ matter: Made }>('query ($id: ID!) { matter(id: $id) { id version } }', { id })).matter;
}

const meetingOn = '2026-09-18';
const forwarded = async (stage: MutationStage): Promise<Made> =>
  send(stage, 'placeOnCouncilAgenda', await agreed(stage), { meetingOn });

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
};
