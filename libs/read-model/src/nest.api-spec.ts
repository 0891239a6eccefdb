/** The same with a code-first schema by Nest, whose wrapped and empty resolvers the reader must take away. */
import 'reflect-metadata';
import {
  Args,
  ArgsType,
  Field,
  GraphQLSchemaBuilderModule,
  GraphQLSchemaFactory,
  ID,
  Info,
  Int,
  InterfaceType,
  ObjectType,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { NestFactory } from '@nestjs/core';
import { execute, GraphQLScalarType, parse, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import { Area, extendModel, many, Reader, readModel, asc, desc, sql, type ReadViewer } from './index';
import { startWorld, type World } from './test/database';
import { ActivityEntity, OrganizationEntity, OrganizationVersionEntity } from './test/entities';
import { load, tree, uuid } from './test/random-world';

const DateTime = new GraphQLScalarType({ name: 'DateTime', serialize: String });

@InterfaceType()
abstract class Named {
  @Field(() => ID) id!: string;
}
@ObjectType()
class PageInfo {
  @Field() hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}
@ObjectType('Meeting', { implements: () => Named })
class Activity implements Named {
  @Field(() => ID) id!: string;
  @Field() title!: string;
  @Field(() => DateTime) startsAt!: Date;
  @Field(() => Branch, { nullable: true }) organization!: Branch | null;
  @Field({ defaultValue: 'x', middleware: [async (_, next) => `${String(await next())}`] }) loud!: string;
}
@ObjectType({ implements: () => Named })
class Branch implements Named {
  @Field(() => ID) id!: string;
  @Field() name!: string;
}
@ObjectType()
class MeetingConnection {
  @Field(() => [Activity]) nodes!: Activity[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}
@ArgsType()
class PageArgs {
  @Field(() => Int, { nullable: true }) first?: number;
  @Field(() => Int, { nullable: true }) last?: number;
}

const BranchModel = readModel<Branch, OrganizationEntity, object, 'NAME'>({
  type: Branch,
  entity: OrganizationEntity,
  place: 'itself',
  read: 'organization.read',
  history: { entity: OrganizationVersionEntity, from: 'validFrom', to: 'validTo' },
  orders: { NAME: [asc('name')] },
});
/** as a library above adds them */
const meetingsOfBranches = extendModel<OrganizationEntity>(BranchModel, {
  meetings: many<ActivityEntity>('organizationId', 'NEWEST'),
  readOn: (_, __, rows) => sql`${rows.day}::text`,
});
const MeetingModel = readModel<Activity, ActivityEntity, object, 'NEWEST'>({
  type: Activity,
  name: 'Meeting',
  entity: ActivityEntity,
  place: 'organizationId',
  read: 'activity.read',
  deleted: 'deletedAt',
  fields: { loud: (a) => sql`upper(${a.title})` },
  orders: { NEWEST: [desc('startsAt')] },
});

let world: World;
let reader: Reader;
const viewer: ReadViewer = { area: () => Area.everywhere };

@Resolver(() => Branch)
class BranchResolver {
  @Query(() => Branch, { nullable: true })
  branch(
    @Args('id', { type: () => ID }) key: string,
    @Args('asOf', { nullable: true }) asOf: string,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.one(BranchModel, { key, asOf }, info, viewer);
  }
  @Query(() => Named, { nullable: true })
  named(@Args('id', { type: () => ID }) key: string, @Info() info: GraphQLResolveInfo) {
    return reader.one(MeetingModel, { key }, info, viewer);
  }
  /** by hand, not through the reader */
  @Query(() => MeetingConnection)
  none(): MeetingConnection {
    return { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
  }
  // only the signature
  @ResolveField(() => MeetingConnection)
  meetings(@Args() _page: PageArgs): void {}
  @ResolveField(() => String)
  readOn(): void {}
}

let schema: GraphQLSchema;
beforeAll(async () => {
  world = await startWorld();
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  const built = await app.get(GraphQLSchemaFactory).create([BranchResolver]);
  await app.close();
  // the factory makes the contract; resolvers are attached as Nest's runtime does, wrapped
  const resolver = new BranchResolver();
  const query = built.getQueryType()!.getFields();
  query['branch']!.resolve = (_, a: { id: string; asOf: string }, __, i) => resolver.branch(a.id, a.asOf, i);
  query['named']!.resolve = (_, a: { id: string }, __, i) => resolver.named(a.id, i);
  query['none']!.resolve = () => resolver.none();
  reader = new Reader(world.pool, {
    source: world.source,
    tree: world.tree,
    models: [BranchModel, MeetingModel, meetingsOfBranches],
    today: () => '2026-01-01',
  });
  schema = reader.bind(built);
  const orgs = tree([{ parent: 0, guides: false, name: 'root', alive: true }]);
  await load(world.pool, {
    orgs,
    members: [],
    past: [{ orgs, members: [] }],
    activities: [
      {
        id: uuid('activity', 1),
        organizationId: orgs[0]!.id,
        title: 'study',
        kind: 1,
        startsAt: '2026-03-01T12:00:00Z',
        venue: null,
        cost: '1',
        tags: [],
        deleted: false,
      },
    ],
    attendance: [],
    notices: [],
    rules: [],
    summaries: [],
  });
});
afterAll(() => world?.stop());

const ask = async (text: string): Promise<unknown> => {
  const result = await execute({ schema, document: parse(text), fieldResolver: reader.fieldResolver });
  expect(result.errors).toBeUndefined();
  return JSON.parse(JSON.stringify(result.data));
};

test('fields with arguments, middleware and default values are plain properties', async () => {
  const text = `{ branch(id: "${uuid('org', 0)}") { n: name m: meetings(first: 1) { list: nodes { title at: startsAt loud organization { name } } pageInfo { more: hasNextPage } } } }`;
  expect(await ask(text)).toEqual({
    branch: {
      n: 'root',
      m: {
        list: [{ title: 'study', at: '2026-03-01T12:00:00.000Z', loud: 'STUDY', organization: { name: 'root' } }],
        pageInfo: { more: false },
      },
    },
  });
});

test('expressions know the day that is read: the one asked for, else today', async () => {
  const id = uuid('org', 0);
  expect(await ask(`{ branch(id: "${id}") { readOn } }`)).toEqual({ branch: { readOn: '2026-01-01' } });
  const past = `{ branch(id: "${id}", asOf: "2020-06-01") { readOn } }`;
  expect(await ask(past)).toEqual({ branch: { readOn: '2020-06-01' } });
});

test('an interface, and a type whose name in the schema is not its class', async () => {
  const id = uuid('activity', 1);
  expect(await ask(`{ named(id: "${id}") { __typename id ... on Meeting { title } } }`)).toEqual({
    named: { __typename: 'Meeting', id: `Meeting_${id.replaceAll('-', '')}`, title: 'study' },
  });
});

test('a connection made by hand is read by field names', async () => {
  expect(await ask('{ none { list: nodes { title } pageInfo { more: hasNextPage endCursor } } }')).toEqual({
    none: { list: [], pageInfo: { more: false, endCursor: null } },
  });
});
