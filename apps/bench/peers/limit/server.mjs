// LIMIT: node:http and pg, one hand-written statement per request, its JSON sent as it comes. What cannot be beaten.
// PORT, DATABASE_URL, VIEWERS (a file: token → association and ranges); SESSIONS=read looks the session up as well.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import pg from 'pg';
import { session, statements } from './statements.mjs';

const viewers = new Map(Object.entries(JSON.parse(readFileSync(process.env.VIEWERS, 'utf8'))));
const readsSessions = process.env.SESSIONS === 'read';
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  options: '-c plan_cache_mode=force_generic_plan',
});

const high = (low) => `${low.slice(0, -1)}0`;

/** Ranges of a viewer as the last parameters of the statement for this sight. */
function rangesOf({ sight, ranges, leads, activities }) {
  if (sight === 'all') return [];
  if (sight === 'manyLeads' || sight === 'shown') return [ranges, ranges.map(high)];
  if (sight !== 'path') return [ranges[0], high(ranges[0])];
  return [ranges[0], high(ranges[0]), leads[0], high(leads[0])].concat(
    activities ? [activities.ranges, activities.ranges.map(high)] : [],
  );
}

const uuid = (globalId) =>
  globalId.slice(globalId.indexOf('_') + 1).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');

const ofSpan = (viewer, { id, from, to }) => [uuid(id), viewer.association, from, to];
const ofPart = async (viewer, { id, from, to }) => {
  const asked = [uuid(id), viewer.association];
  const text = 'select path from party_organization where id = $1 and association_id = $2 and deleted_at is null';
  const { rows } = await pool.query({ name: 'path', text, values: asked });
  return [...asked, from, to, rows[0].path, high(rows[0].path)];
};
/** What a statement is given before the ranges. */
const inputs = {
  a: (viewer, { id }) => [uuid(id), viewer.association],
  b: ofSpan,
  c: (viewer, { id }) => [uuid(id), viewer.association],
  d: ofPart,
  e: (viewer, { input: i }) => [
    uuid(i.id),
    viewer.association,
    i.version,
    i.startsAt,
    i.endsAt,
    i.entitledCount,
    i.presentCount,
    i.remoteCount,
    i.leaveCount,
    i.summary,
    viewer.account,
    viewer.name,
    viewer.session,
  ],
  board: async (viewer, variables) => (await ofPart(viewer, variables)).slice(1),
};
const ofOrganizations = new Set(['a', 'c']);
/** So long that planning them for what is asked pays: a part of the tree may be all of it or a hundred organizations. */
const planned = new Set(['d', 'board']);

async function viewerOf(token) {
  if (!readsSessions) return viewers.get(token);
  const { rows } = await pool.query({
    name: 'session',
    text: session,
    values: [createHash('sha256').update(token).digest()],
  });
  if (!rows[0]) return undefined;
  const { grants, shown, ...who } = rows[0];
  const tree = grants.filter(({ role }) => role === 'PARTY_STAFF');
  if (tree.some(({ path }) => path === null)) return { ...who, sight: 'all', ranges: [] };
  if (tree.length) {
    const leads = tree.map((grant) => grant.leads);
    const activities = { sight: 'shown', ranges: [...leads, ...(shown ?? [])] };
    return { ...who, sight: 'path', ranges: tree.map(({ path }) => path), leads, activities };
  }
  return {
    ...who,
    sight: grants.length > 1 ? 'manyLeads' : 'leads',
    ranges: grants.map(({ leads }) => leads),
  };
}

async function answer(request, body) {
  const viewer = await viewerOf(request.headers.authorization);
  if (!viewer) return { status: 401, body: Buffer.from('{}') };
  // what was asked for before is the same work here
  const operation = request.url.slice(1).replace(/-first$/, '');
  const { variables } = JSON.parse(body);
  const sight = ofOrganizations.has(operation) ? viewer : (viewer.activities ?? viewer);
  const { rows } = await pool.query({
    ...(!planned.has(operation) && { name: `${operation} ${sight.sight}` }),
    text: statements[operation][sight.sight],
    values: [
      ...(await inputs[operation](viewer, variables)),
      ...rangesOf(operation === 'a' ? { ...sight, activities: null } : sight),
    ],
  });
  return { status: 200, body: Buffer.from(rows[0].json) };
}

http
  .createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      answer(request, chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)).then(
        ({ status, body }) => {
          response.writeHead(status, {
            'content-type': 'application/json; charset=utf-8',
            'content-length': body.length,
          });
          response.end(body);
        },
        (error) => {
          console.error(error);
          response.writeHead(500);
          response.end(error.message);
        },
      );
    });
  })
  .listen(Number(process.env.PORT), '127.0.0.1');
process.once('disconnect', () => process.exit(0));
