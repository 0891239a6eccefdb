// The same for activities and what is summed of them. $1 is what is asked for, $2 the viewer's association, then what the
// operation needs, then the ends of the ranges in which the viewer sees activities: one, or lists of them.

const first = 50;
const id = (type, column) => `'${type}_' || encode(uuid_send(${column}), 'hex')`;
const asked = `from party_organization where id = $1 and association_id = $2 and deleted_at is null`;
const lowest = `(select path ${asked})`;
const highest = `(select rtrim(path, '/') || '0' ${asked})`;

/** Whether a row of the tree lies in the viewer's sight. @param at number of the parameter with the first end */
const sees = {
  all: () => 'true',
  leads: (o, at) => `${o}.leads_path >= $${at} and ${o}.leads_path < $${at + 1}`,
  manyLeads: (o, at) =>
    `exists (select from unnest($${at}::text[], $${at + 1}::text[]) r (lo, hi) where ${o}.leads_path >= r.lo and ${o}.leads_path < r.hi)`,
};
sees.shown = sees.manyLeads;

const sights = Object.keys(sees);
const of = (make) => Object.fromEntries(sights.map((sight) => [sight, make(sight)]));

/** The organizations asked for that lie in sight: from the viewer's ranges where many of them are asked for the whole tree. */
const places = (sight, at, low = lowest, high = highest) =>
  sight === 'manyLeads'
    ? `select o.id, o.path from unnest($${at}::text[], $${at + 1}::text[]) r (lo, hi) cross join lateral (
        select id, path from party_organization o where o.leads_path >= r.lo and o.leads_path < r.hi and o.deleted_at is null offset 0) o
      where o.path >= ${low} and o.path < ${high}`
    : `select o.id, o.path from party_organization o
      where o.path >= ${low} and o.path < ${high} and o.deleted_at is null and ${sees[sight]('o', at)}`;

/** b: $3 and $4 are the days from and before which. */
export const page = of(
  (sight) => `with place as (${places(sight, 5)}),
  hit as materialized (select a.* from place p cross join lateral (
    select a.id, a.held_on, a.starts_at from activity a
    where a.organization_id = p.id and a.held_on >= $3 and a.held_on < $4 and a.deleted_at is null offset 0) a),
  page as materialized (select h.held_on, h.starts_at, h.id from hit h order by h.held_on, h.starts_at, h.id limit ${first + 1})
  select json_build_object('data', json_build_object('activities', json_build_object(
    'nodes', coalesce((select json_agg(json_build_object('id', ${id('Activity', 'x.id')}, 'title', x.title, 'state', x.state,
        'startsAt', x.starts_at, 'heldOn', x.held_on,
        'organization', json_build_object('id', ${id('PartyOrganization', 'o.id')}, 'name', o.name),
        'type', json_build_object('id', ${id('ActivityType', 't.id')}, 'key', t.key), 'entitledCount', x.entitled_count,
        'presentCount', x.present_count, 'remoteCount', x.remote_count, 'leaveCount', x.leave_count)
        order by x.held_on, x.starts_at, x.id)
      from (select * from page order by held_on, starts_at, id limit ${first}) n join activity x on x.id = n.id
      join party_organization o on o.id = x.organization_id join activity_type t on t.id = x.activity_type_id), '[]'),
    'totalCount', (select count(*) from (select from hit limit 10001) n),
    'pageInfo', json_build_object('hasNextPage', (select count(*) > ${first} from page)))))::text as json`,
);

/** Where the path of what is asked for was read before: the plan depends on how much lies below it. */
const placesKnown = (sight, at) => places(sight, at + 2, `$${at}`, `$${at + 1}`);

