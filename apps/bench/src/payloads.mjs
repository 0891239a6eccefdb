// Who asks for what: accounts with grants and sessions, and what they ask for.
import { publishActivities, signIn } from '../peers/data/fill.mjs';

/** A page needs more than its 50 rows, yet no more than a usual subtree holds. */
const pageSize = { least: 60, most: 900 };
/** So many children have the details that are asked for: the same at every size of the tree. */
const childrenOf = { least: 8, most: 20 };
const targets = 120;
const accountsEach = 8;
/** More than a server records in one turn; a turn ends when all are recorded. */
const recordsEach = 4_000;

/**
 * @returns {Promise<{viewer: string, operation: string, token: string, asked: object}[]>} and, for LIMIT, what it may know
 * of each token beforehand: association, account, kind of sight, ranges
 */
export async function makePayloads(client, association, wanted) {
  const payloads = [];
  const known = {};
  const spans = await spansNow(client);
  const sign = async (role, places, sight) => {
    const { token, ...who } = await signIn(client, association, role, places);
    known[token] = { association: association.id, ...who, ...sight };
    return token;
  };
  /** @param asks ids by operation; `e` are activities with all that is recorded of them */
  const add = (viewer, token, { e = [], ...asks }) => {
    for (const [operation, ids] of Object.entries(asks))
      for (const id of ids) payloads.push({ viewer, operation, token, asked: { id, ...spans[operation] } });
    for (const asked of e) payloads.push({ viewer, operation: 'e', token, asked });
    for (const span of freshSpans(spans.d))
      for (const id of asks.d ?? []) payloads.push({ viewer, operation: 'd-first', token, asked: { id, ...span } });
  };
  const root = (await client.query(`select id from party_organization where parent_id is null`)).rows[0].id;
  const provinces = await largestProvinces(client);
  const makers = {
    root: async () => {
      const token = await sign('PARTY_STAFF', [], { sight: 'all', ranges: [] });
      const low = `/${association.no}/`;
      const { a, c } = await below(client, low, 'path');
      add('root', token, {
        a,
        b: a,
        c,
        d: [root],
        board: [root],
        e: await awaiting(client, [low], 'path', recordsEach),
      });
    },
    subtree: async () => {
      for (const { id, leads } of provinces) {
        const token = await sign('SECRETARY', [id], { sight: 'leads', ranges: [leads] });
        const { a, c } = await below(client, leads, 'leads_path', provinces.length);
        const e = await awaiting(client, [leads], 'leads_path', recordsEach / provinces.length);
        add('subtree', token, { a, b: a, c, d: [id], board: [id], e });
      }
    },
    twenty: async () => {
      const taken = new Set();
      for (let i = 0; i < accountsEach; i++) {
        const { rows } = await client.query(
          `select id, leads_path as leads from party_organization
           where length(path) - length(replace(path, '/', '')) = 6 and relation = 'LEADS'
           order by md5(id::text || $1) limit 20`,
          [i],
        );
        const leads = rows.map((row) => row.leads);
        const ids = rows.map(({ id }) => id);
        const token = await sign('SECRETARY', ids, { sight: 'manyLeads', ranges: leads });
        const c = await details(client, leads[0], 'leads_path', targets / accountsEach, rows);
        const e = await awaiting(client, leads, 'leads_path', recordsEach / accountsEach, taken);
        // of the whole tree they see no child of the root: a roll-up is asked of their own
        add('twenty', token, { a: [root], b: [root], c, d: ids, board: [root], e });
      }
    },
    guides: async () => {
      const cities = await guidingCities(client, provinces);
      await publishActivities(
        client,
        association,
        cities.flatMap(({ counties }) => counties),
      );
      for (const { city, path, leads, counties, shown } of cities) {
        const token = await sign('PARTY_STAFF', [city], {
          sight: 'path',
          ranges: [path],
          leads: [leads],
          activities: { sight: 'shown', ranges: [leads, ...shown] },
        });
        add('guides', token, { a: counties, b: counties, c: counties, d: counties, board: counties });
      }
    },
  };
  for (const viewer of wanted) await makers[viewer]();
  return { payloads, known };
}

