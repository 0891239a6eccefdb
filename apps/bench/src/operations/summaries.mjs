// d and the board: what is summed over a part of the tree.
import { globalId, hex } from './answers.mjs';

const share = 'name own hasChildren part';
const states = 'total done awaitingRecord planned atRisk late unplanned waived';
const local = (server) => server === 'postgraphile' || server === 'usual';

export const d = {
  title: 'presences of a year by the organizations directly below, each with all below it',
  documents: {
    dangwu: `query D($id: ID!, $from: Date!, $to: Date!) {
      figureBreakdown(key: "attendance.presences", from: $from, to: $to, within: $id) { organizationId ${share} } }`,
    postgraphile: `query D($id: UUID!, $from: Date!, $to: Date!) {
      rollUpList(rootId: $id, since: $from, until: $to) { organizationId ${share} } }`,
    usual: `query D($id: ID!, $from: String!, $to: String!) {
      rollUp(within: $id, from: $from, to: $to) { organizationId ${share} } }`,
  },
  variables: ({ id, from, to }, server) => ({ id: local(server) ? id : globalId('PartyOrganization', id), from, to }),
  meaning: (data) => ({
    rows: Object.values(data)[0].map(({ organizationId, ...rest }) => ({
      ...rest,
      organizationId: hex(organizationId),
    })),
  }),
};

/** Nobody has asked for the same months before: what is remembered of others does not help. */
export const dFirst = {
  ...d,
  title: 'the same of months that nobody has asked for before',
  only: ['limit', 'limit-session', 'dangwu'],
  fresh: true,
};

export const board = {
  title: 'the board of obligations of a year by month, 50 organizations, with the counts of all',
  /** its measure is a page of a, not other servers */
  only: ['limit', 'limit-session', 'dangwu'],
  documents: {
    dangwu: `query Board($id: ID!, $from: Date!, $to: Date!) {
      complianceBoard(within: $id, from: $from, to: $to, by: MONTH, first: 50) { organizationCount counts { ${states} }
        rows { organizationId name type depth cells { startsOn ${states} required fulfilled foreseen } }
        pageInfo { hasNextPage } } }`,
  },
  variables: ({ id, from, to }) => ({ id: globalId('PartyOrganization', id), from, to }),
  meaning: ({ complianceBoard: { rows, ...rest } }) => ({
    ...rest,
    rows: rows.map(({ organizationId, ...row }) => ({ ...row, organizationId: hex(organizationId) })),
  }),
};
