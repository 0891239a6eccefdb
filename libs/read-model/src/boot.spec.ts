/** What `reader.bind` refuses, one wrong declaration at a time. */
import { buildSchema, type GraphQLScalarType } from 'graphql';
import { DataSource } from 'typeorm';
import {
  aggregate,
  after,
  asc,
  column,
  count,
  extendModel,
  many,
  masked,
  one,
  oneOf,
  Reader,
  readModel,
  related,
  sameRow,
  sql,
  type ReadModel,
} from './index';
import * as world from './test/models';
import {
  ActivityEntity,
  entities,
  MemberEntity,
  MemberVersionEntity,
  NoticeEntity,
  OrganizationEntity,
  RuleEntity,
  type AttendanceEntity,
} from './test/entities';
import { makeSchema, typeDefs } from './test/schema';

let source: DataSource;
beforeAll(async () => {
  source = new DataSource({ type: 'postgres', entities });
  // metadata only: nothing connects
  await (source as unknown as { buildMetadatas(): Promise<void> }).buildMetadatas();
});

const flat = typeDefs.replaceAll(/\s+/g, ' ');
const today = (): string => '2026-01-01';
const noDatabase = { query: () => Promise.reject(new Error('not connected')) };
const tree = { entity: OrganizationEntity, path: 'path', leadsPath: 'leadsPath', parent: 'parentId', size: () => 1 };

/** Binds the world's models with one replaced, to its schema with a text replaced. */
function bind(wrong: ReadModel | undefined, [from, to]: readonly [string, string] = ['', ''], options = {}): string {
  const type = wrong?.declaration.type;
  const models: ReadModel[] = [
    ...world.models.filter((m: ReadModel) => m.declaration.type !== type),
    ...(wrong ? [wrong] : []),
  ];
  const schema = from ? buildSchema(flat.replace(from, to)) : makeSchema(() => reader);
  if (from) expect(flat).toContain(from);
  for (const name of ['DateTime', 'Date']) (schema.getType(name) as GraphQLScalarType).serialize = String;
  const reader = new Reader(noDatabase, { source, tree, models, today, ...options });
  try {
    reader.bind(schema);
    return '';
  } catch (e) {
    return (e as Error).message;
  }
}
type Changes = Record<string, unknown> & { fields?: Record<string, unknown> };
const change = ({ declaration }: ReadModel, { fields, ...rest }: Changes): ReadModel =>
  ({ declaration: { ...declaration, ...rest, fields: { ...declaration.fields, ...fields } } }) as ReadModel;
const member = (changes: Changes): ReadModel => change(world.MemberModel, changes);
const activity = (changes: Changes): ReadModel => change(world.ActivityModel, changes);
const organization = (changes: Changes): ReadModel => change(world.OrganizationModel, changes);

test('the models of the test world fit', () => expect(bind(undefined)).toBe(''));

test('everything wrong is listed at once', () => {
  const message = bind(member({ orders: { NAME: [asc('nom')] }, fields: { badge: column('batch') } }));
  expect(message).toContain('Member.orders.NAME: the entity has no column nom; name one of its column properties');
  expect(message).toContain('Member.badge: the entity has no column batch');
});

