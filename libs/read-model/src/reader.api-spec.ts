/** Single values over real PostgreSQL, and hostile names; the random ones stand in property.api-spec.ts. */
import { execute, parse } from 'graphql';
import { type ReadViewer } from './index';
import { RuleModel } from './test/models';
import { ACCOUNTS, uuid } from './test/random-world';
import { ask, cursor, orgs, refusal, root, useStage, world } from './test/stage';

useStage();

describe('values', () => {
  test('ids, instants, dates, big numbers, lists and enums are answered as their scalars write them', async () => {
    const one = uuid('activity', 1);
    const fields = 'id kind startsAt cost tags organization { id kind foundedOn parentRef }';
    expect(await ask(`{ activity(id: "${one}") { ${fields} } }`)).toEqual({
      activity: {
        id: `Activity_${one.replaceAll('-', '')}`,
        kind: 'LECTURE',
        startsAt: '2026-01-02T23:59:59.123Z',
        cost: '9007199254740993',
        tags: [],
        organization: {
          id: `PartyOrganization_${orgs[1]!.id.replaceAll('-', '')}`,
          kind: 'BRANCH',
          foundedOn: '1971-05-01',
          parentRef: `PartyOrganization_${orgs[0]!.id.replaceAll('-', '')}`,
        },
      },
    });
  });

  test('more than 50 fields in one object', async () => {
    const names = Array.from({ length: 123 }, (_, i) => `a${i}: name`).join(' ');
    const { organization } = await ask(`{ organization(id: "${orgs[2]!.id}") { ${names} last: id __typename } }`);
    expect(Object.keys(organization!)).toHaveLength(125);
    expect(new Set(Object.values(organization!).slice(0, 123))).toEqual(new Set(['b']));
    expect(organization!['__typename']).toBe('Organization');
  });

  test('exactly 50 and 51 fields', async () => {
    for (const n of [50, 51, 100, 101]) {
      const names = Array.from({ length: n }, (_, i) => `a${i}: name`).join(' ');
      const { organization } = await ask(`{ organization(id: "${orgs[2]!.id}") { ${names} } }`);
      expect(Object.keys(organization!)).toHaveLength(n);
    }
  });

  test('an object asked only for __typename', async () => {
    const text = `{ activity(id: "${uuid('activity', 1)}") { __typename figures { __typename } records { __typename } } }`;
    expect((await ask(text))['activity']).toMatchObject({
      figures: { __typename: 'Figures' },
      records: Array(3).fill({ __typename: 'Attendance' }),
    });
  });
});

describe('interfaces', () => {
  test('a root field of an interface answers several models at the same place of a document', async () => {
    const text =
      'query($id: ID!) { node(id: $id) { id __typename ... on Organization { n: name } ... on Activity { n: title } ... on Node { again: id } } }';
    const document = parse(text);
    const get = async (id: string) =>
      (
        await execute({
          schema: world.schema,
          document,
          variableValues: { id },
          contextValue: { viewer: root },
          fieldResolver: world.reader.fieldResolver,
        })
      ).data!['node'];
    const org = `PartyOrganization_${orgs[1]!.id.replaceAll('-', '')}`;
    const act = `Activity_${uuid('activity', 3).replaceAll('-', '')}`;
    for (let i = 0; i < 2; i++) {
      expect(await get(org)).toEqual({ id: org, __typename: 'Organization', n: 'a', again: org });
      expect(await get(act)).toEqual({ id: act, __typename: 'Activity', n: 't3', again: act });
    }
  });

  test('a client cannot name its type', async () => {
    const { notices } = await ask('{ notices { about { ... on Organization { __typename: name x: __typename } } } }', {
      ...root,
      key: ACCOUNTS[0],
    });
    expect(notices).toEqual([{ about: { __typename: 'c', x: 'Organization' } }]);
  });
});

describe('hostile names and values', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'id'])('alias %s', async (alias) => {
    const { organization } = await ask(`{ organization(id: "${orgs[1]!.id}") { ${alias}: name } }`);
    expect(Object.entries(organization!)).toEqual([[alias, 'a']]);
  });

  test('no text of a client is part of a statement', async () => {
    const evil = `'; drop table organizations; --`;
    const before = world.log.length;
    const text = `query($v: String, $t: String) {
      a_drop_table: activities(first: 2, filter: { title: $t }) { x_nodes: nodes { y_title: title } }
      organization(id: "${orgs[1]!.id}") { z_meets: meetsAt(venue: $v) late: lateMembers(since: "2020-01-01") }
    }`;
    expect(await ask(text, root, { v: evil, t: evil })).toMatchObject({
      a_drop_table: { x_nodes: [] },
      organization: { z_meets: false, late: 1 },
    });
    for (const { text: statement } of world.log.slice(before))
      expect(statement).not.toMatch(/drop|x_nodes|y_title|z_meets|2020-01-01|'late'/);
  });

  test.each([
    ['an id that is none', '{ organization(id: "x\' or 1=1") { id } }', 'VALUE'],
    ['a zero byte', '{ activities(first: 1, filter: { title: "\\u0000" }) { nodes { id } } }', 'VALUE'],
    ['a date that is none', `{ organization(id: "${uuid('x', 1)}", asOf: "2025-02-30") { id } }`, 'VALUE'],
    ['a day with more behind it', `{ organization(id: "${uuid('x', 1)}", asOf: "2025-02-03'; --") { id } }`, 'VALUE'],
    ['a nested date that is none', `{ organization(id: "${orgs[1]!.id}") { lateMembers(since: "soon") } }`, 'VALUE'],
  ])('%s', async (_, text, reason) => {
    const error = await refusal(text);
    expect(error.reason).toBe(reason);
    expect(error.messages).toEqual({ zh: expect.stringMatching(/[一-龥]/) as string, en: error.message });
  });

  test('garbage as a cursor', async () => {
    const hostile = [
      '%%%',
      '',
      cursor(['NAME', 'x']),
      cursor(['TREE']),
      cursor(['TREE', 1]),
      cursor(['TREE', null]),
      cursor(['TREE', 'a', 'b']),
      cursor({}),
      cursor('TREE'),
    ];
    for (const after of hostile)
      expect(
        (await refusal('query($c: String) { organizations(first: 1, after: $c) { nodes { id } } }', { c: after }))
          .reason,
      ).toBe('CURSOR');
    expect(
      (
        await refusal('query($c: String) { activities(first: 1, after: $c) { nodes { id } } }', {
          c: cursor(['NEWEST', 'no date', 'no uuid']),
        })
      ).reason,
    ).toBe('VALUE');
  });

  test('SQL in a cursor is a value', async () => {
    const c = cursor(['TREE', `/9/1/'; drop table organizations; --`]);
    const { organizations } = await ask(
      'query($c: String) { organizations(first: 1, after: $c) { totalCount nodes { name } } }',
      root,
      { c },
    );
    expect(organizations).toEqual({ totalCount: 6, nodes: [{ name: 'a' }] });
  });

  test('the order is not taken from a client that knows no such order', async () => {
    const { reader, schema } = world;
    const field = schema.getQueryType()!.getFields()['rules']!;
    const original = field.resolve;
    try {
      field.resolve = (_, args, context: { viewer: ReadViewer }, info) =>
        reader.connection(RuleModel, { ...args, order: 'name; drop' as never }, info, context.viewer);
      const error = await refusal('{ rules(first: 1) { totalCount } }');
      expect(error).toMatchObject({ reason: 'ORDER', params: { known: ['NAME'] } });
    } finally {
      field.resolve = original!;
    }
  });
});