/** d: $3 and $4 are the first and the last day of the months, $5 and $6 the ends of the part of the tree. */
export const rollUp = of(
  (sight) => `with head as materialized (select id, path, length(path) as long ${asked}),
  place as (${placesKnown(sight, 5)}),
  own as (select s.organization_id, sum(s.present) as part
    from (select organization_id, month, present from activity_summary union all
      select organization_id, month, present from activity_delta) s
    where s.month between $3 and $4 and s.organization_id in (select id from place) group by 1),
  sums as (select case when p.path = h.path then h.path
      else h.path || split_part(substr(p.path, h.long + 1), '/', 1) || '/' end as head, sum(own.part) as part
    from own join place p on p.id = own.organization_id cross join head h group by 1)
  select json_build_object('data', json_build_object('figureBreakdown', coalesce(json_agg(json_build_object(
      'organizationId', ${id('PartyOrganization', 'c.id')}, 'name', c.name, 'own', c.id = $1,
      'hasChildren', exists (select from party_organization b where b.parent_id = c.id and b.deleted_at is null and ${sees[sight]('b', 7)}),
      'part', coalesce(sums.part, 0)) order by c.id = $1 desc, c.path), '[]')))::text as json
  from party_organization c left join sums on sums.head = c.path
  where (c.id = $1 or c.parent_id = $1) and c.deleted_at is null and (c.status <> 'DISSOLVED' or sums.head is not null)
    and ${sees[sight]('c', 7)}`,
);

const state = `case when b.waived_at is not null then 'waived' when b.recorded >= b.required then 'done'
  when b.recorded + b.held >= b.required then 'awaitingRecord' when b.ends_on < t.day then 'late'
  when b.recorded + b.held + b.planned >= b.required then 'planned' when b.risk_from <= t.day then 'atRisk' else 'unplanned' end`;
const states = ['done', 'awaitingRecord', 'planned', 'atRisk', 'late', 'unplanned', 'waived'];
const counts = `count(*) as total, ${states.map((name) => `count(*) filter (where state = '${name}') as "${name}"`).join(', ')}`;
const cellCounts = `${counts}, coalesce(sum(required) filter (where state <> 'waived'), 0) as required,
  coalesce(sum(least(recorded + held, required)) filter (where state <> 'waived'), 0) as fulfilled,
  coalesce(sum(least(planned, greatest(required - recorded - held, 0))) filter (where state <> 'waived'), 0) as foreseen`;
const totals = ['total', ...states].map((name) => `coalesce(sum("${name}"), 0) as "${name}"`).join(', ');
const obligations = `obligation b cross join (select (now() at time zone 'Asia/Shanghai')::date as day) t
    where b.association_id = $1 and b.ends_on between $2 and $3 and b.deleted_at is null`;
const countsAs = (of) => ['total', ...states].map((name) => `'${name}', ${of}."${name}"`).join(', ');
const rank = `coalesce(array_position(array['COUNCIL', 'SECRETARIAT', 'ENTERPRISE', 'BRANCH_INSTITUTION', 'MEMBER_UNIT'], o.tier), 6)`;

/** The board: $1 is the association, $2 and $3 are the days between which periods end, $4 and $5 the ends of the part. */
export const board = of(
  (sight) => `with place as (${placesKnown(sight, 4)}),
  per as materialized (select organization_id, ${counts} from (select b.organization_id, ${state} as state from ${obligations}
      and b.organization_id in (select id from place) offset 0) b group by organization_id),
  total as (select count(*) as organizations, ${totals} from per),
  page as materialized (select o.id, o.name, o.type, o.path, ${rank} as rank from party_organization o
    where o.id in (select organization_id from per) order by rank, o.path limit ${first + 1}),
  here as materialized (select * from page order by rank, path limit ${first}),
  cell as materialized (select organization_id, starts_on, ${cellCounts} from (
      select b.organization_id, b.required, b.recorded, b.held, b.planned, date_trunc('month', b.ends_on)::date as starts_on, ${state} as state from ${obligations}
        and b.organization_id = any(array(select id from here)) offset 0) b
    group by organization_id, starts_on)
  select json_build_object('data', json_build_object('complianceBoard', json_build_object(
    'organizationCount', total.organizations, 'counts', json_build_object(${countsAs('total')}),
    'rows', coalesce((select json_agg(json_build_object('organizationId', ${id('PartyOrganization', 'h.id')}, 'name', h.name,
        'type', h.type, 'depth', array_length(string_to_array(h.path, '/'), 1) - 3, 'cells', c.cells) order by h.rank, h.path)
      from here h join (select organization_id, json_agg(json_build_object('startsOn', cell.starts_on, ${countsAs('cell')},
          'required', required, 'fulfilled', fulfilled, 'foreseen', foreseen) order by starts_on) as cells
        from cell group by 1) c on c.organization_id = h.id), '[]'),
    'pageInfo', json_build_object('hasNextPage', (select count(*) > ${first} from page)))))::text as json
  from total`,
);

