import { AccountEntity } from '@dangwu/access';
import { OrganizationIdentity, type PartyOrganizationEntity } from '@dangwu/organization';
import { AuditEventEntity, auditWords } from '@dangwu/platform/audit';
import { after, asc, desc, equals, one, readModel, reference, sql, type Filter } from '@dangwu/read-model';
import type { AuditActorFilter } from './audit.inputs';
import type { AuditActorOrder, AuditEventOrder } from './audit-event.enums';
import { AuditActor, AuditEvent } from './audit-event.type';
import { changesOf } from './event-changes';
import type { FoundFilter } from './event-filter';

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

/** About an organization whose path lies within the bounds. */
const below: Filter<AuditEventEntity> = (event, bounds, rows) =>
  rows.exists<PartyOrganizationEntity>(
    () => OrganizationIdentity,
    (o) =>
      sql`${o.id} = ${event.organizationId} and ${o.path} >= (${bounds}::text[])[1] and ${o.path} < (${bounds}::text[])[2]`,
  );

export const AuditEventModel = readModel<AuditEvent, AuditEventEntity, FoundFilter, `${AuditEventOrder}`>({
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
    withinFew: below,
    // "is true" keeps PostgreSQL from fetching all events of the subtree first
    withinMany: (event, bounds, rows) => sql`(${below(event, bounds, rows)}) is true`,
    from: (event, day) => sql`${event.at} >= ${day}::date::timestamp at time zone 'Asia/Shanghai'`,
    until: (event, day) => sql`${event.at} < (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai'`,
    requestId: equals('requestId'),
  },
});

export const auditModels = [AuditActorModel, AuditEventModel];
