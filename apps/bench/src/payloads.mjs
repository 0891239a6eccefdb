// Who asks for what: accounts with grants and sessions, and the organizations they ask for.
import { signIn } from '../peers/data/fill.mjs';

/** A page needs more than its 50 rows, yet no more than a usual subtree holds. */
const pageSize = { least: 60, most: 900 };
/** So many children have the details that are asked for: the same at every size of the tree. */
const childrenOf = { least: 8, most: 20 };
const targets = 120;
const accountsEach = 8;

/**
 * @returns {Promise<{viewer: string, operation: string, token: string, id: string}[]>} and, for LIMIT, what it may know
 * of each token beforehand: association, kind of sight, ranges
 */
export async function makePayloads(client, association, wanted) {
  const payloads = [];
  const known = {};
  const add = async (viewer, role, places, sight, ranges, ids, leads) => {
    const token = await signIn(client, association, role, places);
    known[token] = { association: association.id, sight, ranges, leads };
    for (const operation of ['a', 'c'])
      for (const id of ids[operation]) payloads.push({ viewer, operation, token, id });
  };
  const makers = {
    root: async () => {
      await add('root', 'PARTY_STAFF', [], 'all', [], await below(client, `/${association.no}/`, 'path'));
    },
    subtree: async () => {
      const provinces = await client.query(
        `select id, leads_path as leads from party_organization o
         where length(path) - length(replace(path, '/', '')) = 4
         order by (select count(*) from party_organization b
           where b.leads_path >= o.leads_path and b.leads_path < rtrim(o.leads_path, '/') || '0') desc limit 3`,
      );
      for (const { id, leads } of provinces.rows)
        await add('subtree', 'SECRETARY', [id], 'leads', [leads], await below(client, leads, 'leads_path', 3));
    },
    twenty: async () => {
      const root = await client.query(`select id from party_organization where parent_id is null`);
      for (let i = 0; i < accountsEach; i++) {
        const { rows } = await client.query(
          `select id, leads_path as leads from party_organization
           where length(path) - length(replace(path, '/', '')) = 6 and relation = 'LEADS'
           order by md5(id::text || $1) limit 20`,
          [i],
        );
        const leads = rows.map((row) => row.leads);
        const c = await details(client, leads[0], 'leads_path', targets / accountsEach, rows);
        await add(
          'twenty',
          'SECRETARY',
          rows.map(({ id }) => id),
          'manyLeads',
          leads,
          { a: [root.rows[0].id], c },
        );
      }
    },
    guides: async () => {
      const { rows } = await client.query(
        `select o.parent_id as city, c.path, c.leads_path as leads, array_agg(o.id) as counties
         from party_organization o join party_organization c on c.id = o.parent_id
         where o.relation = 'GUIDES' and length(o.path) - length(replace(o.path, '/', '')) = 6
         group by 1, 2, 3 having count(*) >= 2 order by md5(o.parent_id::text) limit $1`,
        [accountsEach],
      );
      for (const { city, path, leads, counties } of rows)
        await add('guides', 'PARTY_STAFF', [city], 'path', [path], { a: counties, c: counties }, [leads]);
    },
  };
  for (const viewer of wanted) await makers[viewer]();
  return { payloads, known };
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
