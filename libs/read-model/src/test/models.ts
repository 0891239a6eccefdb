/** Read models of the test world. */
import {
  after,
  aggregate,
  among,
  asc,
  atLeast,
  before,
  containsText,
  count,
  desc,
  equals,
  many,
  masked,
  one,
  oneOf,
  readModel,
  reference,
  related,
  sameRow,
  sql,
  startsWith,
} from '../index';
import {
  ActivityEntity,
  AttendanceEntity,
  MemberEntity,
  MemberVersionEntity,
  NoticeEntity,
  OrganizationEntity,
  OrganizationVersionEntity,
  RuleEntity,
  SummaryEntity,
} from './entities';

// The classes of a code-first schema; the schema of the test world is written in SDL (schema.ts).
export class Organization {
  id!: string;
  name!: string;
  kind!: string;
  foundedOn!: string;
  parent!: Organization | null;
  parentRef!: string | null;
  memberCount!: number;
  lateMembers!: number;
  children!: Organization[];
  ancestors!: Organization[];
  latest!: Activity | null;
  activities!: unknown;
  members!: Member[];
  meetsAt!: boolean;
  presence!: number;
  lastStart!: string | null;
  summary!: number | null;
  card!: Card | null;
}
/** the tree's row under another permission */
export class Card {
  name!: string;
  foundedOn!: string;
}
export class Member {
  id!: string;
  name!: string;
  phone!: string | null;
  joinedOn!: string;
  rank!: number | null;
  organization!: Organization | null;
  letter!: string | null;
  badge!: string;
  attended!: Attendance[];
}
export class Activity {
  id!: string;
  title!: string;
  kind!: number;
  startsAt!: string;
  venue!: string | null;
  cost!: string;
  tags!: string[];
  organization!: Organization | null;
  figures!: unknown;
  records!: Attendance[];
}
export class Attendance {
  status!: string;
  reason!: string | null;
  member!: Member | null;
}
export class Notice {
  id!: string;
  text!: string;
  subject!: Organization | Activity | null;
  about!: Organization | Activity | null;
}
export class Rule {
  id!: string;
  name!: string;
}
export class Summary {}

export interface ActivityFilter {
  from?: Date;
  to?: Date;
  kinds?: number[];
  title?: string;
  attendedBy?: string;
}
export interface MemberFilter {
  name?: string;
  begins?: string;
}

export const OrganizationModel = readModel<Organization, OrganizationEntity, Record<never, never>, 'TREE' | 'NAME'>({
  type: Organization,
  entity: OrganizationEntity,
  place: 'itself',
  read: 'organization.read',
  idPrefix: 'PartyOrganization',
  history: { entity: OrganizationVersionEntity, from: 'validFrom', to: 'validTo' },
  boundedBy: 60,
  fields: {
    parentRef: reference('PartyOrganization', 'parentId'),
    memberCount: count<MemberEntity>(() => Member, 'organizationId'),
    lateMembers: count<MemberEntity>(
      () => Member,
      'organizationId',
      (m, args) => sql`${m.joinedOn} >= ${args['since']!}::date`,
    ),
    children: many<OrganizationEntity>('parentId', 'NAME'),
    ancestors: related<OrganizationEntity, OrganizationEntity>(
      (above, self) => sql`starts_with(${self.path}, ${above.path}) and ${above.id} <> ${self.id}`,
      { order: 'TREE', boundedBy: 20 },
    ),
    latest: related<ActivityEntity, OrganizationEntity>((a, self) => sql`${a.organizationId} = ${self.id}`, 'NEWEST'),
    members: many<MemberEntity>('organizationId', 'NAME'),
    meetsAt: (o, args, rows) =>
      sql`${rows.exists<ActivityEntity>(
        () => Activity,
        (a) => sql`${a.venue} = ${args['venue']!} or ${a.title} = ${args['venue']!}`,
        'organizationId',
      )}`,
    presence: (o, _, rows) =>
      rows.count<ActivityEntity>(
        () => Activity,
        (a) =>
          sql`${a.organizationId} = ${o.id} and ${rows.exists<MemberEntity>(
            () => Member,
            (m) => sql`${m.organizationId} = ${o.id}`,
          )}`,
      ),
    lastStart: (o, _, rows) =>
      rows.value<ActivityEntity>(
        () => Activity,
        (a) => sql`max(${a.startsAt})`,
        undefined,
        'organizationId',
      ),
    summary: (o, _, rows) =>
      rows.value<SummaryEntity>(
        () => Summary,
        (s) => s.members,
        (s) => sql`${s.organizationId} = ${o.id}`,
      ),
    card: sameRow(),
  },
  orders: { TREE: [asc('path')], NAME: [asc('name')] },
});

