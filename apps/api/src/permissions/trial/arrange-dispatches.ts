import { globalId, localId, newId } from '@dangwu/platform/ids';
import type { Spot, Stage } from './stage';

/** A draft and an issued request at every organization, to whoever leads it, else to a body outside the tree. As rows. */
export async function dispatches(stage: Stage): Promise<void> {
  for (const spot of stage.spots.values()) {
    await dispatch(spot, 'dispatch', 'DRAFT');
    await dispatch(spot, 'issued dispatch', 'ISSUED');
  }
}

async function dispatch({ world, id: organization, name: place, things }: Spot, thing: string, state: string) {
  const id = newId();
  const name = `${place}的${thing}`;
  await world.write((tx) =>
    tx.query(
      `insert into dispatch (id, association_id, organization_id, kind, title, body, superior_organization_id,
         superior_name, state, number, issued_on, author_name)
       select $1, $2, o.id, 'REQUEST', $4, '妥否，请批复。', case when o.relation = 'LEADS' then o.parent_id end, '上级', $5,
         case when $5 = 'ISSUED' then '请〔2026〕1号' end, case when $5 = 'ISSUED' then date '2026-09-01' end, '测试'
       from party_organization o where o.id = $3`,
      [id, world.associationId, localId('PartyOrganization', organization), name, state],
    ),
  );
  things.set(thing, { id: globalId('Dispatch', id), version: 1, name });
}
