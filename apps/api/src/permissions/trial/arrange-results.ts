import { globalId, localId, newId } from '@dangwu/platform/ids';
import type { Stage } from './stage';

/** Of each sheet something that was set otherwise, and an objection. As rows. */
export async function results(stage: Stage): Promise<void> {
  for (const { world, id: organization, name, things } of stage.spots.values()) {
    const [adjustment, objection] = [newId(), newId()];
    const where = [
      world.associationId,
      localId('Assessment', things.get('sheet')!.id),
      localId('PartyOrganization', organization),
    ];
    await world.write(async (tx) => {
      await tx.query(
        `insert into assessment_adjustment (id, association_id, assessment_id, organization_id, node_key, points, reason,
           made_by, made_at)
         values ($4, $1, $2, $3, 'study', 1, '测试', '测试', now())`,
        [...where, adjustment],
      );
      await tx.query(
        `insert into assessment_objection (id, association_id, assessment_id, organization_id, text, raised_by,
           raised_by_account_id, raised_at, state)
         select $4, $1, $2, $3, '测试', '测试', id, now(), 'OPEN' from account where association_id = $1
         order by created_at, id limit 1`,
        [...where, objection],
      );
    });
    things.set('adjustment', { id: globalId('AssessmentAdjustment', adjustment), version: 1, name });
    things.set('objection', { id: globalId('AssessmentObjection', objection), version: 1, name });
  }
}
