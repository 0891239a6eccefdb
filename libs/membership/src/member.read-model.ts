import {
  aggregate,
  among,
  asc,
  desc,
  extendModel,
  holding,
  many,
  masked,
  one,
  readModel,
  related,
  sameRow,
  searches,
  sql,
  type Expression,
} from '@dangwu/read-model';
import { PartyOrganizationModel, type PartyOrganizationEntity } from '@dangwu/organization';
import { AffiliationEntity } from './affiliation.entity';
import { AppointmentEntity } from './appointment.entity';
import type { MemberFigures } from './member-figures.type';
import { MemberEntity, MemberVersionEntity } from './member.entity';
import type { MemberCondition, MemberOrder } from './member.filters';
import { Affiliation, Appointment, Member, MemberAbilities } from './member.type';
import type { LeadershipTeamEntity } from './teams/leadership-team.entity';

/** True where the viewer holds it. As with all masks, the present place decides: rights are today's on any day. */
const held = (permission: 'member.maintain' | 'member.unmask' | 'member.erase') =>
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
  history: { entity: MemberVersionEntity, from: 'validFrom', to: 'validTo' },
} as const;

export const MemberAbilitiesModel = readModel<MemberAbilities, MemberEntity>({
  type: MemberAbilities,
  ...rows,
  fields: { maintain: held('member.maintain'), unmask: held('member.unmask'), erase: held('member.erase') },
});

/**
 * Numbers are answered masked to everybody: to look at one is an operation of its own, with a reason and an entry in the
 * audit log, so a page of the ledger cannot show a thousand of them. The sealed columns are in no read model at all.
 */
export const MemberModel = readModel<Member, MemberEntity, MemberCondition, `${MemberOrder}`>({
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
    // a part of name or pinyin
    search: searches('searchText'),
    statuses: among('status'),
    posts: (m, posts, other) =>
      other.exists<AppointmentEntity>(
        () => Appointment,
        (a) => sql`${a.memberId} = ${m.id} and ${holding(a, other)} and ${a.post} = any(${posts}::text[])`,
      ),
    ids: (m, value) => sql`${m.id} = any(replace(${value}::text[]::text, 'Member_', '')::uuid[])`,
    includeLeft: (m, value) => sql`(${value}::boolean or ${m.leftOn} is null)`,
    affiliatedWith: (m, asked, other) =>
      other.exists<AffiliationEntity>(
        () => Affiliation,
        (a) =>
          sql`${a.memberId} = ${m.id} and ${holding(a, other)} and ${a.kind} = any((${asked}::text[])[2:])
            and ((${asked}::text[])[1] = '' or ${a.organizationId} = nullif((${asked}::text[])[1], '')::uuid)`,
      ),
    idMark: (m, mark) => sql`${m.idMark} = decode(${mark}::text, 'hex')`,
    phoneMark: (m, mark) => sql`${m.phoneMark} = decode(${mark}::text, 'hex')`,
  },
});

/** Dated themselves: as of a day only those that held on it. */
const dated = <E>(entity: new () => E) => ({
  entity,
  place: 'organizationId' as const,
  read: 'member.read',
  deleted: 'deletedAt' as const,
  history: { entity, from: 'since', to: 'until' },
});

export const AffiliationModel = readModel<Affiliation, AffiliationEntity, Record<never, never>, 'NEWEST'>({
  type: Affiliation,
  ...dated(AffiliationEntity),
  fields: { organization: one('organizationId') },
  orders: { NEWEST: [desc('since'), asc('kind')] },
});

export const AppointmentModel = readModel<Appointment, AppointmentEntity, Record<never, never>, 'NEWEST' | 'POST'>({
  type: Appointment,
  ...dated(AppointmentEntity),
  fields: { organization: one('organizationId'), member: one('memberId') },
  orders: { NEWEST: [desc('since'), asc('rank')], POST: [asc('rank'), asc('since')] },
});

const counted = (...statuses: readonly string[]): Expression<MemberEntity> =>
  statuses.length
    ? (m) =>
        sql`count(*) filter (where ${m.leftOn} is null and ${m.affiliationKind} = 'FORMAL' and ${m.status} = any(${statuses}::text[]))`
    : (m) => sql`count(*) filter (where ${m.leftOn} is null and ${m.affiliationKind} = 'FORMAL')`;

const figures: { readonly [K in keyof MemberFigures]: Expression<MemberEntity> } = {
  total: counted(),
  members: counted('FULL', 'PROBATIONARY'),
  full: counted('FULL'),
  probationary: counted('PROBATIONARY'),
  candidates: counted('CANDIDATE'),
  activists: counted('ACTIVIST'),
  applicants: counted('APPLICANT'),
};

/** What the register of members adds to organizations. */
export const organizationMembers = extendModel<PartyOrganizationEntity>(PartyOrganizationModel, {
  memberFigures: aggregate<MemberEntity>(() => Member, 'organizationId', figures),
  // nothing, not nought, where the viewer may not read members
  memberCount: masked<PartyOrganizationEntity>(
    (_, __, other) =>
      other.count<MemberEntity>(
        () => Member,
        (m) => sql`${m.leftOn} is null and ${m.affiliationKind} = 'FORMAL' and ${m.status} in ('FULL', 'PROBATIONARY')`,
        'organizationId',
      ),
    () => sql`null`,
    'member.read',
  ),
  leadershipTeam: related<LeadershipTeamEntity, PartyOrganizationEntity>(
    (team, self, other) => sql`${team.organizationId} = ${self.id} and ${holding(team, other)}`,
  ),
});