test.each<[string, ReadModel, string]>([
  [
    'an unknown field',
    member({ fields: { nickname: column('name') } }),
    'Member.nickname: declared, but the type has no such field',
  ],
  ['a place that is no column', member({ place: 'unit' }), 'Member.place: the entity has no column unit'],
  [
    'a foreign entity lying at itself',
    member({ place: 'itself' }),
    "Member.place: only models of the tree's entity lie at 'itself'",
  ],
  [
    'an association column that is none',
    change(world.RuleModel, { associationColumn: 'nope' }),
    'Rule.place: the entity has no column nope',
  ],
  [
    'an owner that is no column',
    change(world.NoticeModel, { place: { own: 'nope' } }),
    'Notice.place: the entity has no column nope',
  ],
  [
    'deleted by a column that is never null',
    member({ deleted: 'name' }),
    'Member.deleted: the column must be nullable',
  ],
  ['deleted by no column', member({ deleted: 'removedAt' }), 'Member.deleted: the entity has no column removedAt'],
  [
    'withheld by a column that may be null',
    member({ withheld: { when: 'deletedAt', unless: 'x' } }),
    'Member.withheld: the column must not be nullable',
  ],
  [
    'withheld by no column',
    member({ withheld: { when: 'draft', unless: 'x' } }),
    'Member.withheld: the entity has no column draft',
  ],
  [
    'withheld at a place that is no column',
    member({ withheld: { when: 'name', unless: 'x', at: 'nope' } }),
    'Member.withheld: the entity has no column nope',
  ],
  [
    'withheld without a place',
    change(world.NoticeModel, { withheld: { when: 'text', unless: 'x' } }),
    'Notice.withheld: only rows with a place of their own can be withheld',
  ],
  [
    'withheld in one of two models of an entity',
    change(world.CardModel, { withheld: { when: 'name', unless: 'x' } }),
    'withhold the same on both',
  ],
  [
    'history without its days',
    member({ history: { entity: MemberVersionEntity, from: 'since', to: 'validTo' } }),
    'has no column since; name the days',
  ],
  [
    'history that lacks a column',
    member({ history: { entity: NoticeEntity, from: 'text', to: 'text' } }),
    'Member.history: the versions have no column name',
  ],
  [
    'two soft deletes of one entity',
    change(world.CardModel, { deleted: 'parentId' }),
    'declare the same column on both',
  ],
  ['two histories of one entity', change(world.CardModel, { history: undefined }), 'declare the same history on both'],
  [
    'an order that is masked',
    member({ orders: { NAME: [asc('name')], PHONE: [asc('phone')] } }),
    'Member.orders.PHONE: phone is masked and would show in the order',
  ],
  [
    'a filter that is masked',
    member({ filters: { phone: (m: Row, v: never) => sql`${m['phone']!} = ${v}` } }),
    'Member.filters.phone: phone is masked and would show by searching',
  ],
  [
    'a filter on no column',
    member({ filters: { x: (m: Row) => sql`${m['nope']!}` } }),
    "Member.filters.x: Member's entity has no column nope",
  ],
  [
    'a field that shows what is masked',
    member({ fields: { badge: column('phone') } }),
    'Member.badge: it shows phone, which is masked elsewhere',
  ],
  [
    'an expression that shows what is masked',
    member({ fields: { badge: (m: Row) => sql`upper(${m['phone']!})` } }),
    'Member.badge: it reads phone, which is masked elsewhere',
  ],
  [
    'after that needs what is masked',
    member({ fields: { badge: after<MemberEntity>(['letterCipher'], () => '') } }),
    'Member.badge: letterCipher is masked',
  ],
  [
    'a masked column read from elsewhere',
    organization({
      fields: {
        summary: (_: Row, __: never, rows: RowsApi) =>
          rows.value<MemberEntity>(
            () => world.Member,
            (m) => sql`max(${m.phone})`,
          ),
      },
    }),
    'Organization.summary: Member.phone is masked and must not be read from elsewhere',
  ],
  [
    'a masked column in an aggregate',
    activity({
      fields: {
        figures: aggregate<AttendanceEntity>(() => world.Attendance, 'activityId', {
          total: () => sql`count(*)`,
          present: () => sql`1`,
          top: (a) => sql`max(${a.reason})`,
        }),
      },
    }),
    'Activity.figures.top: it reads Attendance.reason, which is masked',
  ],
  [
    'a masked column in a count',
    organization({
      fields: {
        memberCount: count<MemberEntity>(
          () => world.Member,
          'organizationId',
          (m) => sql`${m.phone} = 'x'`,
        ),
      },
    }),
    'Organization.memberCount: it reads Member.phone, which is masked',
  ],
  [
    'a masked column in a relation',
    organization({
      fields: { members: related<MemberEntity, OrganizationEntity>((m, o) => sql`${m.phone} = ${o.name}`) },
    }),
    'is masked',
  ],
  [
    'SQL that names a table',
    member({ fields: { badge: () => sql`(select name from members)` } }),
    'Member.badge: its text contains "select"',
  ],
  [
    'a filter that names a table',
    member({ filters: { x: (_: Row, v: never) => sql`exists (table members where ${v})` } }),
    'Member.filters.x: its text contains "table"',
  ],
  [
    'SQL by rows that names a table',
    organization({
      fields: {
        meetsAt: (_: Row, __: never, rows: RowsApi) =>
          rows.exists<ActivityEntity>(
            () => world.Activity,
            () => sql`1 in (select 1)`,
          ),
      },
    }),
    'Organization.meetsAt: its text contains "select"',
  ],
  [
    'an expression that throws',
    member({
      fields: {
        badge: () => {
          throw new Error('oops');
        },
      },
    }),
    'Member.badge: it cannot be evaluated: oops',
  ],
  [
    'rows of a type without a model',
    member({
      fields: {
        badge: (_: Row, __: never, rows: RowsApi) =>
          sql`${rows.count(() => world.Member, undefined)} ${rows.exists(() => Date)}`,
      },
    }),
    'there is no read model of Date',
  ],
  [
    'rows that have their place by a parent',
    member({ fields: { badge: (_: Row, __: never, rows: RowsApi) => rows.count(() => world.Attendance) } }),
    'Attendance has its place by its parent: name the column',
  ],
  [
    'rows reached by no column',
    member({
      fields: {
        badge: (_: Row, __: never, rows: RowsApi) => rows.count(() => world.Attendance, undefined, 'nope' as never),
      },
    }),
    'Attendance has no column nope to reach it by',
  ],
  [
    'a nullable column behind a required field',
    member({ fields: { badge: column('rank') } }),
    'Member.badge: the column rank may be null, the field may not',
  ],
  [
    'a key that is no column',
    member({ fields: { organization: one('unitId' as never) } }),
    'Member.organization: the entity has no column unitId',
  ],
  [
    'one of a model that lies by its parent',
    change(world.NoticeModel, { fields: { subject: one('organizationId' as never) } }),
    'Notice.subject: Subject is a union or interface; use oneOf',
  ],
  [
    'many for a single object',
    member({ fields: { organization: many<OrganizationEntity>('parentId') } }),
    'Member.organization: many answers a list or a connection',
  ],
  [
    'many by no column',
    organization({ fields: { children: many('nope' as never) } }),
    'Organization.children: Organization has no column nope',
  ],
  [
    'an order the target does not have',
    organization({ fields: { children: many<OrganizationEntity>('parentId', 'SIZE') } }),
    'Organization.children: Organization has no order SIZE; name one of TREE, NAME',
  ],
  ['a target without an order', activity({ orders: {} }), 'Activity declares no order'],
  [
    'a list without a bound',
    organization({ boundedBy: undefined }),
    'Organization.children: a list without first and last must be bounded',
  ],
  [
    'a root list without a bound',
    change(world.NoticeModel, { boundedBy: undefined }),
    'Query.notices: a list of Notice without first and last',
  ],
  ['a relation to what lies by its parent', organization({ fields: { members: related(() => sql`true`) } }), ''],
  ['a count over no column', organization({ fields: { memberCount: count('x' as never, 'nope' as never) } }), ''],
  [
    'a figure that is not declared',
    activity({
      fields: {
        figures: aggregate<AttendanceEntity>(() => world.Attendance, 'activityId', {
          total: () => sql`count(*)`,
          more: () => sql`1`,
        }),
      },
    }),
    'Activity.figures.present: the aggregate does not declare this figure',
  ],
  [
    'a figure that is not in the type',
    activity({
      fields: { figures: aggregate<AttendanceEntity>(() => world.Attendance, 'activityId', { more: () => sql`1` }) },
    }),
    'Activity.figures.more: declared, but the type has no such field',
  ],
  [
    'the same row of another entity',
    member({ fields: { organization: sameRow() } }),
    'Member.organization: Organization must be read from the same entity',
  ],
  [
    'a union without the type',
    change(world.NoticeModel, { fields: { subject: oneOf({ Member: 'organizationId' }) } }),
    'Notice.subject: Member is no Subject',
  ],
  [
    'oneOf for an object',
    member({ fields: { organization: oneOf({ Organization: 'organizationId' }) } }),
    'Member.organization: oneOf answers a union or an interface',
  ],
  [
    'a type that is not in the schema',
    readModel<{ name: string }, RuleEntity>({
      type: class Ghost {
        name!: string;
      },
      entity: RuleEntity,
      place: 'association',
      associationColumn: 'associationId',
      read: 'x',
    }),
    'Ghost: the schema has no object type of this name',
  ],
  ['an entity that is not known', member({ entity: Date }), 'Member: Date is no entity of the data source'],
  [
    'a masked field that may be null',
    member({
      fields: {
        badge: masked<MemberEntity>(
          (m) => m.letterCipher,
          (m) => (m as unknown as Row)['nope']!,
          'p',
        ),
      } as never,
    }),
    "Member.badge: Member's entity has no column nope",
  ],
])('%s', (_, model, message) => {
  const found = bind(model);
  expect(found).toContain(message);
});
type Row = Record<string, import('./index').Sql>;
type RowsApi = import('./index').Rows;

