import { globalId, localId, newId } from '@dangwu/platform/ids';
import type { Spot, Stage } from './stage';

/** At every organization a meeting that runs now, to which its member is invited, and a request for leave from another. */
export async function attendance(stage: Stage): Promise<void> {
  for (const spot of stage.spots.values()) await meeting(spot);
  stage.values.set('a meeting', stage.spot('R').thing('meeting').id);
}

/** As rows: whom an organization entitles is a rule of the domain and no matter of rights. */
async function meeting(spot: Spot): Promise<void> {
  const { world, name } = spot;
  const organizationId = localId('PartyOrganization', spot.id);
  const memberId = localId('Member', spot.thing('member').id);
  const [activity, invitation, leave] = [newId(), newId(), newId()];
  await world.write(async (tx) => {
    await tx.query(
      `insert into activity (id, association_id, organization_id, activity_type_id, title, state, starts_at, ends_at,
         held_on, counts_on)
       select $1, $2, $3, t.id, $4, 'SCHEDULED', '2026-09-18T10:15:00+08:00', '2026-09-18T11:30:00+08:00',
         '2026-09-18', '2026-09-18'
       from activity_type t where t.association_id = $2 and t.key = 'OTHER'`,
      [activity, world.associationId, organizationId, `${name}的会`],
    );
    await tx.query(
      `insert into invitation (id, association_id, activity_id, organization_id, kind, member_id)
       values ($1, $2, $3, $4, 'MEMBER', $5)`,
      [invitation, world.associationId, activity, organizationId, memberId],
    );
    await tx.query(
      `insert into roster (id, association_id, activity_id, organization_id, frozen_at)
       values ($1, $2, $3, $4, now())`,
      [newId(), world.associationId, activity, organizationId],
    );
    await tx.query(
      `insert into attendance (id, association_id, activity_id, organization_id, member_id, member_organization_id, sort,
         state)
       values ($1, $2, $3, $4, $5, $4, 1, 'ENTITLED')`,
      [newId(), world.associationId, activity, organizationId, memberId],
    );
    await tx.query(
      `insert into leave_request (id, association_id, activity_id, organization_id, member_id, reason, state, asked_at)
       values ($1, $2, $3, $4, $5, '探亲', 'ASKED', now())`,
      [leave, world.associationId, localId('Activity', spot.thing('activity').id), organizationId, memberId],
    );
  });
  spot.things.set('meeting', { id: globalId('Activity', activity), version: 1, name });
  spot.things.set('invitation', { id: globalId('Invitation', invitation), version: 1, name });
  spot.things.set('leave request', { id: globalId('LeaveRequest', leave), version: 1, name });
}
