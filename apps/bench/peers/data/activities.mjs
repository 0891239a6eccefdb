// Activities of the measured organizations, what rules ask of some of them, and who attended: sets, not rows one by one.

/** Types without a rule on presence, which all these organizations hold: each of them can be recorded by counts alone. */
const keys = ['THEME_DAY', 'PARTY_LECTURE', 'THEME_DAY', 'WARNING_EDUCATION'];
/** From so many days ago until so many days ahead, evenly. */
const days = { ago: 330, ahead: 60 };
const attendedBy = 5;
/** Rules that ask for something every month. */
export const rulesEach = 6;

/** Of what is over, one in twelve awaits its record; what is to come is scheduled. */
export async function writeActivities(client, each) {
  await client.query(
    `insert into activity (id, association_id, organization_id, activity_type_id, title, state, starts_at, ends_at, held_on,
       counts_on, place, entitled_count, present_count, remote_count, leave_count, summary, recorded_at, recorded_by,
       change_number)
     select uuidv7(), o.association_id, o.id, t.id, to_char(s.day, 'FMMM"月"') || t.name_zh, s.state, s.starts_at,
       s.starts_at + interval '90 minutes', s.day, s.day, '会议室', c.entitled, c.entitled - c.leave,
       case when c.entitled is not null then least(s.no % 3, c.entitled - c.leave) end, c.leave,
       case when c.entitled is not null then '学习并讨论。' end,
       case when c.entitled is not null then s.starts_at + interval '1 day' end,
       case when c.entitled is not null then '书记' end, 1
     from (
       select n.no, n.k, d.day, (d.day + time '09:00') at time zone 'Asia/Shanghai' as starts_at,
         case when d.day >= current_date - 1 then 'SCHEDULED' when (n.no + 5 * n.k) % 12 = 0 then 'HELD' else 'RECORDED' end as state
       from (select no, k from generate_series(1, (select count(*)::int from party_organization)) no, generate_series(0, $1::int - 1) k) n
       cross join lateral (select current_date - $2::int + (n.k * ($2::int + $3::int) / $1::int) + (n.no * 7) % 30 as day) d) s
     join party_organization o on o.no = s.no
     join activity_type t on t.association_id = o.association_id
       and t.key = case when s.no = 1 and s.k % 2 = 0 then 'PARTY_LECTURE' else ($4::text[])[1 + (s.no + s.k) % 4] end
     cross join lateral (select
       case when s.state = 'RECORDED' then 6 + s.no % 8 end as entitled, case when s.state = 'RECORDED' then s.k % 3 end as leave) c
     order by s.no, s.k`,
    [each, days.ago, days.ahead, keys],
  );
}

/** What six rules ask of the organizations in front, month by month, and how much of it the activities make good. */
export async function writeObligations(client, organizations) {
  await client.query(
    `insert into obligation (id, association_id, organization_id, cadence_id, rule_id, activity_type_id, period, starts_on,
       ends_on, due_from, required, risk_from, planned, held, recorded, change_number)
     select uuidv7(), o.association_id, o.id, r.cadence, r.rule, r.type, 'MONTH', m.day, m.last, m.day, 1, m.last - 6,
       coalesce(a.planned, 0), coalesce(a.held, 0), coalesce(a.recorded, 0), 1
     from party_organization o
     cross join (
       select c.id as cadence, c.activity_type_id as type, r.id as rule
       from (select distinct on (activity_type_id) * from cadence order by activity_type_id, rule_key) c
       cross join lateral (select id from rule r where r.key = c.rule_key and r.association_id = c.association_id
         order by effective_from desc limit 1) r
       join activity_type t on t.id = c.activity_type_id
       order by t.key in (select unnest($2::text[])) desc, t.key limit $3) r
     cross join (
       select d::date as day, (d + interval '1 month' - interval '1 day')::date as last
       from generate_series(date_trunc('year', current_date), date_trunc('year', current_date) + interval '11 months',
         interval '1 month') d) m
     left join (
       select organization_id, activity_type_id, date_trunc('month', counts_on)::date as month,
         count(*) filter (where state = 'SCHEDULED') as planned, count(*) filter (where state = 'HELD') as held,
         count(*) filter (where state = 'RECORDED') as recorded
       from activity group by 1, 2, 3) a
       on a.organization_id = o.id and a.activity_type_id = r.type and a.month = m.day
     where o.no <= $1 order by o.no, m.day`,
    [organizations, keys, rulesEach],
  );
}

/** Five members of the organizer by name, at each activity that was recorded. */
export async function writeAttendance(client) {
  await client.query(
    `insert into attendance (id, association_id, activity_id, organization_id, member_id, member_organization_id, sort, state,
       method, marked_at, marked_by, change_number)
     select uuidv7(), a.association_id, a.id, a.organization_id, m.id, m.organization_id, m.n,
       case when m.n = 5 then 'ON_LEAVE' when m.n = 4 then 'REMOTE' else 'PRESENT' end,
       case when m.n = 5 then 'LEAVE' else 'TICK' end, a.recorded_at, a.recorded_by, 1
     from activity a
     join (select id, organization_id, row_number() over (partition by organization_id order by id)::int as n from member) m
       on m.organization_id = a.organization_id and m.n <= $1
     where a.state = 'RECORDED'`,
    [attendedBy],
  );
}

/** What was written since the sums were made: a read of figures adds it. */
export const unmerged = `update activity set present_count = present_count - 1
  where id in (select id from activity where state = 'RECORDED' and present_count > remote_count order by id desc limit 1000)`;
