import { globalId, localId, newId } from '@dangwu/platform/ids';
import { createWorld, type World } from '@dangwu/testing';
import { FoundOrganizations } from './found-organizations';
import type { OrganizationFacts } from './organization-facts';
import { Operations } from './trial/operations';

describe('operations on organizations', () => {
  let world: World;
  let operations: Operations;
  beforeAll(async () => {
    world = await createWorld();
    operations = new Operations(world);
  });
  afterAll(() => world.close());

  const refusal = (reason: string, code = 'PRECONDITION_FAILED') => expect.objectContaining({ reason, code });

  describe('found', () => {
    it('places, spells and gives the term of the rules', async () => {
      const { id } = await operations.found({ parentId: world.root.id, name: '秘书处 第二党支部', code: 'jg-02' });
      const found = await operations.look<Record<string, unknown>>(
        { id },
        'code name pinyin tier relation foundedOn termYears termEndsOn status operations(first: 1) { nodes { kind actorName basis } }',
      );
      expect(found).toMatchObject({
        code: 'JG-02',
        name: '秘书处 第二党支部',
        pinyin: 'mishuchudierdangzhibu',
        tier: 'COUNCIL', // the parent's
        relation: 'LEADS',
        foundedOn: '2020-01-01',
        termYears: 3,
        termEndsOn: '2029-01-01',
        status: 'ACTIVE',
        operations: { nodes: [{ kind: 'FOUNDED', basis: '〔2026〕1号' }] },
      });
    });

    it('gives a code once, whatever its case, also after dissolution', async () => {
      const taken = await operations.found({ parentId: world.root.id, name: '编码支部', code: 'BM-1' });
      const again = () => operations.found({ parentId: world.root.id, name: '编码支部二', code: 'bm-1' });
      await expect(again()).rejects.toEqual(refusal('CODE_TAKEN', 'CONFLICT'));
      await operations.dissolve(taken);
      await expect(again()).rejects.toEqual(refusal('CODE_TAKEN', 'CONFLICT'));
      await expect(
        operations.found({ parentId: world.root.id, name: '编码支部二', code: 'BM-2' }),
      ).resolves.toBeTruthy();
    });

    it('refuses a second root, types where they do not belong, siblings of one name, malformed codes', async () => {
      const branch = await world.branch('容器支部');
      const group = { parentId: branch.id, name: '第一党小组', code: 'G-1', type: 'PARTY_GROUP' };
      await expect(
        operations.found({ relation: null, name: '另一党委', code: 'R-2', type: 'COMMITTEE' }),
      ).rejects.toEqual(refusal('ROOT_EXISTS'));
      await expect(operations.found({ ...group, parentId: world.root.id })).rejects.toEqual(refusal('TYPE_UNDER_TYPE'));
      await expect(operations.found({ ...group, relation: 'GUIDES' })).rejects.toEqual(refusal('GROUP_IS_LED'));
      await expect(operations.found({ ...group, code: '!' })).rejects.toEqual(refusal('CODE_FORM', 'BAD_USER_INPUT'));
      const held = await operations.found(group);
      await expect(operations.found({ ...group, parentId: held.id, code: 'G-3' })).rejects.toEqual(
        refusal('GROUP_HAS_NO_CHILDREN'),
      );
      await expect(operations.found({ ...group, code: 'G-2' })).rejects.toEqual(refusal('NAME_TAKEN', 'CONFLICT'));
      await expect(operations.found({ ...group, code: 'G-2', name: '第二党小组' })).resolves.toBeTruthy();
    });

    it('founds a whole roster in one call, in any order, tiers inherited', async () => {
      const facts = (id: string, parentId: string, name: string, rest: object) =>
        ({
          id,
          parentId,
          name,
          code: name,
          relation: 'LEADS',
          effectiveOn: '2021-01-01',
          basis: '名册',
          ...rest,
        }) as OrganizationFacts;
      const [upper, middle, lower] = [newId(), newId(), newId()] as [string, string, string];
      const root = localId('PartyOrganization', world.root.id);
      await world.write((tx) =>
        world.app
          .get(FoundOrganizations)
          .foundAll(tx, { associationId: world.associationId, accountId: null, name: null }, [
            facts(lower, middle, 'R3', { type: 'BRANCH' }),
            facts(middle, upper, 'R2', { type: 'GENERAL_BRANCH' }),
            facts(upper, root, 'R1', { type: 'COMMITTEE', tier: 'ENTERPRISE', effectiveOn: '2022-01-01' }),
          ]),
      );
      const id = globalId('PartyOrganization', lower);
      expect(await operations.look({ id }, 'tier ancestors { name }')).toEqual({
        tier: 'ENTERPRISE',
        ancestors: [{ name: '示范行业协会党委（功能型）' }, { name: 'R1' }, { name: 'R2' }],
      });
      // before its parent was there, it counts as being where it was later
      expect(await operations.look({ id }, 'ancestors { name }', '2021-06-01')).toEqual({
        ancestors: [{ name: '示范行业协会党委（功能型）' }, { name: 'R2' }],
      });
    });

    it('answers the same organization for the same external id, and refuses another content', async () => {
      const input = { parentId: world.root.id, name: '外部支部', code: 'EX-1', externalId: 'crm/17' };
      const first = await operations.found(input);
      expect((await operations.found(input)).id).toBe(first.id);
      await expect(operations.found({ ...input, name: '别的名称' })).rejects.toEqual(
        refusal('EXTERNAL_ID_TAKEN', 'CONFLICT'),
      );
    });

    it('carries out one request under one idempotency key for 24 hours', async () => {
      const input = { parentId: world.root.id, name: '幂等支部', code: 'ID-1', idempotencyKey: 'k1' };
      const first = await operations.found(input);
      expect((await operations.found(input)).id).toBe(first.id);
      await expect(operations.found({ ...input, code: 'ID-2' })).rejects.toEqual(
        refusal('IDEMPOTENCY_KEY_REUSED', 'IDEMPOTENCY_MISMATCH'),
      );
    });
  });

  describe('rename', () => {
    it('changes the name and its spelling', async () => {
      const branch = await world.branch('旧名支部');
      expect(await operations.rename(branch, '新名支部')).toMatchObject({ name: '新名支部', version: 2 });
      const found = await world
        .as(world.staff)
        .query(`{ organizations(first: 5, filter: { search: "xmzb" }) { nodes { name } } }`);
      expect(found).toEqual({ organizations: { nodes: [{ name: '新名支部' }] } });
    });

    it('refuses the name it has, and that of a sibling', async () => {
      const [one, other] = [await world.branch('甲支部'), await world.branch('乙支部')];
      await expect(operations.rename(one, '甲支部')).rejects.toEqual(refusal('NOTHING_CHANGES'));
      await expect(operations.rename(one, '乙支部')).rejects.toEqual(refusal('NAME_TAKEN', 'CONFLICT'));
      await operations.rename(other, '丙支部');
      await expect(operations.rename(one, '乙支部')).resolves.toMatchObject({ name: '乙支部' });
    });
  });

  describe('change type', () => {
    it('begins a term of the new type on the day', async () => {
      const branch = await world.branch('长大的支部');
      expect(await operations.retype(branch, 'COMMITTEE')).toMatchObject({
        type: 'COMMITTEE',
        termEndsOn: '2031-09-18',
      });
    });

    it('fits what stands above and below', async () => {
      const branch = await world.branch('有小组的支部');
      const group = await world.organization('小组', { under: branch, type: 'PARTY_GROUP' });
      await expect(operations.retype(branch, 'PARTY_GROUP')).rejects.toEqual(refusal('TYPE_UNDER_TYPE'));
      await expect(operations.retype(branch, 'GENERAL_BRANCH')).rejects.toEqual(refusal('TYPE_ABOVE_CHILDREN'));
      await expect(operations.retype(world.root, 'BRANCH')).rejects.toEqual(refusal('ROOT_TYPE'));
      await operations.dissolve(group);
      await expect(operations.retype(branch, 'GENERAL_BRANCH')).resolves.toMatchObject({ type: 'GENERAL_BRANCH' });
    });
  });

  describe('move', () => {
    it('takes everything below along, over the kind of edge asked for', async () => {
      const general = await world.organization('原总支', { type: 'GENERAL_BRANCH' });
      const target = await world.organization('目标党委', { type: 'COMMITTEE' });
      const branch = await world.branch('随迁支部', { under: general });
      await world.organization('随迁小组', { under: branch, type: 'PARTY_GROUP' });
      expect(await operations.move(general, target, { relation: 'GUIDES' })).toMatchObject({
        relation: 'GUIDES',
        parent: { name: '目标党委' },
      });
      const { ancestors } = await operations.look<{ ancestors: { name: string }[] }>(branch, 'ancestors { name }');
      expect(ancestors.map(({ name }) => name)).toEqual(['示范行业协会党委（功能型）', '目标党委', '原总支']);
    });

    it('makes no cycle, leaves the root, and needs an active parent', async () => {
      const upper = await world.organization('上党委', { type: 'COMMITTEE' });
      const lower = await world.organization('下党委', { type: 'COMMITTEE', under: upper });
      const gone = await world.organization('撤销党委', { type: 'COMMITTEE' });
      await operations.dissolve(gone);
      await expect(operations.move(upper, lower)).rejects.toEqual(refusal('MOVE_BELOW_ITSELF'));
      await expect(operations.move(upper, upper)).rejects.toEqual(refusal('MOVE_BELOW_ITSELF'));
      await expect(operations.move(world.root, lower)).rejects.toEqual(refusal('ROOT_STAYS'));
      await expect(operations.move(lower, gone)).rejects.toEqual(refusal('PARENT_NOT_ACTIVE'));
      await expect(operations.move(lower, upper)).rejects.toEqual(refusal('NOTHING_CHANGES'));
      await expect(operations.move(lower, world.root)).resolves.toMatchObject({ relation: 'LEADS' });
    });
  });

  describe('dissolve', () => {
    it('needs everything below moved away first, and keeps the organization', async () => {
      const general = await world.organization('待撤总支', { type: 'GENERAL_BRANCH' });
      const branch = await world.branch('待迁支部', { under: general });
      await expect(operations.dissolve(general)).rejects.toEqual(refusal('HAS_CHILDREN'));
      await expect(operations.dissolve(world.root)).rejects.toEqual(refusal('ROOT_STAYS'));
      await operations.move(branch, world.root);
      expect(await operations.dissolve(general)).toMatchObject({ status: 'DISSOLVED', dissolvedOn: '2026-09-18' });
      await expect(operations.rename(general, '新名')).rejects.toEqual(refusal('ORGANIZATION_DISSOLVED'));
    });

    it('hides the dissolved from lists unless they are asked for', async () => {
      const branch = await world.branch('隐去支部');
      await operations.dissolve(branch);
      const list = (filter: string) =>
        world.as(world.staff).query(`{ partyOrganizations(first: 5 ${filter}) { totalCount } }`);
      const named = (rest: string) => list(`filter: { search: "隐去" ${rest} }`);
      expect(await named('')).toEqual({ partyOrganizations: { totalCount: 0 } });
      expect(await named('statuses: [DISSOLVED]')).toEqual({ partyOrganizations: { totalCount: 1 } });
    });
  });
});
