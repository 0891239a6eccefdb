// Fills the schema that Dangwu's own migrations made: organizations, ten members each, activities, what rules ask for,
// accounts with grants and sessions.
import { createHash } from 'node:crypto';
import { rulesEach, writeActivities, writeAttendance, writeObligations } from './activities.mjs';
import { organizations, spell } from './names.mjs';

export { signIn } from './sessions.mjs';

const batch = 5_000;
const membersEach = 10;

/**
 * @param {import('pg').Client} client a superuser's, on a database with one association and no organizations
 * @param sizes how many organizations, activities of each, and organizations of which something is asked
 */
export async function fill(client, { organizations: count, activitiesEach, obligationsOf }, say) {
  const { rows } = await client.query(
    `select id, no, to_regclass('attendance') is not null as "byName" from association`,
  );
  const [association] = rows;
  const many = (number) => number.toLocaleString('en');
  const tables = [
    'party_organization',
    'member',
    'activity',
    'obligation',
    ...(association.byName ? ['attendance'] : []),
  ];
  await inBulk(client, tables, async () => {
    say(`writing ${many(count)} organizations …`);
    await writeOrganizations(client, association, organizations(count));
    say(`writing ${many(count * membersEach)} members …`);
    await writeMembers(client, count);
    await client.query('analyze party_organization, member');
    say(`writing ${many(count * activitiesEach)} activities …`);
    await writeActivities(client, activitiesEach);
    say(`writing ${many(Math.min(count, obligationsOf) * rulesEach * 12)} obligations …`);
    await writeObligations(client, obligationsOf);
    if (association.byName) {
      say('writing who attended, by name …');
      await writeAttendance(client);
    }
  });
  say('analysing …');
  await client.query('vacuum analyze');
  return association;
}

/** Without triggers, keys and indexes while the rows go in; the indexes are made anew afterwards. */
async function inBulk(client, tables, work) {
  const { rows: exclusions } = await client.query(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'x' and conrelid::regclass::text = any($1)`,
    [tables],
  );
  const { rows: indexes } = await client.query(
    `select c.oid::regclass::text as name, pg_get_indexdef(c.oid) as definition
     from pg_index i join pg_class c on c.oid = i.indexrelid
     where i.indrelid::regclass::text = any($1) and not exists (select from pg_constraint k where k.conindid = c.oid)`,
    [tables],
  );
  await client.query(`set session_replication_role = replica; set maintenance_work_mem = '512MB'`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  for (const { table, name } of exclusions) await client.query(`alter table ${table} drop constraint ${name}`);
  await work();
  for (const { table, name, definition } of exclusions)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  for (const { definition } of indexes) await client.query(definition);
  await client.query('reset session_replication_role');
}

async function writeOrganizations(client, { id: association, no }, list) {
  const known = [];
  for (let from = 0; from < list.length; from += batch) {
    const columns = Array.from({ length: 12 }, () => []);
    for (let i = from; i < Math.min(from + batch, list.length); i++) {
      const { name, type, tier, parent, guided } = list[i];
      const above = parent === null ? null : known[parent];
      const position = {
        id: identifier(i),
        path: `${above?.path ?? `/${no}/`}${i + 1}/`,
        leads: `${above && !guided ? above.leads : `/${no}/`}${i + 1}/`,
      };
      known.push(position);
      const { pinyin, initials } = spell(name);
      const relation = above ? (guided ? 'GUIDES' : 'LEADS') : null;
      const code = `Z${String(i + 1).padStart(7, '0')}`;
      [
        position.id,
        code,
        name,
        pinyin,
        initials,
        type,
        tier,
        i + 1,
        above?.id ?? null,
        relation,
        position.path,
        position.leads,
      ].forEach((value, column) => columns[column].push(value));
    }
    await client.query(
      `insert into party_organization (association_id, status, founded_on, term_years, term_ends_on, change_number,
         id, code, name, pinyin, pinyin_initials, type, tier, no, parent_id, relation, path, leads_path)
       select $1, 'ACTIVE', '2020-07-01', 5, '2030-07-01', 1, r.*
       from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[],
         $10::uuid[], $11::text[], $12::text[], $13::text[]) r`,
      [association, ...columns],
    );
  }
  await client.query(`select setval(pg_get_serial_sequence('party_organization', 'no'), $1)`, [list.length]);
}

/** The same id for the same organization in every run: figures of two runs are then of the same rows. */
function identifier(i) {
  const hex = createHash('sha256').update(`organization ${i}`).digest('hex');
  return `0199${hex.slice(0, 4)}-${hex.slice(4, 8)}-7${hex.slice(8, 11)}-8${hex.slice(11, 14)}-${hex.slice(14, 26)}`;
}

/** Ten each on average; more below than above, as in life. */
async function writeMembers(client, count) {
  const { rows } = await client.query(`select to_regclass('member') is not null as there`);
  if (!rows[0].there) return;
  await client.query('select setseed(0.42)');
  await client.query(
    `insert into member (id, association_id, organization_id, affiliation_kind, name, pinyin, pinyin_initials, gender, birth_date,
       status, joined_on, full_on, change_number)
     select uuidv7(), o.association_id, o.id, 'FORMAL', s.name || g.name, s.pinyin || g.pinyin, left(s.pinyin, 1) || left(g.pinyin, 1),
       case when r.a < 0.4 then 'FEMALE' else 'MALE' end, date '1950-01-01' + (r.b * 18000)::int,
       case when r.a < 0.97 then 'FULL' else 'PROBATIONARY' end, date '1990-01-01' + (r.c * 12000)::int, null, 1
     from (select n, 1 + floor(power(random(), 0.7) * $1::int)::int as organization, random() as a, random() as b, random() as c,
         1 + floor(random() * 10)::int as surname, 1 + floor(random() * 10)::int as given
       from generate_series(1, $1::int * $2::int) n) r
     join party_organization o on o.no = r.organization
     join unnest($3::text[], $4::text[]) with ordinality s(name, pinyin, n) on s.n = r.surname
     join unnest($5::text[], $6::text[]) with ordinality g(name, pinyin, n) on g.n = r.given`,
    [
      count,
      membersEach,
      [...'王李张刘陈杨赵黄周吴'],
      ['wang', 'li', 'zhang', 'liu', 'chen', 'yang', 'zhao', 'huang', 'zhou', 'wu'],
      ['建国', '志强', '秀英', '海燕', '晓明', '文静', '国华', '丽娟', '永平', '雪梅'],
      ['jianguo', 'zhiqiang', 'xiuying', 'haiyan', 'xiaoming', 'wenjing', 'guohua', 'lijuan', 'yongping', 'xuemei'],
    ],
  );
}

/** Organizations let the ones that guide them see their activities. */
export async function publishActivities(client, association, organizationIds) {
  await client.query(
    `insert into publication (id, association_id, organization_id, to_id, subject, basis, published_at, published_by,
       published_by_name)
     select uuidv7(), $1, o.id, o.parent_id, 'ACTIVITY', '双方约定', now(), a.id, a.name
     from party_organization o cross join (select id, name from account where association_id = $1 limit 1) a
     where o.id = any($2)
     on conflict do nothing`,
    [association.id, organizationIds],
  );
}
