// The best SQL we can write for each operation and each kind of sight, answering the finished JSON. Those of organizations:
// $1 is what is asked for, $2 the viewer's association, $3 and $4 the ends of the viewer's ranges where there are some,
// $5 and $6 those of the part that it leads, where that is less: members are seen only there. $7 and $8 are then the ranges
// in which it sees activities: what it leads and what is published to it.
import { board, page as activities, record, rollUp } from './activities.mjs';

const id = (column) => `'PartyOrganization_' || encode(uuid_send(${column}), 'hex')`;
const members = (o) =>
  `(select count(*) from member m where m.organization_id = ${o}.id and m.deleted_at is null and m.left_on is null
      and m.affiliation_kind = 'FORMAL' and m.status in ('FULL', 'PROBATIONARY'))`;
const asked = `(select path from party_organization where id = $1 and association_id = $2 and deleted_at is null)`;
const low = asked;
const high = `(select rtrim(path, '/') || '0' from party_organization where id = $1 and association_id = $2 and deleted_at is null)`;
const first = 50;

const columns = 'o.id, o.name, o.type, o.tier, o.parent_id, o.path, o.leads_path';

/** The rows of page `a` for each kind of sight: all of it, one range of either path, many ranges. */
const found = {
  all: `select ${columns} from party_organization o
    where o.path >= ${low} and o.path < ${high} and o.deleted_at is null and o.status <> 'DISSOLVED' order by o.path limit ${first + 1}`,
  path: `select ${columns} from party_organization o
    where o.path >= ${low} and o.path < ${high} and o.path >= $3 and o.path < $4 and o.deleted_at is null and o.status <> 'DISSOLVED'
    order by o.path limit ${first + 1}`,
  leads: `select ${columns} from party_organization o
    where o.path >= ${low} and o.path < ${high} and o.leads_path >= $3 and o.leads_path < $4 and o.deleted_at is null and o.status <> 'DISSOLVED'
    order by o.path limit ${first + 1}`,
  manyLeads: `select ${columns} from unnest($3::text[], $4::text[]) r (lo, hi) cross join lateral (
      select ${columns} from party_organization o
      where o.leads_path >= r.lo and o.leads_path < r.hi and o.deleted_at is null and o.status <> 'DISSOLVED' offset 0) o
    where o.path >= ${low} and o.path < ${high} order by o.path limit ${first + 1}`,
};

/** Whether a row lies in the viewer's sight. */
const sees = {
  all: () => 'true',
  path: (o) => `${o}.path >= $3 and ${o}.path < $4`,
  leads: (o) => `${o}.leads_path >= $3 and ${o}.leads_path < $4`,
  manyLeads: (o) =>
    `exists (select from unnest($3::text[], $4::text[]) r (lo, hi) where ${o}.leads_path >= r.lo and ${o}.leads_path < r.hi)`,
};

/** Null, not nought, where the viewer may not see members. */
const count = (sight, o) =>
  sight === 'path' ? `case when ${o}.leads_path >= $5 and ${o}.leads_path < $6 then ${members(o)} end` : members(o);

const pageOf = (sight) => `with page as materialized (${found[sight]})
  select json_build_object('data', json_build_object('partyOrganizations', json_build_object(
    'nodes', coalesce((select json_agg(json_build_object('id', ${id('x.id')}, 'name', x.name, 'type', x.type,
        'tier', x.tier,
        'parent', (select json_build_object('id', ${id('p.id')}, 'name', p.name)
          from party_organization p where p.id = x.parent_id and p.deleted_at is null),
        'memberCount', ${count(sight, 'x')}))
      from (select * from page limit ${first}) x), '[]'),
    'pageInfo', json_build_object('hasNextPage', (select count(*) > ${first} from page),
      'endCursor', (select path from page offset ${first - 1} limit 1)))))::text as json`;

/** Who sees an organization's facts sees its activities, but for who is only its guide. */
const seesActivities = (sight) =>
  sight === 'path'
    ? `exists (select from unnest($7::text[], $8::text[]) r (lo, hi) where o.leads_path >= r.lo and o.leads_path < r.hi)`
    : 'true';

const detailOf = (sight) => `select json_build_object('data', json_build_object('partyOrganization', (
    select json_build_object('id', ${id('o.id')}, 'name', o.name, 'type', o.type, 'tier', o.tier,
      'memberCount', ${count(sight, 'o')},
      'ancestors', coalesce((select json_agg(json_build_object('id', ${id('a.id')}, 'name', a.name) order by a.path)
        from party_organization a where a.no = any((string_to_array(btrim(o.path, '/'), '/'))[2:]::int[])
          and a.id <> o.id and a.deleted_at is null), '[]'),
      'children', json_build_object('nodes', coalesce((
        select json_agg(json_build_object('id', ${id('c.id')}, 'name', c.name,
          'childCount', (select count(*) from party_organization g
            where g.parent_id = c.id and g.deleted_at is null and g.status <> 'DISSOLVED'),
          'details', case when ${sees[sight]('c')} then json_build_object('memberCount', ${count(sight, 'c')}) end))
        from (select * from party_organization c where c.parent_id = o.id and c.deleted_at is null and c.status <> 'DISSOLVED'
          order by c.path limit ${first}) c), '[]')),
      'activities', json_build_object('nodes', coalesce((
        select json_agg(json_build_object('id', 'Activity_' || encode(uuid_send(l.id), 'hex'), 'title', l.title,
          'state', l.state, 'heldOn', l.held_on, 'presentCount', l.present_count))
        from (select * from activity l where l.organization_id = o.id and l.deleted_at is null and ${seesActivities(sight)}
          order by l.held_on desc, l.starts_at desc, l.id desc limit 10) l), '[]')))
    from party_organization o
    where o.id = $1 and o.association_id = $2 and o.deleted_at is null and ${sees[sight]('o')})))::text as json`;

const sights = Object.keys(found);
const of = (make) => Object.fromEntries(sights.map((sight) => [sight, make(sight)]));

/** By operation and sight. */
export const statements = { a: of(pageOf), b: activities, c: of(detailOf), d: rollUp, e: record, board };

/** Who holds a session and where, read anew: what Dangwu does on each request, as one statement. */
export const session = `select o.id as association, a.id as account, a.name, s.id as session,
    coalesce(json_agg(json_build_object('role', g.role, 'path', p.path,
    'leads', p.leads_path)) filter (where g.id is not null), '[]') as grants,
    (select json_agg(shown.leads_path) from publication x join party_organization shown on shown.id = x.organization_id
      join party_organization guide on guide.id = shown.parent_id and guide.id = x.to_id
      where x.association_id = o.id and x.subject = 'ACTIVITY' and x.withdrawn_at is null and x.deleted_at is null
        and exists (select from access_grant h join party_organization at on at.id = h.organization_id
          where h.account_id = a.id and h.deleted_at is null and starts_with(guide.leads_path, at.leads_path))) as shown
  from session s join account a on a.id = s.account_id join association o on o.id = a.association_id
  left join access_grant g on g.account_id = a.id and g.deleted_at is null and g.since <= now()
    and (g.until is null or g.until > now())
  left join party_organization p on p.id = g.organization_id
  where s.token_hash = $1 and s.revoked_at is null and s.expires_at > now()
    and s.last_seen_at > now() - interval '30 minutes' and a.disabled_at is null and a.deleted_at is null
  group by o.id, a.id, s.id`;
