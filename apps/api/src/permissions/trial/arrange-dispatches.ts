import { Files } from '@dangwu/platform/files';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import type { Spot, Stage } from './stage';

/** A draft with an attachment and an issued request at every organization, to whoever leads it, else to a body outside the tree. As rows. */
export async function dispatches(stage: Stage): Promise<void> {
  for (const spot of stage.spots.values()) {
    await attachment(spot, await dispatch(spot, 'dispatch', 'DRAFT'));
    await dispatch(spot, 'issued dispatch', 'ISSUED');
  }
}

async function dispatch(
  { world, id: organization, name: place, things }: Spot,
  thing: string,
  state: string,
): Promise<string> {
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
  return id;
}

async function attachment({ world, id: organization, things }: Spot, dispatchId: string): Promise<void> {
  const id = newId();
  const own = { associationId: world.associationId, accountId: world.staff.accountId };
  const { id: fileId, name } = await world.app.get(Files).put(Buffer.from('序号\n1\n'), { name: '方案.csv', ...own });
  await world.write((tx) =>
    tx.query(
      `insert into dispatch_attachment (id, association_id, dispatch_id, organization_id, part, no, file_id, name, type, size,
         sha256, added_by, added_at)
       select $1, $2, $3, $4, 'DISPATCH', 1, f.id, f.name, f.type, f.size, f.sha256, '测试', now() from file f where f.id = $5`,
      [id, world.associationId, dispatchId, localId('PartyOrganization', organization), fileId],
    ),
  );
  things.set('dispatch attachment', { id: globalId('DispatchAttachment', id), version: 1, name });
}
