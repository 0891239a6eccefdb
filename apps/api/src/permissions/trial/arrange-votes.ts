import { globalId, localId, newId } from '@dangwu/platform/ids';
import { votedIndicator } from './insert-cycle';
import type { Spot, Stage } from './stage';

/** A vote of the cycle that every organization conducts, over and without voters, as rows: who votes is no matter of rights. */
export async function votes(stage: Stage): Promise<void> {
  for (const spot of stage.spots.values()) await vote(spot);
}

async function vote({ world, id: at, name: place, things }: Spot): Promise<void> {
  const [id, ballot, name] = [newId(), newId(), `${place}的测评`];
  const of = [world.associationId, localId('PartyOrganization', at)];
  await world.write(async (tx) => {
    await tx.query(
      `insert into ballot (id, association_id, organization_id, subject_type, subject_id, title, secrecy, questions, state,
         papers, issued, published, published_hash)
       values ($1, $2, $3, 'AssessmentVote', $4, $5, 'SECRET', '[]', 'CLOSED', 0, 0, '{}', repeat('0', 64))`,
      [ballot, ...of, id, name],
    );
    await tx.query(
      `insert into assessment_vote (id, association_id, organization_id, cycle_id, node_key, group_key, ballot_id, opened_by,
         opened_at, over_at)
       values ($1, $2, $3, $4, $5, 'MEMBERS', $6, '测试', now(), now())`,
      [id, ...of, localId('AssessmentCycle', things.get('cycle')!.id), votedIndicator, ballot],
    );
  });
  things.set('vote', { id: globalId('AssessmentVote', id), version: 1, name });
}
