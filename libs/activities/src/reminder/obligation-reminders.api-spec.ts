import { checkCharacter, MemberEntity } from '@dangwu/membership';
import { Obligations } from '../cadence';
import { Reminding } from '../trial/reminding';

let on: Reminding;
beforeEach(async () => {
  on = await Reminding.begin();
});
afterEach(async () => {
  await on.end();
});

const idNumber = (seventeen: string): string => seventeen + checkCharacter(seventeen);

describe('what the rules ask for', () => {
  const derive = () => on.world.write((tx) => on.world.app.get(Obligations).derive(tx, on.world.associationId, 'ALL'));
  interface Due {
    id: string;
    state: string;
    activityType: { key: string };
    actors: { people: unknown } | null;
    nudgedBy: string | null;
  }
  const due = async (branch: { id: string }, actor = on.world.staff): Promise<Due[]> => {
    const { obligations } = await on.world.as(actor).query<{ obligations: { nodes: Due[] } }>(
      `query ($id: ID) { obligations(first: 50, filter: { organizationId: $id, states: [AT_RISK, LATE] }) { nodes {
         id state activityType { key } actors { people { role name position organizationName } } nudgedBy } } }`,
      { id: branch.id },
    );
    return obligations.nodes;
  };

  it('is told when it is at risk and when it is late, once each, in one letter with all the rest', async () => {
    const branch = await on.world.branch('第一支部', { foundedOn: '2026-11-01', effectiveOn: '2026-11-01' });
    const secretary = await on.person('SECRETARY', branch);
    await derive();
    const rows = (): Promise<{ kind: string; moment: string; line: string }[]> =>
      on.world.write((tx) =>
        tx.query(`select kind, moment, line ->> 'zh' as line from reminder where account_id = $1 order by id`, [
          secretary.accountId,
        ]),
      );
    for (const time of ['2026-11-30T08:00', '2026-11-30T09:00', '2026-12-01T08:00', '2026-11-30T10:00']) {
      on.at(time);
      await on.job.run();
    }
    const november = (await rows()).filter(({ line }) => line.includes('主题党日 2026-11-01 至 2026-11-30'));
    expect(november).toEqual([
      { kind: 'AT_RISK', moment: expect.any(String) as string, line: expect.stringContaining('还差 1 次') as string },
      { kind: 'LATE', moment: '2026-11-30', line: expect.stringContaining('还差 1 次') as string },
    ]);
    const sent = await on.letters();
    expect(sent.map(({ subject }) => /（(.+)）/.exec(subject)![1])).toEqual(['2026-11-30', '2026-12-01']);
    expect(sent[1]!.text).toMatch(/【已逾期】\n· 第一支部：[^]*2026-11-01 至 2026-11-30 还差 1 次\n {2}http/);
    // who is told only now is told nothing that is on the board for longer than the rule says
    const late = await on.person('SECRETARY', branch);
    on.at('2027-02-01T08:00');
    await on.job.run();
    const [{ oldest } = { oldest: '' }] = await on.world.write((tx) =>
      tx.query<{ oldest: string }[]>(
        `select min(moment) as oldest from reminder where account_id = $1 and kind = 'LATE'`,
        [late.accountId],
      ),
    );
    expect(oldest > '2026-12-31').toBe(true);
  });

  it('names who must act: the secretary, else the staff, else the staff above', async () => {
    const parent = await on.world.organization('机关党总支', { type: 'GENERAL_BRANCH' });
    const branch = await on.world.branch('第一支部', {
      under: parent,
      foundedOn: '2026-11-01',
      effectiveOn: '2026-11-01',
    });
    await derive();
    on.at('2026-12-01T10:00');
    await on.staff();
    const actors = async (actor = on.world.staff): Promise<unknown> => {
      const [first] = await due(branch, actor);
      return first!.actors && first!.actors.people;
    };
    expect(await actors()).toEqual([]);
    const assign = (organizationId: string, name: string) => {
      const input = {
        organizationId,
        name,
        position: '组织干事',
        time: 'PART_TIME',
        since: '2026-11-01',
        basis: '通知',
      };
      return on.activities.send('assignStaff', input, on.world.staff, 'id');
    };
    await assign(parent.id, '钱上级');
    expect(await actors()).toEqual([
      { role: 'SUPERIOR_STAFF', name: '钱上级', position: '组织干事', organizationName: '机关党总支' },
    ]);
    await assign(branch.id, '孙干事');
    expect(await actors()).toMatchObject([{ role: 'STAFF', name: '孙干事' }]);
    const facts = { status: 'FULL', joinedOn: '2012-06-01', fullOn: '2013-06-01', since: '2026-11-01', basis: '名册' };
    const input = { name: '周书记', idNumber: idNumber('99010219900307001'), organizationId: branch.id, ...facts };
    const member = await on.activities.send<{ id: string; version: number }>(
      'registerMember',
      input,
      on.world.staff,
      'id version',
    );
    const post = { organizationId: branch.id, post: 'SECRETARY', on: '2026-11-01', basis: '批复' };
    await on.activities.send('appoint', { ...member, ...post }, on.world.staff, 'id');
    expect(await actors(await on.world.account('SECRETARY', branch))).toEqual([
      { role: 'SECRETARY', name: '周书记', position: null, organizationName: '第一支部' },
    ]);
    // who sees what is due, but no staff
    expect(await actors(await on.world.account('MEMBER', branch))).toBeNull();
    expect(await on.world.write((tx) => tx.countBy(MemberEntity, { name: '周书记' }))).toBe(1);
  });

  it('is urged once a day, on record, by letter at once, to whoever must act', async () => {
    const branch = await on.world.branch('第一支部', { foundedOn: '2026-11-01', effectiveOn: '2026-11-01' });
    await derive();
    on.at('2026-12-01T10:00');
    await on.staff();
    const [one, two] = await due(branch);
    const nudge = (id: string, actor = on.world.staff) =>
      on.activities.send('nudgeObligation', { id }, actor, 'nudgedBy');
    await on.world.write((tx) => tx.query(`update account set mail = null`));
    const secretary = await on.person('SECRETARY', branch);
    const both = await Promise.allSettled([nudge(one!.id), nudge(one!.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(nudge(one!.id)).rejects.toMatchObject({ reason: 'NUDGED_TODAY', code: 'CONFLICT' });
    await nudge(two!.id);
    expect(await on.kinds(secretary)).toEqual(['OBLIGATION_NUDGED', 'OBLIGATION_NUDGED']);
    await on.job.runAtOnce();
    await on.job.runAtOnce();
    expect((await on.letters()).map(({ subject }) => subject)).toEqual(['党务提醒：2 项（2026-12-01）']);
    // oneself, whoever must not act, and what is done
    await expect(nudge(one!.id, secretary)).rejects.toMatchObject({ reason: 'NUDGED_TODAY' });
    await expect(nudge(one!.id, await on.world.account('MEMBER', branch))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    on.at('2026-12-02T10:00');
    await on.staff();
    const again = await on.world.account('SECRETARY', branch);
    await expect(nudge(one!.id, again)).resolves.toBeDefined();
    on.at('2026-12-01T10:00');
    await expect(nudge(one!.id, await on.staff())).rejects.toMatchObject({ reason: 'NUDGED_TODAY' });
    const waived = await on.activities.send<{ version: number }>(
      'waiveObligation',
      { id: two!.id, version: await versionOf(two!.id), reason: '全员驻外' },
      on.world.staff,
      'version',
    );
    expect(waived.version).toBeGreaterThan(1);
    on.at('2026-12-03T10:00');
    await expect(nudge(two!.id, await on.staff())).rejects.toMatchObject({ reason: 'NOTHING_TO_NUDGE' });
  });

  it('is not urged where there is nobody to tell', async () => {
    const branch = await on.world.branch('第一支部', { foundedOn: '2026-11-01', effectiveOn: '2026-11-01' });
    await derive();
    const alone = on.world.staff;
    await on.world.write((tx) =>
      tx.query(`update access_grant set until = since where account_id <> $1`, [alone.accountId]),
    );
    on.at('2026-11-20T10:10');
    const [row] = await on.world.write((tx) =>
      tx.query<{ id: string }[]>(`select id from obligation order by ends_on`),
    );
    const id = `Obligation_${row!.id.replaceAll('-', '')}`;
    await on.world.write((tx) => tx.query(`update obligation set risk_from = starts_on where id = $1`, [row!.id]));
    await expect(on.activities.send('nudgeObligation', { id }, alone, 'id')).rejects.toMatchObject({
      reason: 'NOBODY_TO_NUDGE',
      params: { name: expect.any(String) as string },
    });
    expect(branch.id).toBeTruthy();
  });

  const versionOf = async (id: string): Promise<number> =>
    (
      await on.world
        .as(on.world.staff)
        .query<{ obligation: { version: number } }>(`query ($id: ID!) { obligation(id: $id) { version } }`, { id })
    ).obligation.version;
});
