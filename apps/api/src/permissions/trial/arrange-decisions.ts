import { Files } from '@dangwu/platform/files';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import type { Spot, Stage } from './stage';

/**
 * A draft and a submitted matter, each with a material, at every organization. As rows: which rule an organization has, and what it
 * needs, is no matter of rights.
 */
export async function decisions(stage: Stage): Promise<void> {
  for (const spot of stage.spots.values()) {
    const draft = await matter(spot, 'matter', 'DRAFT');
    const submitted = await matter(spot, 'submitted matter', 'SUBMITTED');
    await material(spot, 'material', draft);
    await material(spot, 'submitted material', submitted);
  }
}

export async function matter(spot: Spot, thing: string, state: string): Promise<string> {
  const { world, id: organization } = spot;
  const id = newId();
  const name = `${spot.name}的${thing}`;
  await world.write((tx) =>
    tx.query(
      `insert into matter (id, association_id, organization_id, category, title, state, version_no, review_rule_id,
         proposer_account_id, proposer_name)
       select $1, $2, $3, r.category, $4, $5, case $5 when 'DRAFT' then 0 else 1 end, r.id, $6, '测试' from review_rule r
       where r.association_id = $2 and r.category = 'PERSONNEL' limit 1`,
      [id, world.associationId, localId('PartyOrganization', organization), name, state, world.staff.accountId],
    ),
  );
  spot.things.set(thing, { id: globalId('Matter', id), version: 1, name });
  return id;
}

export async function material(
  { world, id: organization, name, things }: Spot,
  thing: string,
  matterId: string,
): Promise<void> {
  const id = newId();
  const own = { associationId: world.associationId, accountId: world.staff.accountId };
  const file = await world.app.get(Files).put(Buffer.from('序号\n1\n'), { name: '申请表.csv', ...own });
  await world.write((tx) =>
    tx.query(
      `insert into matter_material (id, association_id, matter_id, organization_id, kind, no, file_id, name, type, size,
         sha256, added_by, added_at)
       select $1, $2, $3, $4, '廉政意见', 1, f.id, f.name, f.type, f.size, f.sha256, '测试', now() from file f where f.id = $5`,
      [id, world.associationId, matterId, localId('PartyOrganization', organization), file.id],
    ),
  );
  things.set(thing, { id: globalId('MatterMaterial', id), version: 1, name });
}
