import { globalId, localId, newId } from '@dangwu/platform/ids';
import type { World } from '@dangwu/testing';
import type { Spot, Stage } from './stage';

/** A notice that was issued, a pack that is kept, and the picture of a seal, at every organization that has a session. As rows. */
export async function papers(stage: Stage): Promise<void> {
  for (const spot of stage.spots.values()) await issued(spot);
}

async function issued({ world, id, name: at, things }: Spot): Promise<void> {
  const [documentId, sealId, fileId] = [newId(), newId(), newId()];
  const organization = localId('PartyOrganization', id);
  const name = `${at}的会议通知`;
  const content = { head: name, number: null, issuer: at, date: '2026-09-18', title: name, draft: null, body: [] };
  await world.write(async (tx) => {
    await tx.query(
      `insert into session_document (id, association_id, organization_id, session_id, kind, body, number, title, content,
         content_hash, issued_by, issued_at)
       values ($1, $2, $3, $4, 'NOTICE', 'PARTY', '会通〔2026〕1号', $5, $6, repeat('0', 64), '测试', '2026-09-18T02:00Z')`,
      [
        documentId,
        world.associationId,
        organization,
        localId('ReviewSession', things.get('review session')!.id),
        name,
        content,
      ],
    );
    await tx.query(
      `insert into file (id, association_id, name, type, size, sha256)
       values ($1, $2, '签章.png', 'image/png', 1, repeat('0', 64))`,
      [fileId, world.associationId],
    );
    await tx.query(
      `insert into seal_image (id, association_id, organization_id, body, file_id, sha256, added_by, added_at)
       values ($1, $2, $3, 'PARTY', $4, repeat('0', 64), '测试', '2026-09-18T02:00Z')`,
      [sealId, world.associationId, organization, fileId],
    );
  });
  await kept(world, localId('ReviewSession', things.get('review session')!.id), organization);
  things.set('session document', { id: globalId('SessionDocument', documentId), version: 1, name });
  things.set('seal image', { id: globalId('SealImage', sealId), version: 1, name });
}

async function kept(world: World, session: string, organization: string): Promise<void> {
  const fileId = newId();
  await world.write(async (tx) => {
    await tx.query(
      `insert into file (id, association_id, name, type, size, sha256)
       values ($1, $2, '会议材料.pdf', 'application/pdf', 1, repeat('0', 64))`,
      [fileId, world.associationId],
    );
    await tx.query(
      `insert into session_pack (id, association_id, organization_id, session_id, no, file_id, size, sha256, pages,
         content_hash, made_at)
       values (gen_random_uuid(), $1, $2, $3, 1, $4, 1, repeat('0', 64), 1, repeat('0', 64), '2026-09-18T02:00Z')`,
      [world.associationId, organization, session, fileId],
    );
  });
}
