// What is asked, in the words of each server, and what of an answer is compared.
import { hash } from 'node:crypto';
import { b, e } from './operations/activities.mjs';
import { withPlainNames } from './operations/answers.mjs';
import { a, c } from './operations/organizations.mjs';
import { board, d, dFirst } from './operations/summaries.mjs';

/** By the letters of the targets; the board has none. */
export const operations = { a, b, c, d, 'd-first': dFirst, e, board };

export const viewerTitles = {
  root: 'the whole association',
  subtree: 'one subtree (secretary of a province, as far as it leads)',
  twenty: '20 subtrees (secretary of 20 counties)',
  guides:
    'only across an edge of the kind GUIDES (staff of a city asking for a guided county that publishes its activities)',
};

/** PostGraphile is set up without authorization and is compared for who may see everything. */
export const answers = (server, viewer, operation) =>
  (server !== 'postgraphile' || viewer === 'root') && (operations[operation].only?.includes(server) ?? true);

/** The body of a request to a server. LIMIT gets no document: its statements are by operation. */
export function bodyOf(server, operation, asked, account) {
  const { documents, variables: given } = operations[operation];
  const variables = given(asked, server, account);
  const query = documents[server]?.replaceAll(/\s+/g, ' ');
  if (server === 'dangwu')
    return JSON.stringify({
      variables,
      extensions: { persistedQuery: { version: 1, sha256Hash: idOf(query) } },
    });
  return JSON.stringify({ ...(query && { query }), variables });
}

const idOf = (text) => hash('sha256', text, 'hex');

/** The documents that are sent to us, by id: from a session the API takes none that its build does not know. */
export const ownDocuments = () =>
  Object.fromEntries(
    Object.values(operations).map(({ documents }) => {
      const plain = documents.dangwu.replaceAll(/\s+/g, ' ');
      return [idOf(plain), plain];
    }),
  );

/** What all servers must agree on. @throws when the answer holds an error */
export function meaningOf(server, operation, text) {
  if (!text.startsWith('{')) throw new Error(`${server} answered ${operation} with: ${text.slice(0, 800)}`);
  const { data, errors } = JSON.parse(text, server === 'postgraphile' ? withPlainNames : undefined);
  if (errors) throw new Error(`${server} answered ${operation} with ${JSON.stringify(errors).slice(0, 800)}`);
  return operations[operation].meaning(data);
}
