/** The schema of the test world, and roots that call the reader as an application's resolvers do. */
import {
  buildSchema,
  GraphQLEnumType,
  GraphQLScalarType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import type { Area, Reader, ReadModel, ReadViewer } from '../index';
import { ActivityModel, MemberModel, NoticeModel, OrganizationModel, RuleModel } from './models';

export const typeDefs = /* GraphQL */ `
  scalar DateTime
  scalar Date
  interface Node {
    id: ID!
  }
  union Subject = Organization | Activity
  enum OrganizationKind {
    BRANCH
    COMMITTEE
  }
  enum ActivityKind {
    MEETING
    LECTURE
    THEME_DAY
  }
  enum OrganizationOrder {
    TREE
    NAME
  }
  enum MemberOrder {
    NAME
    RANK
    RANK_DOWN
  }
  enum ActivityOrder {
    NEWEST
    OLDEST
    VENUE
    VENUE_DOWN
    KIND_NEWEST
  }
  input ActivityFilter {
    from: DateTime
    to: DateTime
    kinds: [ActivityKind!]
    title: String
    attendedBy: ID
  }
  input MemberFilter {
    name: String
    begins: String
  }
  type PageInfo {
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
    endCursor: String
  }
  type Organization implements Node {
    id: ID!
    name: String!
    kind: OrganizationKind!
    foundedOn: Date!
    parent: Organization
    parentRef: ID
    memberCount: Int!
    lateMembers(since: String!): Int!
    children: [Organization!]!
    ancestors: [Organization!]!
    latest: Activity
    activities(
      first: Int
      after: String
      last: Int
      before: String
      order: ActivityOrder
      filter: ActivityFilter
    ): ActivityConnection!
    members(first: Int, after: String, last: Int, before: String, order: MemberOrder, filter: MemberFilter): [Member!]!
    meetsAt(venue: String): Boolean!
    presence: Int!
    lastStart: DateTime
    summary: Int
    card: Card
  }
  type Card {
    name: String!
    foundedOn: Date!
  }
  type Member implements Node {
    id: ID!
    name: String!
    phone: String
    joinedOn: Date!
    rank: Int
    organization: Organization
    letter: String
    badge: String!
    attended: [Attendance!]!
  }
  type Activity implements Node {
    id: ID!
    title: String!
    kind: ActivityKind!
    startsAt: DateTime!
    venue: String
    cost: String!
    tags: [String!]!
    organization: Organization
    figures: Figures!
    records: [Attendance!]!
  }
  type Figures {
    total: Int!
    present: Int!
    top: String
  }
  type Attendance {
    status: String!
    reason: String
    member: Member
  }
  type Notice {
    id: ID!
    text: String!
    subject: Subject
    about: Node
  }
  type Rule {
    id: ID!
    name: String!
  }
  type OrganizationEdge {
    cursor: String!
    node: Organization!
  }
  type OrganizationConnection {
    nodes: [Organization!]!
    edges: [OrganizationEdge!]!
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type ActivityEdge {
    cursor: String!
    node: Activity!
  }
  type ActivityConnection {
    nodes: [Activity!]!
    edges: [ActivityEdge!]!
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type MemberConnection {
    nodes: [Member!]!
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type RuleConnection {
    nodes: [Rule!]!
    pageInfo: PageInfo!
    totalCount: Int!
  }
  input Within {
    node: Int!
    led: Boolean!
  }
  type Query {
    node(id: ID!): Node
    organization(id: ID!, asOf: Date): Organization
    activity(id: ID!): Activity
    organizations(
      within: Within
      asOf: Date
      first: Int
      after: String
      last: Int
      before: String
      order: OrganizationOrder
    ): OrganizationConnection!
    activities(
      within: Within
      asOf: Date
      first: Int
      after: String
      last: Int
      before: String
      order: ActivityOrder
      filter: ActivityFilter
    ): ActivityConnection!
    members(
      within: Within
      asOf: Date
      first: Int
      after: String
      last: Int
      before: String
      order: MemberOrder
      filter: MemberFilter
    ): MemberConnection!
    notices: [Notice!]!
    rules(first: Int, after: String, last: Int, before: String): RuleConnection!
  }
`;

/** What a request carries: who asks, and how a place asked for becomes an area. */
export interface Context {
  readonly viewer: ReadViewer;
  within?(asked: { node: number; led: boolean }, asOf: string | undefined): Area;
}

const text = (name: string): GraphQLScalarType =>
  new GraphQLScalarType({
    name,
    serialize: String,
    parseValue: (v) => (name === 'DateTime' ? new Date(String(v)) : v),
  });

type Args = Record<string, unknown> & { id: string; asOf?: string; within?: { node: number; led: boolean } };

export function makeSchema(reader: () => Reader): GraphQLSchema {
  const schema = buildSchema(typeDefs);
  Object.assign(schema.getType('DateTime')!, text('DateTime'));
  Object.assign(schema.getType('Date')!, text('Date'));
  // internal values that are not the names: numbers and other words
  setValues(schema.getType('ActivityKind') as GraphQLEnumType, [1, 2, 3]);
  setValues(schema.getType('OrganizationKind') as GraphQLEnumType, ['branch', 'committee']);
  const query = schema.getQueryType()!.getFields();
  const args = ({ within, ...rest }: Args, context: Context) => ({
    ...rest,
    ...(within && { within: context.within!(within, rest.asOf) }),
  });
  const root = (name: string, resolve: (args: Args, context: Context, info: GraphQLResolveInfo) => unknown): void => {
    query[name]!.resolve = (_: unknown, a: Args, c: Context, i: GraphQLResolveInfo) => resolve(a, c, i);
  };
  root('node', (a, c, i) => {
    const [prefix, hex] = a.id.split('_');
    const found: Record<string, ReadModel> = {
      PartyOrganization: OrganizationModel,
      Member: MemberModel,
      Activity: ActivityModel,
    };
    const model = found[prefix!];
    return model ? reader().one(model, { key: hex }, i, c.viewer) : null;
  });
  root('organization', (a, c, i) => reader().one(OrganizationModel, { key: a.id, asOf: a.asOf }, i, c.viewer));
  root('activity', (a, c, i) => reader().one(ActivityModel, { key: a.id }, i, c.viewer));
  root('organizations', (a, c, i) => reader().connection(OrganizationModel, args(a, c), i, c.viewer));
  root('activities', (a, c, i) => reader().connection(ActivityModel, args(a, c), i, c.viewer));
  root('members', (a, c, i) => reader().connection(MemberModel, args(a, c), i, c.viewer));
  root('notices', (_, c, i) => reader().list(NoticeModel, {}, i, c.viewer));
  root('rules', (a, c, i) => reader().connection(RuleModel, args(a, c), i, c.viewer));
  // Nest leaves empty resolvers on fields with arguments: the reader must take them away
  for (const name of ['activities', 'members', 'lateMembers', 'meetsAt'])
    (schema.getType('Organization') as GraphQLObjectType).getFields()[name]!.resolve = () => undefined;
  return schema;
}

function setValues(type: GraphQLEnumType, values: readonly unknown[]): void {
  const config = type.toConfig();
  Object.keys(config.values).forEach((name, i) => (config.values[name]!.value = values[i]));
  Object.assign(type, new GraphQLEnumType(config));
}
