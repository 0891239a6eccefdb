// Every answer of every server against LIMIT's, field by field, before anything is measured.
import { isDeepStrictEqual } from 'node:util';
import { bodyOf, meaningOf } from './operations.mjs';

/** @throws at the first answer that is not equal: figures of different work would mean nothing */
export async function compareAnswers(servers, payloads, say) {
  const limit = servers.find(({ name }) => name === 'limit');
  let equal = 0;
  let rows = 0;
  for (const { viewer, operation, token, id } of payloads) {
    const expected = await meaning(limit, operation, token, id);
    rows += expected?.nodes?.length ?? expected?.children.length ?? 0;
    for (const server of servers) {
      if (server === limit || !answers(server.name, viewer)) continue;
      const found = await meaning(server, operation, token, id);
      if (!isDeepStrictEqual(found, expected))
        throw new Error(
          `${server.name} and limit answer ${operation} differently (${viewer}, ${id}):\n${difference(found, expected)}`,
        );
      equal += 1;
    }
  }
  if (rows === 0) throw new Error('Nobody found anything: there is nothing to measure.');
  say(`${equal.toLocaleString('en')} answers equal to those of LIMIT, field by field (${rows.toLocaleString('en')} rows)`);
}

/** PostGraphile is set up without authorization and is compared for who may see everything. */
export const answers = (server, viewer) => server !== 'postgraphile' || viewer === 'root';

const meaning = async (server, operation, token, id) =>
  meaningOf(server.name, operation, await server.ask(operation, token, bodyOf(server.name, operation, id)));

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
