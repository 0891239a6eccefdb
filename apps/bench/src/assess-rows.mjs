// A cycle of assessment as rows: organizations below committees, figures as they were read, what three experts said of each.
import { hash } from 'node:crypto';
import { signIn } from '../peers/data/sessions.mjs';
import { indicators, occursBelow, scorers, tree } from './assess-made.mjs';

/** In a comparison group. */
const groupSize = 100;

/** As `number` of assess-made.mjs. */
const number = (s) => `((o.n::bigint * 7919 + k.at * 104729 + ${s} * 1299709) % 1000)::int`;

/** The same id for the same thing in every run. */
const idOf = (what) => {
  const hex = hash('sha256', what, 'hex');
  return `0199${hex.slice(0, 4)}-${hex.slice(4, 8)}-7${hex.slice(8, 11)}-8${hex.slice(11, 14)}-${hex.slice(14, 26)}`;
};

/** @returns what is asked about: the cycle, its organizations, accounts with their tokens */
export async function fillAssessments(client, association, count, say) {
  const many = (value) => value.toLocaleString('en');
  say(`writing ${many(count)} organizations in ${Math.ceil(count / groupSize)} comparison groups …`);
  // without triggers and foreign keys while the rows go in
  await client.query(`set session_replication_role = replica`);
  const root = await writeOrganizations(client, association, count);
  const experts = [];
  for (let s = 0; s < scorers; s++) experts.push(await signIn(client, association, 'EXPERT', []));
  const cycle = await writeCycle(client, association, root, experts);
  say(`writing ${many(count * indicators.length)} indicators with what ${scorers} experts said …`);
  await writeAssessed(client, association, { root, cycle, experts });
  await client.query('reset session_replication_role');
  await client.query('vacuum analyze');
  const staff = await signIn(client, association, 'PARTY_STAFF', []);
  return { root, cycle, experts, staff };
}

async function writeOrganizations(client, { id: association, no }, count) {
  const root = idOf('root');
  const add = (rows) =>
    client.query(
      `insert into party_organization (association_id, status, founded_on, term_years, term_ends_on, change_number,
         id, code, name, pinyin, pinyin_initials, type, tier, no, parent_id, relation, path, leads_path)
       select $1, 'ACTIVE', '2020-07-01', 5, '2030-07-01', 1, r.*
       from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[],
         $10::uuid[], $11::text[], $12::text[], $13::text[]) r`,
      [association, ...columnsOf(rows)],
    );
  const row = ({ id, n, name, type, tier, parent, path }) => {
    const code = `Z${String(n).padStart(7, '0')}`;
    return [id, code, name, 'dangzuzhi', 'dzz', type, tier, n, parent, parent ? 'LEADS' : null, path, path];
  };
  await add([
    row({ id: root, n: 1, name: '协会党委', type: 'COMMITTEE', tier: 'COUNCIL', parent: null, path: `/${no}/1/` }),
  ]);
  const committees = Math.ceil(count / groupSize);
  const tiers = { committee: 'SECRETARIAT', branch: 'SECRETARIAT' };
  const above = (g) => ({ id: idOf(`committee ${g}`), path: `/${no}/1/${g + 2}/` });
  const list = Array.from({ length: committees }, (_, g) =>
    row({ ...above(g), n: g + 2, name: `第${g + 1}机关党委`, type: 'COMMITTEE', tier: tiers.committee, parent: root }),
  );
  for (let n = 1; n <= count; n++) {
    const parent = above(Math.floor((n - 1) / groupSize));
    const at = committees + 1 + n;
    const place = { parent: parent.id, path: `${parent.path}${at}/` };
    list.push(
      row({ id: idOf(`organization ${n}`), n: at, name: `第${n}党支部`, type: 'BRANCH', tier: tiers.branch, ...place }),
    );
  }
  for (let from = 0; from < list.length; from += 5_000) await add(list.slice(from, from + 5_000));
  await client.query(`select setval(pg_get_serial_sequence('party_organization', 'no'), $1)`, [list.length + 1]);
  await client.query(`analyze party_organization`);
  return root;
}

const columnsOf = (rows) => rows[0].map((_, column) => rows.map((row) => row[column]));

