import { among, asc, desc, many, masked, one, readModel, related, sameRow, sql } from '@dangwu/read-model';
import { AffiliationEntity } from './affiliation.entity';
import { AppointmentEntity } from './appointment.entity';
import { LeadershipTeamEntity } from './leadership-team.entity';
import { LeadershipTeam } from './leadership-team.type';
import { MemberEntity } from './member.entity';
import type { LeadershipTeamCondition, MemberCondition } from './member.filters';
import { Affiliation, Appointment, Member, MemberAbilities } from './member.type';

/** True where the viewer holds it today. */
const held = (permission: 'member.maintain' | 'member.unmask') =>
  masked<MemberEntity>(
    () => sql`true`,
    () => sql`false`,
    permission,
  );

const rows = {
  entity: MemberEntity,
  place: 'organizationId',
  idPrefix: 'Member',
  read: 'member.read',
  deleted: 'deletedAt',
} as const;

export const MemberAbilitiesModel = readModel<MemberAbilities, MemberEntity>({
  type: MemberAbilities,
  ...rows,
  fields: { maintain: held('member.maintain'), unmask: held('member.unmask') },
});

/**
 * Numbers are answered masked to everybody: to look at one is an operation of its own, with a reason and an entry in the
 * audit log, so a page of the ledger cannot show a thousand of them. The sealed columns are in no read model at all.
 */
export const MemberModel = readModel<Member, MemberEntity, MemberCondition, 'NAME' | 'JOINED'>({
  type: Member,
  ...rows,
  fields: {
    idNumber: (m) => sql`${m.idMasked}`,
    phone: (m) => sql`${m.phoneMasked}`,
    organization: one('organizationId'),
    affiliations: many<AffiliationEntity>('memberId', { order: 'NEWEST', boundedBy: 200 }),
    appointments: many<AppointmentEntity>('memberId', { order: 'NEWEST', boundedBy: 200 }),
    viewerCan: sameRow(),
  },
  orders: { NAME: [asc('pinyin'), asc('name')], JOINED: [desc('joinedOn'), asc('pinyin')] },
  filters: {
    search: (m, value) =>
      sql`${m.searchText} like '%' || regexp_replace(normalize(lower(${value}::text), NFKC), '([\\\\%_])', '\\\\\\1', 'g') || '%'`,
    statuses: among('status'),
    posts: (m, posts, other) =>
      other.exists<AppointmentEntity>(
        () => Appointment,
        (a) => sql`${a.memberId} = ${m.id} and ${a.until} is null and ${a.post} = any(${posts})`,
      ),
    present: (m, value) => sql`(${m.leftOn} is null) = ${value}::boolean`,
    affiliatedWith: (m, asked, other) =>
      other.exists<AffiliationEntity>(
        () => Affiliation,
        (a) =>
          sql`${a.memberId} = ${m.id} and ${a.until} is null and ${a.organizationId} = (${asked}::text[])[1]::uuid
            and ${a.kind} = any((${asked}::text[])[2:])`,
      ),
    idMark: (m, mark) => sql`${m.idMark} = decode(${mark}::text, 'hex')`,
    phoneMark: (m, mark) => sql`${m.phoneMark} = decode(${mark}::text, 'hex')`,
  },
});

const ofOrganization = { place: 'organizationId', read: 'member.read', deleted: 'deletedAt' } as const;

export const AffiliationModel = readModel<Affiliation, AffiliationEntity, Record<never, never>, 'NEWEST'>({
  type: Affiliation,
  entity: AffiliationEntity,
  ...ofOrganization,
  fields: { organization: one('organizationId') },
  orders: { NEWEST: [desc('since'), asc('kind')] },
});

export const AppointmentModel = readModel<Appointment, AppointmentEntity, Record<never, never>, 'NEWEST' | 'POST'>({
  type: Appointment,
  entity: AppointmentEntity,
  ...ofOrganization,
  fields: { organization: one('organizationId'), member: one('memberId') },
  orders: { NEWEST: [desc('since'), asc('post')], POST: [desc('post'), asc('since')] },
});

/** `today` and `soon` are passed by the resolver: the day itself, and the last day on which an end is near. */
export const LeadershipTeamModel = readModel<LeadershipTeam, LeadershipTeamEntity, LeadershipTeamCondition, 'ENDS'>({
  type: LeadershipTeam,
  entity: LeadershipTeamEntity,
  ...ofOrganization,
  fields: {
    organization: one('organizationId'),
    appointments: related<AppointmentEntity, LeadershipTeamEntity>(
      (a, team) => sql`${a.organizationId} = ${team.organizationId} and ${a.until} is null and ${team.until} is null`,
      { order: 'POST', boundedBy: 99 },
    ),
    vacancies: (team, _, other) =>
      sql`case when ${team.until} is null then greatest(0, ${team.seats} - ${other.count<AppointmentEntity>(
        () => Appointment,
        (a) => sql`${a.organizationId} = ${team.organizationId} and ${a.until} is null and ${a.post} <> 'GROUP_LEADER'`,
      )}) else 0 end`,
    state: (team, args) =>
      sql`case when ${team.until} is not null then 'FORMER' when ${team.endsOn} <= ${args['today']!}::date then 'OVERDUE'
        when ${team.endsOn} <= ${args['soon']!}::date then 'ENDING' else 'CURRENT' end`,
  },
  orders: { ENDS: [asc('endsOn')] },
  filters: {
    ofOrganization: (team, organization) => sql`${team.organizationId} = ${organization}::uuid`,
    states: (team, asked) =>
      sql`jsonb_exists(${asked}::jsonb -> 'states', case when ${team.until} is not null then 'FORMER'
        when ${team.endsOn} <= (${asked}::jsonb ->> 'today')::date then 'OVERDUE'
        when ${team.endsOn} <= (${asked}::jsonb ->> 'soon')::date then 'ENDING' else 'CURRENT' end)`,
  },
});

export const membershipModels = [
  MemberModel,
  MemberAbilitiesModel,
  AffiliationModel,
  AppointmentModel,
  LeadershipTeamModel,
];
