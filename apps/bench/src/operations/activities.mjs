// b and e: a page of activities, and the record of one.
import { globalId, hex, known, moment } from './answers.mjs';

const counts = 'entitledCount presentCount remoteCount leaveCount';
const local = (server) => server === 'postgraphile' || server === 'usual';

export const b = {
  title: '50 activities of a subtree in a quarter with organizer, type, attendance counts and total',
  documents: {
    dangwu: `query B($id: ID!, $from: Date!, $to: Date!) {
      activities(within: $id, first: 50, order: SOONEST, filter: { from: $from, to: $to }) {
        nodes { id title state startsAt heldOn organization { id name } type { id key } ${counts} }
        totalCount pageInfo { hasNextPage } } }`,
    postgraphile: `query B($id: UUID!, $from: Date!, $to: Date!) {
      subtreeActivities(rootId: $id, since: $from, before: $to, first: 50) {
        nodes { rowId title state startsAt heldOn partyOrganizationByOrganizationId { rowId name }
          activityTypeByActivityTypeId { rowId key } ${counts} } pageInfo { hasNextPage } }
      subtreeActivityCount(rootId: $id, since: $from, before: $to) }`,
    usual: `query B($id: ID!, $from: String!, $to: String!) { activities(within: $id, from: $from, to: $to, first: 50) {
      nodes { id title state startsAt heldOn organization { id name } type { id key } ${counts} }
      totalCount pageInfo { hasNextPage } } }`,
  },
  variables: ({ id, from, to }, server) => ({ id: local(server) ? id : globalId('PartyOrganization', id), from, to }),
  meaning: ({ activities, subtreeActivities, subtreeActivityCount }) => {
    const { nodes, pageInfo, totalCount = subtreeActivityCount } = activities ?? subtreeActivities;
    return {
      rows: nodes.map(({ id, startsAt, organization, type, ...rest }) => ({
        ...rest,
        id: hex(id),
        startsAt: moment(startsAt),
        organization: known(organization),
        type: { id: hex(type.id), key: type.key },
      })),
      totalCount,
      hasNextPage: pageInfo.hasNextPage,
    };
  },
};

const answered = `id version state ${counts} summary recordedBy`;

export const e = {
  title: 'record that an activity was held, with the counts of 30 people',
  /** a request changes what it names: each is sent once in a turn, and its rows are put back after it */
  writes: true,
  documents: {
    dangwu: `mutation E($input: RecordActivityInput!) { recordActivity(input: $input) { ${answered} } }`,
    postgraphile: `mutation E($input: RecordActivityInput!) { recordActivity(input: $input) {
      result { ${answered.replace('id', 'rowId')} } } }`,
    usual: `mutation E($input: RecordActivityInput!) { recordActivity(input: $input) { ${answered} } }`,
  },
  variables: ({ id, version, startsAt, endsAt, entitled, present, remote, leave }, server, account) => {
    const input = { version, startsAt, endsAt, summary: '学习并讨论，形成共识。' };
    const counted = { entitledCount: entitled, presentCount: present, remoteCount: remote, leaveCount: leave };
    // it has no accounts: the caller says who calls
    if (server === 'postgraphile') return { input: { activityId: id, ...input, ...counted, caller: account } };
    return { input: { id: local(server) ? id : globalId('Activity', id), ...input, ...counted } };
  },
  meaning: ({ recordActivity }) => {
    const { id, ...rest } = recordActivity.result ?? recordActivity;
    return { ...rest, id: hex(id), rows: [id].map(() => rest.state) };
  },
};
