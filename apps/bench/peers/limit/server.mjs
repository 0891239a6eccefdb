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

/** Ranges of a viewer as the parameters of the statement for this sight. */
function parametersOf({ sight, ranges, leads }) {
  if (sight === 'all') return [];
  if (sight === 'manyLeads') return [ranges, ranges.map(high)];
  return [ranges[0], high(ranges[0]), ...(sight === 'path' ? [leads[0], high(leads[0])] : [])];
}

async function viewerOf(token) {
  if (!readsSessions) return viewers.get(token);
  const { rows } = await pool.query({
    name: 'session',
    text: session,
    values: [createHash('sha256').update(token).digest()],
  });
  if (!rows[0]) return undefined;
  const { association, grants } = rows[0];
  const tree = grants.filter(({ role }) => role === 'PARTY_STAFF');
  if (tree.some(({ path }) => path === null)) return { association, sight: 'all', ranges: [] };
  if (tree.length) return { association, sight: 'path', ranges: tree.map(({ path }) => path), leads: tree.map(({ leads }) => leads) };
  return {
    association,
    sight: grants.length > 1 ? 'manyLeads' : 'leads',
    ranges: grants.map(({ leads }) => leads),
  };
}

const uuid = (globalId) =>
  globalId.slice(globalId.indexOf('_') + 1).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');

async function answer(request, body) {
  const viewer = await viewerOf(request.headers.authorization);
  if (!viewer) return { status: 401, body: Buffer.from('{}') };
  const operation = request.url.slice(1);
  const { variables } = JSON.parse(body);
  const { rows } = await pool.query({
    name: `${operation} ${viewer.sight}`,
    text: statements[operation][viewer.sight],
    values: [uuid(variables.id), viewer.association, ...parametersOf(viewer)],
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
