import { basis, personal, type MutationStage } from './trial-stage';

interface Made {
  readonly id: string;
  readonly version: number;
  readonly draft: { readonly id: string; readonly version: number; readonly tree: object } | null;
}
type Scenario = (stage: MutationStage) => Promise<{ readonly object: string }>;

const fields = 'id version draft { id version tree }';
const rubric = (key: string) => ({
  ...{ kind: 'RUBRIC', key, weight: '100', name: { zh: '工作', en: 'Work' } },
  ...{ entry: 'POINTS', levels: [], commentWhenCut: false },
});

const created = (stage: MutationStage): Promise<Made> =>
  stage.send<Made>(
    'createAssessmentScheme',
    { nameZh: `方案${stage.next} ${personal.phone}`, nameEn: 'Scheme', basisZh: basis },
    { fields },
  );

/** With one indicator, so that it can be published. */
async function saved(stage: MutationStage): Promise<Made> {
  const { id, version, tree } = (await created(stage)).draft!;
  const root = { ...(tree as { root: object }).root, children: [rubric('WORK')] };
  return stage.send<Made>('saveSchemeDraft', { id, version, tree: { ...tree, root }, note: basis }, { fields });
}

async function published(stage: MutationStage): Promise<Made> {
  const { id, version } = (await saved(stage)).draft!;
  return stage.send<Made>('publishSchemeVersion', { id, version, note: basis }, { fields });
}

async function begun(stage: MutationStage): Promise<Made> {
  const { id } = await published(stage);
  return stage.send<Made>('beginSchemeDraft', { id }, { fields });
}

async function retired(stage: MutationStage): Promise<Made> {
  const { id, version } = await published(stage);
  return stage.send<Made>('retireAssessmentScheme', { id, version }, { fields });
}

const of =
  (work: (stage: MutationStage) => Promise<Made>): Scenario =>
  async (stage) => ({ object: (await work(stage)).id });

/** The same for schemes of assessment. */
export const schemeScenarios: Readonly<Record<string, Scenario>> = {
  createAssessmentScheme: of(created),
  saveSchemeDraft: of(saved),
  publishSchemeVersion: of(published),
  beginSchemeDraft: of(begun),
  discardSchemeDraft: of(async (stage) => {
    const { id, version } = (await begun(stage)).draft!;
    return stage.send<Made>('discardSchemeDraft', { id, version }, { fields });
  }),
  changeAssessmentScheme: of(async (stage) => {
    const { id, version } = await created(stage);
    const nameZh = `方案${stage.next} ${personal.idNumber}`;
    return stage.send<Made>('changeAssessmentScheme', { id, version, nameZh, basisZh: basis }, { fields });
  }),
  retireAssessmentScheme: of(retired),
  restoreAssessmentScheme: of(async (stage) => {
    const { id, version } = await retired(stage);
    return stage.send<Made>('restoreAssessmentScheme', { id, version }, { fields });
  }),
};