test.each<[string, readonly [string, string], string]>([
  [
    'a field nobody answers',
    ['badge: String!', 'badge: String! nickname: String'],
    'Member.nickname: neither declared nor a column or relation of the entity',
  ],
  [
    'a relation that must not be required',
    ['rank: Int organization: Organization', 'rank: Int organization: Organization!'],
    "Member.organization: it may be absent, deleted, or out of the viewer's sight; make the field nullable",
  ],
  ['a union that must not be required', ['subject: Subject', 'subject: Subject!'], 'Notice.subject: it may be absent'],
  [
    'the first of a relation that must not be required',
    ['latest: Activity', 'latest: Activity!'],
    'Organization.latest: there may be no such row',
  ],
  [
    'the same row under another permission',
    ['card: Card', 'card: Card!'],
    'Organization.card: its permission is another',
  ],
  ['a type without a model', ['card: Card', 'card: Figures'], 'Organization.card: there is no read model of Figures'],
  [
    'an aggregate of a scalar',
    ['figures: Figures!', 'figures: Int!'],
    'Activity.figures: an aggregate answers an object type',
  ],
  [
    'a connection without paging',
    [
      'activities( first: Int after: String last: Int before: String order: ActivityOrder filter: ActivityFilter )',
      'activities',
    ],
    'Organization.activities: a connection needs the arguments first and last',
  ],
  [
    'a field the connection cannot have',
    ['type RuleConnection {', 'type RuleConnection { average: Int'],
    'Query.rules: RuleConnection.average cannot be answered; it may have nodes, edges, pageInfo, totalCount',
  ],
  [
    'a field the edge cannot have',
    ['type ActivityEdge {', 'type ActivityEdge { weight: Int'],
    'ActivityEdge.weight cannot be answered',
  ],
])('%s', (_, replace, message) => expect(bind(undefined, replace)).toContain(message));

