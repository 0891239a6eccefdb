import { freshWorlds, type Actor, type World } from '@dangwu/testing';
import { People, type Told } from '../trial/people';

interface Foreseen {
  readonly chosen: number;
  readonly changes: number;
  readonly unchanged: number;
  readonly skipped: readonly { readonly reason: string; readonly count: number; readonly names: readonly string[] }[];
  readonly expected: string;
  readonly inBackground: boolean;
}
interface Outcome {
  readonly changed: number;
  readonly skipped: number;
  readonly job: { readonly id: string } | null;
}

describe('many members at once', () => {
  let world: World;
  let people: People;
  let general: { id: string };
  let from: { id: string };
  let to: { id: string };
  let guided: { id: string };
  const fresh = freshWorlds();
  beforeEach(async () => {
    world = await fresh();
    people = new People(world, () => from);
    general = await world.organization('机关党总支', { type: 'GENERAL_BRANCH' });
    from = await world.branch('转出支部', { under: general });
    to = await world.branch('转入支部', { under: general });
    guided = await world.branch('会员单位支部', { relation: 'GUIDES' });
  });
  afterEach(() => world.close());

  const asked = (rows: object, more: object = {}) => ({
    ...rows,
    organizationId: to.id,
    effectiveOn: '2026-09-01',
    basis: '党支部调整方案',
    ...more,
  });
  const foresee = async (input: object, actor: Actor = world.staff): Promise<Foreseen> =>
    (
      await world.as(actor).query<{ found: Foreseen }>(
        `query ($input: MembersTransferInput!) { found: batchTransferConsequences(input: $input) {
           chosen changes unchanged skipped { reason count names message { zh en } } expected inBackground } }`,
        { input },
      )
    ).found;
  const transfer = async (input: object, expected: string, actor: Actor = world.staff): Promise<Outcome> =>
    (
      await world.as(actor).mutate<{ done: Outcome }>(
        `mutation ($input: BatchTransferMembersInput!) { done: batchTransferMembers(input: $input) {
           changed skipped job { id } } }`,
        { input: { ...input, expected } },
      )
    ).done;
  const ids = (members: readonly Told[]) => members.map(({ id }) => id);
  const home = async (member: Told, asOf?: string) => (await people.look(member, asOf))?.organization?.name;
  const events = () =>
    people.query<{ before: object; after: object; reason: string; subject_id: string }>(
      `select before, after, reason, subject_id from audit_event where action = 'member.transfer' order by id`,
    );

  it('are transferred as foreseen; those who cannot are left out, told why, and stay', async () => {
    const [one, two] = [await people.register(), await people.register()];
    const there = await people.register({ organizationId: to.id });
    const post = { post: 'SECRETARY', organizationId: from.id };
    const secretary = await people.change(await people.register(), 'appoint', post);
    const guest = await people.register({ kind: 'FUNCTIONAL' });
    const planned = await people.change(await people.register(), 'transferAffiliation', {
      organizationId: general.id,
      on: '2026-12-01',
    });
    const late = await people.register({ since: '2026-09-10' });
    const input = asked({ ids: [...ids([one, two, there, secretary, guest, planned, late]), one.id] });
    const foreseen = await foresee(input);
    expect(foreseen).toMatchObject({ chosen: 7, changes: 2, unchanged: 1, inBackground: false });
    const skipped = Object.fromEntries(foreseen.skipped.map(({ reason, names }) => [reason, names]));
    expect(skipped).toEqual({
      NO_FORMAL_AFFILIATION: [guest.name, late.name],
      HOLDS_POSTS: [secretary.name],
      AFFILIATION_OVERLAPS: [planned.name],
    });
    // nothing is written by asking
    expect(await home(one)).toBe('转出支部');
    expect(await events()).toHaveLength(1);
    expect(await transfer(input, foreseen.expected)).toEqual({ changed: 2, skipped: 4, job: null });
    for (const member of [one, two]) {
      expect(await home(member)).toBe('转入支部');
      expect(await home(member, '2026-08-31')).toBe('转出支部');
      const now = await people.look(member);
      expect(now?.version).toBe(member.version + 1);
      expect(now?.affiliations.map(({ since, until }) => [since, until])).toEqual([
        ['2026-09-01', null],
        ['2020-01-01', '2026-09-01'],
      ]);
    }
    for (const member of [secretary, guest, planned, late]) expect(await home(member)).toBe('转出支部');
    const left = (await events()).slice(1);
    expect(left).toHaveLength(2);
    expect(left[0]).toMatchObject({
      before: { organization: '转出支部' },
      after: { organization: '转入支部', kind: 'FORMAL', on: '2026-09-01' },
      reason: '党支部调整方案',
    });
  });

  it('may be given a day ahead', async () => {
    const member = await people.register();
    const input = asked({ ids: [member.id] }, { effectiveOn: '2026-10-01' });
    await transfer(input, (await foresee(input)).expected);
    expect(await home(member)).toBe('转出支部');
    expect(await home(member, '2026-10-01')).toBe('转入支部');
  });

  it('are found by a filter that says something, as the list shows them', async () => {
    const [full] = [await people.register(), await people.register({ status: 'PROBATIONARY', fullOn: null })];
    const chosen = { filter: { statuses: ['FULL'] }, within: from.id };
    expect(await foresee(asked(chosen))).toMatchObject({ chosen: 1, changes: 1 });
    for (const filter of [{}, { search: '' }, { statuses: [] }, { includeLeft: true }])
      await expect(foresee(asked({ filter, within: from.id }))).rejects.toMatchObject({
        reason: 'BATCH_EMPTY_FILTER',
      });
    for (const rows of [{}, { ids: [] }, { ids: [full.id], filter: { statuses: ['FULL'] } }])
      await expect(foresee(asked(rows))).rejects.toMatchObject({ reason: 'BATCH_NOTHING_CHOSEN' });
    const elsewhere = asked({ ids: [full.id] }, { organizationId: world.root.id });
    await expect(foresee(elsewhere)).rejects.toMatchObject({ reason: 'NO_AFFILIATIONS_HERE' });
  });

  it('are not transferred when anything changed since it was foreseen', async () => {
    const [one, two] = [await people.register(), await people.register()];
    const input = asked({ ids: ids([one, two]) });
    const { expected } = await foresee(input);
    await people.change(two, 'transferAffiliation', { organizationId: general.id, on: '2026-08-01' });
    await expect(transfer(input, expected)).rejects.toMatchObject({ code: 'CONFLICT', reason: 'BATCH_STALE' });
    expect(await home(one)).toBe('转出支部');
    const again = await foresee(input);
    await expect(transfer({ ...input, effectiveOn: '2026-09-02' }, again.expected)).rejects.toMatchObject({
      reason: 'BATCH_STALE',
    });
    expect(await transfer({ ...input, basis: '另一份文件' }, again.expected)).toMatchObject({ changed: 2 });
  });

  it('need the right to maintain members on both sides', async () => {
    const [here, there] = [await people.register(), await people.register({ organizationId: guided.id })];
    const local = await world.account('PARTY_STAFF', general);
    const input = asked({ ids: ids([here, there]) });
    const foreseen = await foresee(input, local);
    expect(foreseen).toMatchObject({ chosen: 2, changes: 1, skipped: [{ reason: 'UNKNOWN_ID', count: 1, names: [] }] });
    await expect(foresee(asked({ ids: [here.id] }, { organizationId: guided.id }), local)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const secretary = await world.account('SECRETARY', general);
    await expect(foresee(input, secretary)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(transfer(input, foreseen.expected, secretary)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await transfer(input, foreseen.expected, local)).toEqual({ changed: 1, skipped: 1, job: null });
    expect(await home(there)).toBe('会员单位支部');
  });

  it('are transferred by a job when they are more than a thousand', async () => {
    await people.register();
    await people.query(
      `with m as (
         insert into member (id, association_id, organization_id, affiliation_kind, name, pinyin, pinyin_initials, status)
         select gen_random_uuid(), association_id, organization_id, 'FORMAL', '众' || n, 'zhong' || n, 'z' || n, 'APPLICANT'
         from member, generate_series(1, 1005) n returning id, association_id, organization_id)
       insert into affiliation (id, association_id, member_id, organization_id, kind, since, basis)
       select gen_random_uuid(), association_id, id, organization_id, 'FORMAL', '2020-01-01', '名册' from m`,
    );
    await world.work();
    const input = asked({ filter: { statuses: ['APPLICANT'] }, within: from.id });
    const foreseen = await foresee(input);
    expect(foreseen).toMatchObject({ chosen: 1005, changes: 1005, inBackground: true });
    expect(await settled((await transfer(input, 'something else')).job!.id)).toMatchObject({
      state: 'FAILED',
      message: { zh: expect.stringContaining('预演以后数据有变化') },
    });
    const { job, changed } = await transfer(input, foreseen.expected);
    expect(changed).toBe(0);
    expect(await settled(job!.id)).toMatchObject({
      state: 'DONE',
      message: { zh: '已变更 1005 名党员，跳过 0 名党员' },
    });
    expect(await events()).toHaveLength(1005);
    const [count] = await people.query<{ n: number }>(
      `select count(*)::int as n from member m join party_organization o on o.id = m.organization_id where o.name = '转入支部'`,
    );
    expect(count!.n).toBe(1005);
  });

  async function settled(id: string): Promise<unknown> {
    for (let tries = 0; tries < 300; tries += 1) {
      const { job } = await world
        .as(world.staff)
        .query<{ job: { state: string } }>(`query ($id: ID!) { job(id: $id) { state message { zh } } }`, { id });
      if (job.state !== 'QUEUED' && job.state !== 'RUNNING') return job;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the job did not end');
  }
});