/** A quarter in which most is held and some is to come, and the year of the obligations. */
async function spansNow(client) {
  const { rows } = await client.query(
    `select (current_date - 60)::text as from, (current_date + 30)::text as to,
       date_trunc('year', current_date)::date::text as first,
       (date_trunc('year', current_date) + interval '1 year' - interval '1 day')::date::text as last`,
  );
  const { from, to, first, last } = rows[0];
  return { b: { from, to }, d: { from: first, to: last }, board: { from: first, to: last } };
}

/** The longest span of a figure is ten years. */
const spareMonths = 108;
/** Of spans that nobody else asks for, so many are only compared. */
const compared = 3;

/** Spans of months that hold the year, all different. They count the same: there is hardly anything outside of it. */
function freshSpans({ from, to }) {
  const [first] = from.split('-').map(Number);
  const [last] = to.split('-').map(Number);
  const spans = [];
  for (let before = 0; before < spareMonths; before++)
    for (let after = 0; before + after < spareMonths; after++)
      spans.push({
        from: new Date(Date.UTC(first, -before, 1)).toISOString().slice(0, 10),
        to: new Date(Date.UTC(last + 1, after, 0)).toISOString().slice(0, 10),
        fresh: spans.length >= compared,
      });
  // the year itself is that of d
  return spans.slice(1);
}

async function largestProvinces(client) {
  const { rows } = await client.query(
    `select id, leads_path as leads from party_organization o
     where length(path) - length(replace(path, '/', '')) = 4
     order by (select count(*) from party_organization b
       where b.leads_path >= o.leads_path and b.leads_path < rtrim(o.leads_path, '/') || '0') desc limit 3`,
  );
  return rows;
}

/** Cities that guide counties, outside the provinces whose secretaries ask: these would see what is published too. */
async function guidingCities(client, provinces) {
  const { rows } = await client.query(
    `select o.parent_id as city, c.path, c.leads_path as leads, array_agg(o.id) as counties, array_agg(o.leads_path) as shown
     from party_organization o join party_organization c on c.id = o.parent_id
     where o.relation = 'GUIDES' and length(o.path) - length(replace(o.path, '/', '')) = 6
       and not exists (select from unnest($2::text[]) p where starts_with(c.leads_path, p))
     group by 1, 2, 3 having count(*) >= 2 order by md5(o.parent_id::text) limit $1`,
    [accountsEach, provinces.map(({ leads }) => leads)],
  );
  return rows;
}

/** What to ask for below a place. */
async function below(client, low, column, share = 1) {
  const { rows } = await client.query(
    `select o.id from party_organization o
     where o.${column} >= $1 and o.${column} < rtrim($1, '/') || '0'
       and (select count(*) from (select from party_organization b
         where b.path >= o.path and b.path < rtrim(o.path, '/') || '0' limit $2 + 1) n) between $3 and $2
     order by md5(o.id::text) limit $4`,
    [low, pageSize.most, pageSize.least, targets / share],
  );
  return { a: rows.map(({ id }) => id), c: await details(client, low, column, targets / share) };
}

async function details(client, low, column, limit, fallback = []) {
  const { rows } = await client.query(
    `select o.id from party_organization o
     where o.${column} >= $1 and o.${column} < rtrim($1, '/') || '0'
       and (select count(*) from party_organization b where b.parent_id = o.id) between $2 and $3
     order by md5(o.id::text) limit $4`,
    [low, childrenOf.least, childrenOf.most, Math.ceil(limit)],
  );
  return (rows.length ? rows : fallback).map(({ id }) => id);
}

/** Activities that await their record (not of the root, whose committee holds hardly one of the types), each to be recorded once in a turn. @param taken those that others record */
async function awaiting(client, lows, column, limit, taken = new Set()) {
  const { rows } = await client.query(
    `select a.id, a.version, to_json(a.starts_at) #>> '{}' as "startsAt", to_json(a.ends_at) #>> '{}' as "endsAt"
     from activity a join party_organization o on o.id = a.organization_id
     where a.state = 'HELD' and o.parent_id is not null and exists (select from unnest($1::text[]) low
       where o.${column} >= low and o.${column} < rtrim(low, '/') || '0') and a.id <> all($3)
     order by md5(a.id::text) limit $2`,
    [lows, Math.floor(limit), [...taken]],
  );
  for (const { id } of rows) taken.add(id);
  return rows.map((row, i) => ({ ...row, entitled: 30, present: 26 - (i % 3), remote: i % 4, leave: 2 }));
}