test('the tree must have its columns', () =>
  expect(bind(undefined, undefined, { tree: { ...tree, path: 'nope' } })).toContain(
    'tree: OrganizationEntity has no column nope',
  ));

test('a model declared twice', () =>
  expect(bind(undefined, undefined, { models: [...world.models, world.RuleModel] })).toContain('Rule: declared twice'));

test('a field that two libraries declare, and an extension of a model that is not there', () => {
  const again = extendModel<OrganizationEntity>(world.OrganizationModel, { name: column<OrganizationEntity>('name') });
  const twice = [...world.models, again, again];
  expect(bind(undefined, undefined, { models: twice })).toContain('Organization.name: declared twice');
  const without = world.models.filter((each) => each !== world.OrganizationModel);
  expect(bind(undefined, undefined, { models: [...without, again] })).toContain(
    'Organization: extended, but not among',
  );
});

test("a scalar such as Nest's own DateTime, which answers null for text, is refused", () => {
  const reader = new Reader(noDatabase, { source, tree, models: world.models, today });
  const schema = makeSchema(() => reader);
  (schema.getType('DateTime') as GraphQLScalarType).serialize = (v) => (v instanceof Date ? v.toISOString() : null);
  expect(() => reader.bind(schema)).toThrow(
    'DateTime: the scalar must answer text such as 2020-02-29T01:02:03.004Z unchanged',
  );
});

test('a required relation is fine where its place and permission prove it', () => {
  class Line {
    id!: string;
    organization!: world.Organization;
  }
  const line = readModel<Line, RuleEntity & { organization: unknown }>({
    type: Line,
    internal: true,
    entity: RuleEntity as never,
    place: 'associationId',
    read: 'organization.read',
    fields: { organization: one('associationId') },
  });
  expect(bind(line)).toContain('Line.organization: declared, but the type has no such field');
});

test('a reader that was not bound says so', () => {
  const reader = new Reader(noDatabase, { source, tree, models: world.models, today });
  expect(() => reader.plan('one', world.MemberModel, {}, {} as never, { area: () => undefined as never })).toThrow();
});

// The compiler's types: each line must be an error, or `tsc` fails here.
type Bare = 'type' | 'entity';
const ruleBase: Pick<Parameters<typeof readModel<world.Rule, RuleEntity>>[0], Bare> = {
  type: world.Rule,
  entity: RuleEntity,
};
export const wrongTypes = (): unknown[] => [
  // @ts-expect-error the fields the entity does not have must be declared
  readModel<world.Member, MemberEntity>({ type: world.Member, entity: MemberEntity, place: 'id', read: 'x' }),
  // @ts-expect-error no such column
  readModel<world.Rule, RuleEntity>({ ...ruleBase, place: 'nope', read: 'x' }),
  // @ts-expect-error the association's column is missing
  readModel<world.Rule, RuleEntity>({ ...ruleBase, place: 'association', read: 'x' }),
  // @ts-expect-error a place in the tree needs a permission
  readModel<world.Rule, RuleEntity>({ ...ruleBase, place: 'associationId' }),
  // @ts-expect-error only for association
  readModel<world.Rule, RuleEntity>({ ...ruleBase, place: 'id', associationColumn: 'id', read: 'x' }),
  // @ts-expect-error every filter of the input must be declared
  readModel<world.Rule, RuleEntity, { name: string }>({ ...ruleBase, place: 'id', read: 'x', filters: {} }),
  // @ts-expect-error every order must be declared
  readModel<world.Rule, RuleEntity, object, 'A' | 'B'>({ ...ruleBase, place: 'id', read: 'x', orders: { A: [] } }),
];
