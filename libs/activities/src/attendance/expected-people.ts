/**
 * Whom activities expect, as of their days: those whom the type entitles, from the register of members and the posts, and
 * whoever is invited. A select of activity_id, association_id, organization_id, member_id, member_organization_id, pinyin, guest,
 * and the approved leave as state, method, reason, marked_at, marked_by.
 *
 * - Of a committee or a general branch, all members are those of what it leads; members who only take part count where
 *   nobody belongs formally.
 * - Where full members are entitled, those on probation attend beside them (列席), without a vote.
 * - Of what a type entitles by itself, whoever is invited attends beside those entitled (列席).
 *
 * @param which a condition on `a`, the activity
 * @param member a parameter: only this member
 * @param only INVITED: those invited alone
 */
export function expectedPeople(which: string, { member, only }: { member?: string; only?: 'INVITED' } = {}): string {
  const me = (column: string): string => (member ? `and ${column} = ${member}::uuid` : '');
  const entitled = (kinds: string): string => `t.entitled in (${kinds}) ${only === 'INVITED' ? 'and false' : ''}`;
  return `
    select x.activity_id, x.association_id, x.organization_id, x.member_id, x.member_organization_id, x.pinyin, x.guest,
      case when l.id is null then 'ENTITLED' else 'ON_LEAVE' end as state,
      case when l.id is not null then 'LEAVE' end as method,
      l.reason, l.decided_at as marked_at, l.decided_by as marked_by
    from (
      select p.activity_id, a.association_id, a.organization_id, v.id as member_id,
        v.organization_id as member_organization_id, v.pinyin,
        bool_and(p.guest or (p.who = 'FULL' and v.status <> 'FULL')) as guest
      from (
        ${membersOf(`select a.id as activity_id, a.held_on, a.organization_id as top, false as guest,
            case t.entitled when 'FULL_MEMBERS' then 'FULL' else 'MEMBERS' end as who, false as invited
          from activity a join activity_type t on t.id = a.activity_type_id
          where ${entitled(`'ALL_MEMBERS', 'FULL_MEMBERS'`)} and ${which}
          union all
          select a.id, a.held_on, i.invited_organization_id, t.entitled <> 'INVITED', 'MEMBERS', true
          from activity a join activity_type t on t.id = a.activity_type_id
          join invitation i on i.activity_id = a.id and i.kind = 'ORGANIZATION' and i.deleted_at is null
          where ${which}`)} ${me('f.member_id')}
        union all
        select a.id, p.member_id, false, 'ANYBODY'
        from activity a join activity_type t on t.id = a.activity_type_id
        join appointment p on p.organization_id = a.organization_id and ${holds('p', 'a.held_on')} and p.post <> 'GROUP_LEADER'
        where ${entitled(`'COMMITTEE'`)} and ${which} ${me('p.member_id')}
        union all
        select a.id, p.member_id, t.entitled <> 'INVITED', 'ANYBODY'
        from activity a join activity_type t on t.id = a.activity_type_id
        join invitation i on i.activity_id = a.id and i.kind = 'POST' and i.deleted_at is null
        join organization_version top on top.id = i.invited_organization_id and ${stands('top', 'a.held_on')}
        join organization_version o on o.association_id = top.association_id and ${within('o', 'top')}
          and ${stands('o', 'a.held_on')}
        join appointment p on p.organization_id = o.id and p.post = i.post and ${holds('p', 'a.held_on')}
        where ${which} ${me('p.member_id')}
        union all
        select a.id, i.member_id, t.entitled <> 'INVITED', 'ANYBODY'
        from activity a join activity_type t on t.id = a.activity_type_id
        join invitation i on i.activity_id = a.id and i.kind = 'MEMBER' and i.deleted_at is null
        where ${which} ${me('i.member_id')}
      ) p (activity_id, member_id, guest, who)
      join activity a on a.id = p.activity_id
      join member_version v on v.id = p.member_id and ${stands('v', 'a.held_on')}
        and (p.who = 'ANYBODY' or v.status in ('FULL', 'PROBATIONARY'))
      group by p.activity_id, a.association_id, a.organization_id, v.id, v.organization_id, v.pinyin
    ) x
    left join leave_request l on l.activity_id = x.activity_id and l.member_id = x.member_id and l.state = 'APPROVED'
      and l.deleted_at is null`;
}

const holds = (row: string, day: string): string =>
  `${row}.deleted_at is null and ${row}.since <= ${day} and (${row}.until is null or ${row}.until > ${day})`;
const stands = (row: string, day: string): string =>
  `${row}.deleted_at is null and ${row}.valid_from <= ${day} and (${row}.valid_to is null or ${row}.valid_to > ${day})`;
/** itself, or below it along LEADS edges */
const within = (row: string, top: string): string =>
  `${row}.leads_path >= ${top}.leads_path and ${row}.leads_path < rtrim(${top}.leads_path, '/') || '0'`;

/** Where members of their own are, and not below: what brings together people who belong elsewhere. */
const gatherings = `('FUNCTIONAL_COMMITTEE', 'WORKING_GROUP', 'PARTY_GROUP')`;

/** Members, full and probationary, of organizations and, of those that consist of branches or are invited, of what they lead. */
const membersOf = (tops: string): string => `
  select m.activity_id, f.member_id, m.guest, m.who
  from (${tops}) m (activity_id, held_on, top, guest, who, invited)
  join organization_version top on top.id = m.top and ${stands('top', 'm.held_on')}
  join organization_version o on o.association_id = top.association_id and ${within('o', 'top')}
    and ${stands('o', 'm.held_on')} and (o.id = top.id or m.invited or top.type in ('COMMITTEE', 'GENERAL_BRANCH'))
  join affiliation f on f.organization_id = o.id and ${holds('f', 'm.held_on')}
    and (f.kind = 'FORMAL' or (o.id = top.id and top.type in ${gatherings}))
  where true`;
