import { createWorld, type Refused, type World } from '@dangwu/testing';
import { Operations } from './trial/operations';

describe('many writers at once', () => {
  let world: World;
  let operations: Operations;
  beforeAll(async () => {
    world = await createWorld();
    operations = new Operations(world);
  });
  afterAll(() => world.close());

  const settled = async (writes: readonly Promise<unknown>[]) => {
    const results = await Promise.allSettled(writes);
    const refused = results.flatMap((r) => (r.status === 'rejected' ? [r.reason as Refused] : []));
    return { done: results.length - refused.length, refused };
  };

  it('lets one of 50 writers of one version win, the others get CONFLICT', async () => {
    const branch = await world.branch('众人支部');
    const { version } = await operations.look(branch);
    const writes = Array.from({ length: 50 }, (_, i) => operations.rename(branch, `名称${i}`, { version }));
    const { done, refused } = await settled(writes);
    expect(done).toBe(1);
    expect(new Set(refused.map(({ code, reason }) => `${code} ${reason}`))).toEqual(
      new Set(['CONFLICT STALE_VERSION']),
    );
    expect((await operations.look(branch)).version).toBe(version + 1);
  });

  it('lets one of 20 founders of one code win', async () => {
    const writes = Array.from({ length: 20 }, (_, i) =>
      operations.found({ parentId: world.root.id, name: `抢码${i}`, code: 'RACE-1' }),
    );
    const { done, refused } = await settled(writes);
    expect(done).toBe(1);
    expect(new Set(refused.map(({ reason }) => reason))).toEqual(new Set(['CODE_TAKEN']));
  });

  it('founds once under 10 requests with one idempotency key', async () => {
    const input = { parentId: world.root.id, name: '一次支部', code: 'ONCE-1', idempotencyKey: 'once' };
    const found = await Promise.all(Array.from({ length: 10 }, () => operations.found(input)));
    expect(new Set(found.map(({ id }) => id)).size).toBe(1);
  });

  it('makes no cycle out of crossing moves', async () => {
    for (let round = 0; round < 5; round++) {
      const one = await world.organization(`交叉甲${round}`, { type: 'COMMITTEE' });
      const other = await world.organization(`交叉乙${round}`, { type: 'COMMITTEE' });
      const { done, refused } = await settled([operations.move(one, other), operations.move(other, one)]);
      expect(done).toBe(1);
      expect(refused.map(({ reason }) => reason)).toEqual(['MOVE_BELOW_ITSELF']);
    }
  });

  it('leaves nothing active below what is dissolved at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const goal = await world.organization(`将撤${round}`, { type: 'COMMITTEE' });
      const branch = await world.branch(`将入${round}`);
      const { done, refused } = await settled([operations.dissolve(goal), operations.move(branch, goal)]);
      expect(done).toBe(1);
      expect(['PARENT_NOT_ACTIVE', 'HAS_CHILDREN']).toContain(refused[0]?.reason);
    }
  });
});
