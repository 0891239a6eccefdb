// a and c: a page of organizations, and one with what stands around it.
import { globalId, hex, known } from './answers.mjs';

const latest = `id title state heldOn presentCount`;
const byId = ({ id }, server) => ({
  id: server === 'postgraphile' || server === 'usual' ? id : globalId('PartyOrganization', id),
});

export const a = {
  title: '50 organizations of a subtree with parent and member count',
  documents: {
    dangwu: `query A($id: ID!) { partyOrganizations(within: $id, first: 50, order: TREE) {
      nodes { id name type tier parent { id name } memberCount } pageInfo { hasNextPage endCursor } } }`,
    postgraphile: `query A($id: UUID!) { subtreeOrganizations(rootId: $id, first: 50) {
      nodes { rowId name type tier partyOrganizationByParentIdAndAssociationId { rowId name } memberCount }
      pageInfo { hasNextPage endCursor } } }`,
    usual: `query A($id: ID!) { organizations(within: $id, first: 50) {
      nodes { id name type tier parent { id name } memberCount } pageInfo { hasNextPage endCursor } } }`,
  },
  variables: byId,
  /** The end of a page is opaque and each server's own. */
  meaning: (data) => {
    const { nodes, pageInfo } = Object.values(data)[0];
    return {
      rows: nodes.map(({ id, name, type, tier, parent, memberCount }) => ({
        ...known({ id, name }),
        type,
        tier,
        parent: known(parent),
        memberCount,
      })),
      hasNextPage: pageInfo.hasNextPage,
    };
  },
};

export const c = {
  title: 'an organization with ancestors, children and their counts, and its last 10 activities',
  documents: {
    dangwu: `query C($id: ID!) { partyOrganization(id: $id) { id name type tier memberCount ancestors { id name }
      children(first: 50, order: TREE) { nodes { id name childCount details { memberCount } } }
      activities(first: 10) { nodes { ${latest} } } } }`,
    postgraphile: `query C($id: UUID!) { partyOrganizationByRowId(rowId: $id) { rowId name type tier memberCount
      ancestorsList { rowId name } childrenList(first: 50) { rowId name childCount memberCount }
      latestActivitiesList(first: 10) { ${latest.replace('id', 'rowId')} } } }`,
    usual: `query C($id: ID!) { organization(id: $id) { id name type tier memberCount ancestors { id name }
      children { id name childCount memberCount } activities(first: 10) { ${latest} } } }`,
  },
  variables: byId,
  meaning: (data) => {
    const found = Object.values(data)[0];
    return (
      found && {
        ...known(found),
        type: found.type,
        tier: found.tier,
        memberCount: found.memberCount,
        ancestors: found.ancestors.map(known),
        rows: (found.children.nodes ?? found.children).map(({ id, name, childCount, ...rest }) => ({
          ...known({ id, name }),
          childCount,
          memberCount: (rest.details === undefined ? rest.memberCount : rest.details?.memberCount) ?? null,
        })),
        activities: (found.activities.nodes ?? found.activities).map((activity) => ({
          ...activity,
          id: hex(activity.id),
        })),
      }
    );
  },
};
