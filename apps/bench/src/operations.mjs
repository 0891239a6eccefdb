// What is asked, in the words of each server, and what of an answer is compared.
import { hash } from 'node:crypto';

const gql = {
  a: `query A($id: ID!) { partyOrganizations(within: $id, first: 50, order: TREE) {
    nodes { id name type tier parent { id name } memberCount } pageInfo { hasNextPage endCursor } } }`,
  c: `query C($id: ID!) { partyOrganization(id: $id) { id name type tier memberCount ancestors { id name }
    children(first: 50, order: TREE) { nodes { id name childCount details { memberCount } } } } }`,
};

const postgraphile = {
  a: `query A($id: UUID!) { subtreeOrganizations(rootId: $id, first: 50) {
    nodes { rowId name type tier partyOrganizationByParentIdAndAssociationId { rowId name } memberCount }
    pageInfo { hasNextPage endCursor } } }`,
  c: `query C($id: UUID!) { partyOrganizationByRowId(rowId: $id) { rowId name type tier memberCount
    ancestorsList { rowId name }
    childrenList(first: 50) { rowId name childCount memberCount } } }`,
};

const usual = {
  a: `query A($id: ID!) { organizations(within: $id, first: 50) {
    nodes { id name type tier parent { id name } memberCount } pageInfo { hasNextPage endCursor } } }`,
  c: `query C($id: ID!) { organization(id: $id) { id name type tier memberCount ancestors { id name }
    children { id name childCount memberCount } } }`,
};

export const titles = {
  a: '50 organizations of a subtree with parent and member count',
  c: 'an organization with ancestors, children and their counts',
};

export const viewerTitles = {
  root: 'the whole association',
  subtree: 'one subtree (secretary of a province, as far as it leads)',
  twenty: '20 subtrees (secretary of 20 counties)',
  guides: 'only across an edge of the kind GUIDES (staff of a city asking for a guided county)',
};

const documents = { dangwu: gql, postgraphile, usual };
const globalId = (uuid) => `PartyOrganization_${uuid.replaceAll('-', '')}`;

/** The body of a request to a server. LIMIT gets no document: its statements are by operation. */
export function bodyOf(server, operation, uuid) {
  const id = server === 'postgraphile' || server === 'usual' ? uuid : globalId(uuid);
  const query = documents[server]?.[operation].replaceAll(/\s+/g, ' ');
  if (server === 'dangwu')
    return JSON.stringify({
      variables: { id },
      extensions: { persistedQuery: { version: 1, sha256Hash: idOf(query) } },
    });
  return JSON.stringify({ ...(query && { query }), variables: { id } });
}

const idOf = (text) => hash('sha256', text, 'hex');

/** The documents that are sent to us, by id: from a session the API takes none that its build does not know. */
export const ownDocuments = () =>
  Object.fromEntries(
    Object.values(gql).map((text) => {
      const plain = text.replaceAll(/\s+/g, ' ');
      return [idOf(plain), plain];
    }),
  );

const hex = (id) => id.slice(id.indexOf('_') + 1).replaceAll('-', '');
const known = ({ id, name }) => ({ id: hex(id), name });

/** What all servers must agree on. @throws when the answer holds an error */
export function meaningOf(server, operation, text) {
  const { data, errors } = JSON.parse(text, server === 'postgraphile' ? withPlainNames : undefined);
  if (errors) throw new Error(`${server} answered ${JSON.stringify(errors).slice(0, 500)}`);
  return operation === 'a' ? page(Object.values(data)[0]) : detail(Object.values(data)[0]);
}

/** PostGraphile names things after tables and keys. */
function withPlainNames(key, value) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const { rowId, partyOrganizationByParentIdAndAssociationId: parent, ancestorsList, childrenList, ...rest } = value;
  return {
    ...rest,
    ...(rowId !== undefined && { id: rowId }),
    ...(parent !== undefined && { parent }),
    ...(ancestorsList && { ancestors: ancestorsList }),
    ...(childrenList && { children: childrenList }),
  };
}

/** The end of a page is opaque and each server's own. */
const page = ({ nodes, pageInfo }) => ({
  nodes: nodes.map(({ id, name, type, tier, parent, memberCount }) => ({
    id: hex(id),
    name,
    type,
    tier,
    parent: parent && known(parent),
    memberCount,
  })),
  hasNextPage: pageInfo.hasNextPage,
});

const detail = (found) =>
  found && {
    id: hex(found.id),
    name: found.name,
    type: found.type,
    tier: found.tier,
    memberCount: found.memberCount,
    ancestors: found.ancestors.map(known),
    children: (found.children.nodes ?? found.children).map(({ id, name, childCount, ...rest }) => ({
      id: hex(id),
      name,
      childCount,
      memberCount: (rest.details === undefined ? rest.memberCount : rest.details?.memberCount) ?? null,
    })),
  };