async function writeCycle(client, { id: association }, root, experts) {
  const [scheme, version, cycle] = [idOf('scheme'), idOf('version'), idOf('cycle')];
  await client.query(
    `insert into assessment_scheme (id, association_id, key, name_zh, name_en, subject)
     values ($1, $2, 'bench', '考核', 'Assessment', 'ORGANIZATION')`,
    [scheme, association],
  );
  await client.query(
    `insert into scheme_version (id, association_id, scheme_id, no, state, tree, hash, published_at, published_by, used_at)
     values ($1, $2, $3, 1, 'PUBLISHED', $4, repeat('0', 64), now(), 'bench', now())`,
    [version, association, scheme, JSON.stringify(tree)],
  );
  await client.query(
    `insert into assessment_cycle (id, association_id, organization_id, scheme_version_id, title, period_from, period_to,
       relations, group_by, stage, opened_by, snapshot_at)
     values ($1, $2, $3, $4, '2026 年上半年考核', '2026-01-01', '2026-06-30', '{LEADS}', 'PARENT', 'MODERATION', 'bench', now())`,
    [cycle, association, root, version],
  );
  await client.query(
    `insert into assessment_stage (id, association_id, cycle_id, organization_id, stage, due_on, began_at)
     select gen_random_uuid(), $1, $2, $3, stage, current_date + 30 + n::int, now()
     from unnest('{SELF_ASSESSMENT,VERIFICATION,EXPERT_REVIEW,MODERATION,NOTICE,OBJECTION,FINAL}'::text[])
       with ordinality as s (stage, n)`,
    [association, cycle, root],
  );
  for (const { account, name } of experts)
    await client.query(
      `insert into assessment_scorer (id, association_id, cycle_id, organization_id, account_id, name)
       values (gen_random_uuid(), $1, $2, $3, $4, $5)`,
      [association, cycle, root, account, name],
    );
  return cycle;
}

async function writeAssessed(client, { id: association }, { root, cycle, experts }) {
  await client.query(
    `insert into assessment (id, association_id, cycle_id, organization_id, subject_name, organization_type, tier, relation,
       verifier_id, conductor_id, group_key, group_name, participation, self_submitted_at, verified_at)
     select gen_random_uuid(), $1, $2, o.id, o.name, o.type, o.tier, 'LEADS', o.parent_id, $3, p.id::text, p.name, 'REQUIRED',
       now(), now()
     from party_organization o join party_organization p on p.id = o.parent_id where o.type = 'BRANCH'`,
    [association, cycle, root],
  );
  // organizations by their number in names, indicators by their place in the scheme
  const of = `(select a.id, a.organization_id, substring(a.subject_name from '\\d+')::int as n from assessment a) o
    cross join unnest($2::text[]) with ordinality as i (key, nth) cross join lateral (select (i.nth - 1)::int as at) k`;
  const chosen = (kinds) => indicators.filter(({ kind }) => kinds.includes(kind));
  /** Only these of all keys: the place of each in the scheme stays what it is. */
  const only = (list) => indicators.map(({ key }) => (list.some((one) => one.key === key) ? key : null));
  await client.query(
    `insert into metric_snapshot (id, association_id, assessment_id, organization_id, figure, part, whole, row_count, taken_at)
     select gen_random_uuid(), $1, o.id, o.organization_id, i.key, ${number(0)} * 40 / 999, 40, 40, now()
     from ${of} where i.key is not null`,
    [association, indicators.map(({ kind, figure }) => (kind === 'METRIC' ? figure : null))],
  );
  await client.query(
    `insert into assessment_ballot (id, association_id, assessment_id, organization_id, node_key, tellers, papers)
     select gen_random_uuid(), $1, o.id, o.organization_id, i.key, '王岚',
       jsonb_build_object('MEMBERS', jsonb_build_object('YES', 20 + m.made % 11, 'NO', m.made % 4, 'NONE', 1),
         'STAFF', jsonb_build_object('YES', 8, 'NO', m.made % 3))
     from ${of} cross join lateral (select ${number(0)} as made) m where i.key is not null`,
    [association, only(chosen(['BALLOT']))],
  );
  for (const [s, { account, name }] of experts.entries())
    for (const entry of ['POINTS', 'LEVEL'])
      await client.query(
        `insert into assessment_score (id, association_id, assessment_id, organization_id, node_key, source, account_id,
           scorer_name, level, points, submitted_at)
         select gen_random_uuid(), $1, o.id, o.organization_id, i.key, 'EXPERT', $3, $4,
           ${entry === 'LEVEL' ? `'L' || ${number(s + 1)} % 4, null` : `null, round(1 + (${number(s + 1)} % 101) / 100.0, 2)`}, now()
         from ${of} where i.key is not null`,
        [association, only(indicators.filter((node) => node.entry === entry)), account, name],
      );
  for (const [kind, below] of Object.entries(occursBelow))
    await client.query(
      `insert into assessment_score (id, association_id, assessment_id, organization_id, node_key, source, account_id,
         scorer_name, occurrences, comment, submitted_at)
       select gen_random_uuid(), $1, o.id, o.organization_id, i.key, 'VERIFIER', $3, 'bench', 1 + m.made % 3, '有记录', now()
       from ${of} cross join lateral (select ${number(0)} as made) m where i.key is not null and m.made < ${below}`,
      [association, only(chosen([kind])), experts[0].account],
    );
}