export const CardModel = readModel<Card, OrganizationEntity>({
  type: Card,
  entity: OrganizationEntity,
  place: 'itself',
  read: 'organization.card',
  history: { entity: OrganizationVersionEntity, from: 'validFrom', to: 'validTo' },
});

export const MemberModel = readModel<Member, MemberEntity, MemberFilter, 'NAME' | 'RANK' | 'RANK_DOWN'>({
  type: Member,
  entity: MemberEntity,
  place: 'organizationId',
  read: 'member.read',
  deleted: 'deletedAt',
  history: { entity: MemberVersionEntity, from: 'validFrom', to: 'validTo' },
  fields: {
    phone: masked(
      (m) => m.phone,
      (m) => sql`left(${m.phone}, 3) || '****'`,
      'member.unmask',
    ),
    letter: masked(
      (m) => m.letterCipher,
      (m) => sql`left(${m.letterCipher}, 1)`,
      'member.unmask',
      (clear) => [...String(clear)].reverse().join(''),
    ),
    badge: after(['name', 'joinedOn'], (m) => `${String(m['name'])} since ${String(m['joinedOn'])}`),
    attended: many<AttendanceEntity>('memberId', { boundedBy: 200 }),
  },
  orders: { NAME: [asc('name')], RANK: [asc('rank')], RANK_DOWN: [desc('rank'), asc('name')] },
  filters: { name: containsText('name'), begins: startsWith('name') },
});

export const ActivityModel = readModel<
  Activity,
  ActivityEntity,
  ActivityFilter,
  'NEWEST' | 'OLDEST' | 'VENUE' | 'VENUE_DOWN' | 'KIND_NEWEST'
>({
  type: Activity,
  entity: ActivityEntity,
  place: 'organizationId',
  read: 'activity.read',
  deleted: 'deletedAt',
  fields: {
    figures: aggregate<AttendanceEntity>(() => Attendance, 'activityId', {
      total: () => sql`count(*)`,
      present: (a) => sql`count(*) filter (where ${a.status} = 'PRESENT')`,
      top: (a) => sql`max(${a.status})`,
    }),
    records: many<AttendanceEntity>('activityId', { boundedBy: 200 }),
  },
  orders: {
    NEWEST: [desc('startsAt')],
    OLDEST: [asc('startsAt')],
    VENUE: [asc('venue')],
    VENUE_DOWN: [desc('venue')],
    KIND_NEWEST: [asc('kind'), desc('startsAt')],
  },
  filters: {
    from: atLeast('startsAt'),
    to: before('startsAt'),
    kinds: among('kind'),
    title: containsText('title'),
    attendedBy: (a, value, rows) =>
      rows.exists<AttendanceEntity>(
        () => Attendance,
        (r) => sql`${r.memberId} = ${value}`,
        'activityId',
      ),
  },
});

export const AttendanceModel = readModel<Attendance, AttendanceEntity, Record<never, never>, 'MEMBER'>({
  type: Attendance,
  entity: AttendanceEntity,
  place: 'parent',
  read: 'activity.read',
  fields: {
    reason: masked(
      (a) => a.reason,
      () => sql`'***'`,
      'member.unmask',
    ),
    member: one('memberId'),
  },
  orders: { MEMBER: [asc('memberId'), asc('activityId')] },
});

export const NoticeModel = readModel<Notice, NoticeEntity, Record<never, never>, 'ID'>({
  type: Notice,
  entity: NoticeEntity,
  place: { own: 'accountId' },
  boundedBy: 50,
  fields: {
    subject: oneOf({ Organization: 'organizationId', Activity: 'activityId' }),
    about: oneOf({ Organization: 'organizationId', Activity: 'activityId' }),
  },
  orders: { ID: [asc('id')] },
});

export const RuleModel = readModel<Rule, RuleEntity, { name?: string }, 'NAME'>({
  type: Rule,
  entity: RuleEntity,
  place: 'association',
  associationColumn: 'associationId',
  read: 'organization.read',
  orders: { NAME: [asc('name')] },
  filters: { name: equals('name') },
});

export const SummaryModel = readModel<Summary, SummaryEntity>({
  type: Summary,
  internal: true,
  entity: SummaryEntity,
  place: 'organizationId',
  read: 'organization.read',
});

export const models = [
  OrganizationModel,
  CardModel,
  MemberModel,
  ActivityModel,
  AttendanceModel,
  NoticeModel,
  RuleModel,
  SummaryModel,
];
