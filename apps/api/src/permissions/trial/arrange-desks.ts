import { globalId, localId, newId } from '@dangwu/platform/ids';
import type { Stage } from './stage';

/** On each desk a view of one's own and one shared with all, a session, a linked identity, a calendar feed, and an event of the log. */
export async function desksMore(stage: Stage): Promise<void> {
  for (const desk of stage.desks.values()) {
    if (!desk.id) continue;
    const { world, name, id: accountId } = desk;
    const { associationId } = world;
    const [view, shared, identity, feed] = [newId(), newId(), newId(), newId()];
    const found = await world.write(async (tx) => {
      await tx.query(
        `insert into saved_view (id, association_id, account_id, ledger, name, state, position, audience)
         values ($1, $3, $4, 'UNITS', $5, '', 1, 'OWNER'), ($2, $3, $4, 'RULES', $5, '', 1, 'ASSOCIATION')`,
        [view, shared, associationId, accountId, name],
      );
      await tx.query(
        `insert into account_identity (id, association_id, account_id, issuer, subject, linked_at)
         values ($1, $2, $3, 'https://id.example.org', $4, $5)`,
        [identity, associationId, accountId, name, world.clock.now()],
      );
      await tx.query(
        `insert into calendar_feed (id, association_id, account_id, name, token_hash, created_at)
         values ($1, $2, $3, $4, decode(md5($4), 'hex'), $5)`,
        [feed, associationId, accountId, name, world.clock.now()],
      );
      const [row] = await tx.query<{ session: string; event: string }[]>(
        `select (select id from session where account_id = $1 limit 1) as session,
           (select max(id)::text from audit_event where subject_id = $1) as event`,
        [accountId],
      );
      return row!;
    });
    const of = (type: string, id: string) => ({ id: globalId(type, id), version: 1, name });
    desk.things.set('view', of('SavedView', view));
    desk.things.set('identity', of('LinkedIdentity', identity));
    desk.things.set('calendar feed', of('CalendarFeed', feed));
    desk.things.set('session', of('Session', found.session));
    desk.things.set('event', { id: `AuditEvent_${found.event}`, version: 1, name });
  }
}

/** Somebody's view, shared with each organization under its name. */
export async function sharedViews(stage: Stage): Promise<void> {
  for (const { id, name, world } of stage.spots.values())
    await world.write((tx) =>
      tx.query(
        `insert into saved_view
           (id, association_id, account_id, ledger, name, state, position, audience, organization_id)
         values ($1, $2, $3, 'TEAMS', $4, '', 1, 'ORGANIZATION', $5)`,
        [newId(), world.associationId, world.staff.accountId, name, localId('PartyOrganization', id)],
      ),
    );
}
