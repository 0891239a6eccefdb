import { createWorld, type World } from '@dangwu/testing';

const node = `query ($id: ID!) {
  node(id: $id) { __typename id ... on PartyOrganization { name } ... on Rule { key } }
}`;

describe('node(id:)', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  it('answers objects of every type by their ids', async () => {
    const { ruleInForce } = await world
      .as(world.staff)
      .query<{ ruleInForce: { id: string } }>('{ ruleInForce(key: "branch.size.max") { id } }');
    expect(await world.as(world.staff).query(node, { id: ruleInForce.id })).toEqual({
      node: { __typename: 'Rule', id: ruleInForce.id, key: 'branch.size.max' },
    });
    expect(await world.as(world.staff).query(node, { id: world.root.id })).toEqual({
      node: { __typename: 'PartyOrganization', id: world.root.id, name: '示范行业协会党委（功能型）' },
    });
  });

  it('answers null alike for what is not there and what is not to be seen', async () => {
    const branch = await world.branch('第一党支部');
    const member = await world.account('MEMBER', branch);
    const absent = 'PartyOrganization_01930000000070008000000000000000';
    expect(await world.as(member).query(node, { id: world.root.id })).toEqual({ node: null });
    expect(await world.as(member).query(node, { id: absent })).toEqual({ node: null });
    const secretary = await world.account('SECRETARY', branch);
    expect(await world.as(secretary).query(node, { id: branch.id })).toMatchObject({ node: { id: branch.id } });
  });

  it.each(['', 'nonsense', 'Unknown_01930000000070008000000000000000', "PartyOrganization_' or 1=1 --"])(
    'refuses %j as no id at all',
    async (id) => {
      await expect(world.as(world.staff).query(node, { id })).rejects.toMatchObject({ reason: 'MALFORMED_ID' });
    },
  );
});
