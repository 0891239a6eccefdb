import { AccountEntity } from '@dangwu/access';
import { OrganizationIdentity, type PartyOrganizationEntity } from '@dangwu/organization';
import { AuditEventEntity, auditWords } from '@dangwu/platform/audit';
import { after, asc, desc, equals, one, readModel, reference, sql } from '@dangwu/read-model';
import type { AuditActorFilter, AuditEventFilter } from './audit.inputs';
import type { AuditActorOrder, AuditEventOrder } from './audit-event.enums';
import { AuditActor, AuditEvent } from './audit-event.type';
import { changesOf } from './event-changes';

/** Who acted. Of an account only what names it. */
export const AuditActorModel = readModel<AuditActor, AccountEntity, AuditActorFilter, `${AuditActorOrder}`>({
  type: AuditActor,
  entity: AccountEntity,
  idPrefix: 'Account',
  place: 'association',
  associationColumn: 'associationId',
  read: 'audit.read',
  orders: { NAME: [asc('username')] },
  filters: {
    search: (account, value) =>
      sql`strpos(lower(${account.username} || ' ' || ${account.name}), lower(${value}::text)) > 0`,
  },
});

type Values = Record<string, unknown> | null;

export const AuditEventModel = readModel<AuditEvent, AuditEventEntity, AuditEventFilter, `${AuditEventOrder}`>({
  type: AuditEvent,
  entity: AuditEventEntity,
  place: 'association',
  associationColumn: 'associationId',
  read: 'audit.read',
  fields: {
    id: (event) => sql`'AuditEvent_' || ${event.id}`,
    actionName: after(['action'], ({ action }) => auditWords.action(String(action))),
    actor: one('accountId'),
    sessionId: reference('Session', 'sessionId'),
    subjectTypeName: after(['subjectType'], ({ subjectType }) => auditWords.subject(String(subjectType))),
    subjectId: (event) => sql`${event.subjectType} || '_' || replace(${event.subjectId}::text, '-', '')`,
    organization: one('organizationId'),
    changes: after(['subjectType', 'before', 'after'], (event) =>
      changesOf(String(event['subjectType']), event['before'] as Values, event['after'] as Values),
    ),
  },
  orders: { NEWEST: [desc('at'), desc('id')], OLDEST: [asc('at'), asc('id')] },
  filters: {
    kind: equals('kind'),
    action: equals('action'),
    actorId: (event, value) => sql`${event.accountId} = ${value}::uuid`,
    subjectId: (event, value) => sql`${event.subjectId} = ${value}::uuid`,
    // the resolver puts the bounds of the subtree in the place of the organization's id
    within: (event, bounds, rows) =>
      rows.exists<PartyOrganizationEntity>(
        () => OrganizationIdentity,
        (o) =>
          sql`${o.id} = ${event.organizationId} and ${o.path} >= (${bounds}::text[])[1] and ${o.path} < (${bounds}::text[])[2]`,
      ),
    from: (event, day) => sql`${event.at} >= ${day}::date::timestamp at time zone 'Asia/Shanghai'`,
    until: (event, day) => sql`${event.at} < (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai'`,
    requestId: equals('requestId'),
  },
});

export const auditModels = [AuditActorModel, AuditEventModel];
