import { at, everybody, everyone, readersOfOrganizations } from '../who';
import { byId, namesOf, type Area, type Request, type Row, type Target } from '../table';

/** One organization, looked at by whoever reads organizations. */
const read = {
  of: 'tree',
  may: readersOfOrganizations,
  because: ['leads', 'published', 'register', 'client', 'hidden', 'association'],
} as const;
/** Everyone's: who an organization is. */
const identity = { of: 'tree', may: everyone, because: ['identity', 'association'] } as const;
const search = (field: string, { name }: Target, answer: string): Request => ({
  document: `query ($search: String!) { ${field}(first: 10, filter: { search: $search }) ${answer} }`,
  variables: { search: name },
});
const counted = (field: string): Pick<Row, 'shows'> => ({
  shows: (data) => (data[field] as { totalCount: number }).totalCount > 0,
});
/** An edge that is only looked at where its organization is seen. */
const inside =
  (field: string) =>
  (data: Readonly<Record<string, unknown>>): boolean =>
    (data['partyOrganization'] as Record<string, unknown> | null)?.[field] != null;

const identities: readonly Row[] = [
  { ...identity, operation: 'Query organization', ask: ({ id }) => byId('organization', id, '{ name }') },
  {
    ...identity,
    operation: 'Query organizations',
    ask: () => ({ document: '{ organizations(first: 100) { nodes { name } } }' }),
    names: namesOf('organizations'),
  },
  {
    ...identity,
    operation: 'Query organizations',
    aspect: 'search and autocomplete by name',
    ask: (target) => search('organizations', target, '{ totalCount }'),
    ...counted('organizations'),
  },
  {
    ...identity,
    operation: 'Query organizations',
    aspect: 'as of a past day',
    ask: () => ({ document: '{ organizations(first: 100, asOf: "2021-01-01") { nodes { name } } }' }),
    names: namesOf('organizations'),
  },
  {
    ...identity,
    operation: 'Query organizations',
    aspect: 'within one',
    ask: ({ id }) => ({
      document: 'query ($id: ID!) { organizations(first: 1, within: $id) { nodes { id } } }',
      variables: { id },
    }),
  },
  {
    ...identity,
    operation: 'Edge OrganizationIdentity.children',
    ask: ({ id }) => byId('organization', id, '{ children(first: 10) { totalCount } }'),
  },
  {
    ...identity,
    ...read,
    operation: 'Edge OrganizationIdentity.details',
    others: 'NOT_FOUND',
    ask: ({ id }) => byId('organization', id, '{ details { foundedOn } }'),
    shows: (data) => (data['organization'] as { details: object | null } | null)?.details != null,
  },
  {
    of: 'whole',
    may: everybody,
    because: ['identity'],
    operation: 'Query dutyProfiles',
    ask: () => ({ document: '{ dutyProfiles { type } }' }),
  },
];

const details: readonly Row[] = [
  {
    of: 'whole',
    may: at(everybody, []),
    because: ['hidden'],
    operation: 'Query node',
    aspect: 'an id that nobody was given',
    ask: () => byId('node', 'Unit_01930000000070008000000000000000', '{ id }'),
  },
  { ...read, operation: 'Query partyOrganization', ask: ({ id }) => byId('partyOrganization', id, '{ name }') },
  {
    ...read,
    operation: 'Query partyOrganization',
    aspect: 'as of a past day',
    ask: ({ id }) => ({
      document: 'query ($id: ID!) { partyOrganization(id: $id, asOf: "2021-01-01") { name } }',
      variables: { id },
    }),
  },
  {
    ...read,
    operation: 'Query partyOrganizations',
    ask: () => ({ document: '{ partyOrganizations(first: 100) { nodes { name } } }' }),
    names: namesOf('partyOrganizations'),
  },
  {
    ...read,
    operation: 'Query partyOrganizations',
    aspect: 'as of a past day',
    ask: () => ({ document: '{ partyOrganizations(first: 100, asOf: "2021-01-01") { nodes { name } } }' }),
    names: namesOf('partyOrganizations'),
  },
  {
    ...read,
    operation: 'Query partyOrganizations',
    aspect: 'count of a search',
    ask: (target) => search('partyOrganizations', target, '{ totalCount }'),
    ...counted('partyOrganizations'),
  },
  {
    ...read,
    operation: 'Query partyOrganizations',
    aspect: 'with the cursor of another viewer',
    ask: (_, scene) => ({
      document:
        'query ($after: String!) { partyOrganizations(first: 100, order: CODE, after: $after) { nodes { name } } }',
      variables: { after: scene.value('cursor of organizations') },
    }),
    names: namesOf('partyOrganizations'),
  },
  {
    ...read,
    operation: 'Query partyOrganizations',
    aspect: 'a filter by what only readers may ask for',
    ask: ({ name }) => ({
      document: `query ($name: String!) {
        partyOrganizations(first: 10, filter: { foundedFrom: "2019-01-01", search: $name }, order: TERM_ENDS) { totalCount }
      }`,
      variables: { name },
    }),
    ...counted('partyOrganizations'),
  },
  {
    ...read,
    operation: 'Query organizationFigures',
    aspect: 'counted within one',
    ask: ({ id }) => ({
      document: 'query ($id: ID!) { organizationFigures(within: $id) { total } }',
      variables: { id },
    }),
    shows: (data) => (data['organizationFigures'] as { total: number }).total > 0,
    // the counts of what lies below it, and above everyone there is something to be seen
    may: { ...readersOfOrganizations, ...above(readersOfOrganizations) },
  },
  {
    ...read,
    operation: 'Edge PartyOrganization.children',
    ask: ({ id }) => byId('partyOrganization', id, '{ children(first: 5) { totalCount } }'),
    shows: inside('children'),
  },
  {
    ...read,
    operation: 'Edge PartyOrganization.operations',
    ask: ({ id }) => byId('partyOrganization', id, '{ operations(first: 5) { nodes { kind } } }'),
    shows: inside('operations'),
  },
  {
    ...read,
    operation: 'Edge PartyOrganization.seats',
    ask: ({ id }) => byId('partyOrganization', id, '{ seats { personName } }'),
    shows: inside('seats'),
  },
  {
    ...read,
    operation: 'Node PartyOrganization',
    others: 'NOT_FOUND',
    ask: ({ id }) => byId('node', id, '{ ... on PartyOrganization { name } }'),
  },
];

/** Who looks from below or beside still counts what they may see of what lies under the organization above. */
function above(may: Row['may']): Row['may'] {
  return Object.fromEntries(
    Object.entries(may).map(([principal, where]) => [
      principal,
      /ASSOCIATION/.test(principal) ? where : [...where, 'ANCESTOR' as const],
    ]),
  );
}

export const organizations: Area = {
  title: 'Organizations',
  rows: [...identities, ...details],
};