const changed = `'state', 'HELD', 'summary', null, 'leaveCount', null, 'recordedBy', null, 'remoteCount', null,
  'presentCount', null, 'entitledCount', null`;

/**
 * e: the rows that Dangwu writes, in one statement: the activity, a step, what obligations count, the audit event, the notice
 * to those who watch; the triggers add what sums lack. $3 is the version, $4 to $10 what is recorded, $11 to $13 whose
 * request it is. What it leaves out: it locks the activity alone and neither reads nor judges what the type asks for. What is
 * personal stands in the audit log by its shape alone.
 */
export const record = of(
  (sight) => `with told as materialized (select a.id, a.title, a.organization_id, a.activity_type_id, a.counts_on
    from activity a join party_organization o on o.id = a.organization_id
    where a.id = $1 and a.association_id = $2 and a.version = $3 and a.state in ('SCHEDULED', 'HELD') and a.deleted_at is null
      and $5::timestamptz <= now() and ${sees[sight]('o', 14)} for update of a),
  act as (update activity a set version = a.version + 1, state = 'RECORDED', starts_at = $4, ends_at = $5,
      held_on = ($4::timestamptz at time zone 'Asia/Shanghai')::date, counts_on = case when a.make_up_of_id is null
        then ($4::timestamptz at time zone 'Asia/Shanghai')::date else a.counts_on end,
      entitled_count = $6, present_count = $7, remote_count = $8, leave_count = $9, summary = $10, recorded_at = now(),
      recorded_by = $12
    from told where a.id = told.id returning a.*),
  step as (insert into activity_step (id, association_id, activity_id, organization_id, kind, actor_name, at)
    select uuidv7(), $2, id, organization_id, 'RECORDED', $12, now() from told),
  counted as (update obligation o set version = o.version + 1, recorded = c.recorded, held = c.held, planned = c.planned
    from (select o.id, count(a.id) filter (where a.state = 'SCHEDULED' and a.id <> told.id) as planned,
        count(a.id) filter (where a.state = 'HELD' and a.id <> told.id) as held,
        1 + count(a.id) filter (where a.state = 'RECORDED' and a.id <> told.id) as recorded
      from told join obligation o on o.organization_id = told.organization_id and o.activity_type_id = told.activity_type_id
        and o.deleted_at is null and told.counts_on between o.due_from and o.ends_on
      join activity a on a.organization_id = o.organization_id and a.activity_type_id = o.activity_type_id
        and a.deleted_at is null and a.counts_on between o.due_from and o.ends_on
      group by o.id) c where o.id = c.id),
  audited as (insert into audit_event (association_id, account_id, kind, action, subject_type, subject_id, subject_name,
      organization_id, before, after, operation, client, session_id)
    select $2, $11::uuid, 'WRITE', 'activity.record', 'Activity', id, title, organization_id,
      json_build_object(${changed})::jsonb, jsonb_build_object('state', 'RECORDED', 'summary', $10::text, 'leaveCount', $9::int,
        'recordedBy', left($12::text, 1) || '**', 'remoteCount', $8::int, 'presentCount', $7::int, 'entitledCount', $6::int),
      'recordActivity', 'SESSION', $13::uuid from told),
  heard as (select pg_notify('dangwu_live', json_build_object('a', $2, 't', 'association', 'k', 'activity', 'i',
      ${id('Activity', 'id')})::text) from told)
  select json_build_object('data', json_build_object('recordActivity', json_build_object('id', ${id('Activity', 'act.id')},
    'version', act.version, 'state', act.state, 'entitledCount', act.entitled_count, 'presentCount', act.present_count,
    'remoteCount', act.remote_count, 'leaveCount', act.leave_count, 'summary', act.summary,
    'recordedBy', act.recorded_by)))::text as json from act left join heard on true`,
);
