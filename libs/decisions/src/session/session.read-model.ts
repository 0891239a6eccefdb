import {
  among,
  asc,
  count,
  desc,
  equals,
  many,
  masked,
  one,
  readModel,
  related,
  sameRow,
  searches,
  sql,
} from '@dangwu/read-model';
import type { ReviewSessionFilter, ReviewSessionOrder } from './session.filters';
import { ReviewSessionEntity, SessionItemEntity, SessionMemberEntity } from './session.entity';
import { ReviewSession, SessionAbilities, SessionItem, SessionMember } from './session.type';

const placed = { place: 'organizationId', read: 'session.read', deleted: 'deletedAt' } as const;
const rows = { entity: ReviewSessionEntity, idPrefix: 'ReviewSession', ...placed } as const;

export const ReviewSessionModel = readModel<
  ReviewSession,
  ReviewSessionEntity,
  ReviewSessionFilter,
  `${ReviewSessionOrder}`
>({
  type: ReviewSession,
  ...rows,
  fields: {
    itemCount: count<SessionItemEntity>(
      () => SessionItem,
      'sessionId',
      (item) => sql`${item.state} <> 'REMOVED'`,
    ),
    items: related<SessionItemEntity, ReviewSessionEntity>(
      (item, self) => sql`${item.sessionId} = ${self.id} and ${item.state} <> 'REMOVED'`,
      { order: 'AGENDA', boundedBy: 60 },
    ),
    members: many<SessionMemberEntity>('sessionId', { order: 'ROSTER', boundedBy: 400 }),
    viewerCan: sameRow(),
  },
  orders: {
    LATEST: [desc('startsAt')],
    SOONEST: [asc('startsAt')],
  },
  filters: {
    search: searches('searchText'),
    states: among('state'),
    reviewingBodies: among('reviewingBody'),
    joint: equals('joint'),
  },
});

export const SessionItemModel = readModel<SessionItem, SessionItemEntity, Record<never, never>, 'AGENDA'>({
  type: SessionItem,
  entity: SessionItemEntity,
  ...placed,
  idPrefix: 'SessionItem',
  orders: { AGENDA: [asc('no')] },
  fields: { matter: one('matterId'), rule: one('reviewRuleId') },
});

export const SessionMemberModel = readModel<SessionMember, SessionMemberEntity, Record<never, never>, 'ROSTER'>({
  type: SessionMember,
  entity: SessionMemberEntity,
  ...placed,
  idPrefix: 'SessionMember',
  // PARTY comes before COUNCIL
  orders: { ROSTER: [desc('body'), asc('seat')] },
  fields: {
    memberId: (seat) => sql`'Member_' || replace(${seat.memberId}::text, '-', '')`,
    hasAccount: (seat) => sql`${seat.accountId} is not null`,
  },
});

export const SessionAbilitiesModel = readModel<SessionAbilities, ReviewSessionEntity>({
  type: SessionAbilities,
  ...rows,
  fields: {
    conduct: masked<ReviewSessionEntity>(
      () => sql`true`,
      () => sql`false`,
      'session.conduct',
    ),
  },
});
