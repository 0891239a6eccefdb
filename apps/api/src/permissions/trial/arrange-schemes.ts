import { globalId, localId } from '@dangwu/platform/ids';
import type { Stage } from './stage';

/** A published scheme with its version, and one that was never published, of the trial association. */
export async function schemes(stage: Stage): Promise<void> {
  const { world, things } = stage.spots.get('R')!;
  const version = things.get('scheme version')!.id;
  const [row] = await world.write((tx) =>
    tx.query<{ id: string }[]>(`select scheme_id as id from scheme_version where id = $1`, [
      localId('SchemeVersion', version),
    ]),
  );
  stage.values.set('scheme', globalId('AssessmentScheme', row!.id));
  const { createAssessmentScheme: made } = await world
    .as(world.staff)
    .mutate<{ createAssessmentScheme: { id: string; draft: { id: string } } }>(
      `mutation ($input: CreateAssessmentSchemeInput!) { createAssessmentScheme(input: $input) { id draft { id } } }`,
      { input: { nameZh: '还没有发布的方案', nameEn: 'Not published' } },
    );
  stage.values.set('unpublished scheme', made.id);
  stage.values.set('scheme draft', made.draft.id);
}
