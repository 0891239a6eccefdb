import { globalId, localId, newId } from '@dangwu/platform/ids';
import type { Spot, Stage } from './stage';

/**
 * A session with a chair and two items, and an accepted matter, at every organization. As rows: whose body sits, and what
 * may be put on its agenda, is no matter of rights.
 */
export async function sessions(stage: Stage): Promise<void> {
  for (const spot of stage.spots.values()) {
    await session(spot);
    await accepted(spot);
  }
}

async function session({ world, id, name: at, things }: Spot): Promise<void> {
  const [sessionId, itemId, memberId] = [newId(), newId(), newId()];
  const organization = localId('PartyOrganization', id);
  const name = `${at}的审议会议`;
  await world.write(async (tx) => {
    await tx.query(
      `insert into review_session (id, association_id, organization_id, reviewing_body, joint, title, year, no, starts_at,
         ends_at, state, called_by)
       select $1, $2, $3, 'FUNCTIONAL_COMMITTEE', false, $4, 2026, coalesce(max(no), 0) + 1, '2026-12-01T06:00Z',
         '2026-12-01T08:00Z', 'PLANNED', '测试' from review_session where association_id = $2`,
      [sessionId, world.associationId, organization, name],
    );
    await tx.query(
      `insert into session_member (id, association_id, organization_id, session_id, body, name, chair, seat)
       values ($1, $2, $3, $4, 'PARTY', '测试', true, 1)`,
      [memberId, world.associationId, organization, sessionId],
    );
    await tx.query(
      `insert into session_item (id, association_id, organization_id, session_id, no, title, minutes, state)
       values ($1, $2, $3, $4, 1, '听取汇报', 20, 'WAITING')`,
      [itemId, world.associationId, organization, sessionId],
    );
  });
  things.set('review session', { id: globalId('ReviewSession', sessionId), version: 1, name });
  things.set('session item', { id: globalId('SessionItem', itemId), version: 1, name });
  things.set('session seat', { id: globalId('SessionMember', memberId), version: 1, name });
}

async function accepted({ world, id: organization, name: at, things }: Spot): Promise<void> {
  const id = newId();
  const name = `${at}的已受理事项`;
  await world.write((tx) =>
    tx.query(
      `insert into matter (id, association_id, organization_id, category, title, state, version_no, review_rule_id, submitted_at,
         accepted_at, proposer_account_id, proposer_name)
       select $1, $2, $3, r.category, $4, 'ACCEPTED', 1, r.id, '2026-09-01T02:00Z', '2026-09-02T02:00Z', $5, '测试'
       from review_rule r where r.association_id = $2 and r.category = 'PERSONNEL'
         and r.reviewing_body = 'FUNCTIONAL_COMMITTEE' limit 1`,
      [id, world.associationId, localId('PartyOrganization', organization), name, world.staff.accountId],
    ),
  );
  things.set('accepted matter', { id: globalId('Matter', id), version: 1, name });
}
