// Every answer of every server against LIMIT's, field by field, before anything is measured; of writes also their rows.
import { isDeepStrictEqual } from 'node:util';
import { answers, bodyOf, meaningOf, operations } from './operations.mjs';
import { marksNow, putBack, writtenFor } from './written.mjs';

/** Of requests that write, so many are compared: each has to be put back. */
const writesCompared = 20;

/** @throws at the first answer that is not equal: figures of different work would mean nothing */
export async function compareAnswers(servers, payloads, known, client, say) {
  const reads = payloads.filter(({ operation, asked }) => !operations[operation].writes && !asked.fresh);
  const limit = servers.find(({ name }) => name === 'limit');
  let equal = 0;
  let rows = 0;
  for (const payload of reads) {
    const expected = await meaning(limit, payload, known);
    rows += expected?.rows.length ?? 0;
    for (const server of servers) {
      if (server === limit || !answers(server.name, payload.viewer, payload.operation)) continue;
      demandEqual(server, payload, await meaning(server, payload, known), expected);
      equal += 1;
    }
  }
  const writes = await compareWrites(servers, limit, payloads, known, client);
  if (rows + writes.rows === 0) throw new Error('Nobody found anything: there is nothing to measure.');
  const many = (number) => number.toLocaleString('en');
  say(`${many(equal + writes.equal)} answers equal to those of LIMIT, field by field (${many(rows)} rows)`);
  if (writes.rows) say(`${many(writes.rows)} rows written by LIMIT, the same by all others`);
}

async function compareWrites(servers, limit, payloads, known, client) {
  let equal = 0;
  let rows = 0;
  const writes = payloads.filter(({ operation }) => operations[operation].writes);
  for (const [viewer, all] of Map.groupBy(writes, (payload) => payload.viewer)) {
    const some = all.slice(0, writesCompared);
    const ids = some.map(({ asked }) => asked.id);
    const done = async (server) => {
      const marks = await marksNow(client);
      const found = [];
      for (const payload of some) found.push(await meaning(server, payload, known));
      found.push(await writtenFor(client, ids, marks));
      await putBack(client, ids, marks);
      return found;
    };
    const expected = await done(limit);
    rows += Object.values(expected.at(-1)).flat().length;
    for (const server of servers) {
      if (server === limit || !answers(server.name, viewer, some[0].operation)) continue;
      demandEqual(server, some[0], await done(server), expected);
      equal += some.length;
    }
  }
  return { equal, rows };
}

function demandEqual(server, { viewer, operation, asked }, found, expected) {
  if (isDeepStrictEqual(found, expected)) return;
  throw new Error(
    `${server.name} and limit answer ${operation} differently (${viewer}, ${asked.id}):\n${difference(found, expected)}`,
  );
}

const meaning = async (server, { operation, token, asked }, known) => {
  const body = bodyOf(server.name, operation, asked, known[token].account);
  return meaningOf(server.name, operation, await server.ask(operation, token, body));
};

function difference(found, expected, at = '') {
  if (isDeepStrictEqual(found, expected)) return '';
  if (!isObject(found) || !isObject(expected))
    return `${at || '(answer)'}: ${JSON.stringify(found)?.slice(0, 300)} instead of ${JSON.stringify(expected)?.slice(0, 300)}`;
  for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const inner = difference(found[key], expected[key], `${at}.${key}`);
    if (inner) return inner;
  }
  return at;
}

const isObject = (value) => value !== null && typeof value === 'object';
