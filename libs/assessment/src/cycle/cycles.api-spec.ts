import { createWorld, type Actor, type World } from '@dangwu/testing';
import { Cycles, deadlinesFrom, type CycleAnswer } from '../trial/cycles';

let world: World;
let cycles: Cycles;
let committee: { id: string };
let branch: { id: string };
let guided: { id: string };
let secretary: Actor;
let guest: Actor;
let other: Actor;
let leader: Actor;
let today: string;
beforeAll(async () => {
  world = await createWorld();
  cycles = new Cycles(world);
  committee = await world.organization('秘书处机关党委', { type: 'COMMITTEE' });
  branch = await world.branch('标准部党支部', { under: committee });
  await world.branch('信息部党支部', { under: committee });
  await world.branch('检测公司党支部', { tier: 'ENTERPRISE' });
  guided = await world.branch('某会员单位党支部', { relation: 'GUIDES', tier: 'MEMBER_UNIT' });
  await world.organization('专家组', { type: 'EXPERT_GROUP' });
  secretary = await world.account('SECRETARY', branch);
  guest = await world.account('SECRETARY', guided);
  other = await world.account('PARTY_STAFF', committee);
  leader = await world.account('LEADER', world.root);
  today = world.clock.today();
});
afterAll(() => world.close());

const day = (offset: number): string => new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10);
const branches = { organizationTypes: ['BRANCH'] };
const reasonOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    ({ reason }: { reason: string }) => reason,
  );

describe('whom a cycle covers', () => {
  const preview = async (more: object = {}, actor: Actor = world.staff) => {
    const { organizationId, relations, groupBy } = cycles.facts(more);
    const input = { organizationId, relations, groupBy, ...more };
    const document = `query ($input: PreviewAssessmentCycleInput!) { assessmentCyclePreview(input: $input) {
      required invited groups { key required invited organizations { name tier relation verifierName } }
      uncoveredCount uncovered { name reason } } }`;
    const { assessmentCyclePreview } = await world
      .as(actor)
      .query<{ assessmentCyclePreview: Record<string, unknown> }>(document, { input });
    return assessmentCyclePreview;
  };

  it('is told by groups, with who is invited and who is left out and why', async () => {
    expect(await preview(branches)).toEqual({
      required: 3,
      invited: 1,
      groups: [
        {
          key: 'SECRETARIAT',
          required: 2,
          invited: 0,
          organizations: [
            { name: '标准部党支部', tier: 'SECRETARIAT', relation: 'LEADS', verifierName: '秘书处机关党委' },
            { name: '信息部党支部', tier: 'SECRETARIAT', relation: 'LEADS', verifierName: '秘书处机关党委' },
          ],
        },
        {
          key: 'ENTERPRISE',
          required: 1,
          invited: 0,
          organizations: [expect.objectContaining({ name: '检测公司党支部' })],
        },
        {
          key: 'MEMBER_UNIT',
          required: 0,
          invited: 1,
          organizations: [expect.objectContaining({ relation: 'GUIDES' })],
        },
      ],
      uncoveredCount: 2,
      uncovered: [
        { name: '秘书处机关党委', reason: 'TYPE' },
        { name: '专家组', reason: 'TYPE' },
      ],
    });
    const narrow = await preview({ ...branches, relations: ['LEADS'], tiers: ['SECRETARIAT'], groupBy: 'PARENT' });
    expect(narrow).toMatchObject({
      required: 2,
      invited: 0,
      groups: [{ key: committee.id, required: 2 }],
      uncovered: expect.arrayContaining([
        { name: '检测公司党支部', reason: 'TIER' },
        { name: '某会员单位党支部', reason: 'GUIDED' },
      ]),
    });
    expect(await reasonOf(preview(branches, other))).toBe('PERMISSION_MISSING');
    expect(await preview({ ...branches, organizationId: committee.id }, other)).toMatchObject({ required: 2 });
  });

  it('is refused with a scheme that cannot be used, a period of odd days, deadlines out of order, nobody', async () => {
    const open = async (more: object, scheme = {}): Promise<unknown> =>
      reasonOf(
        cycles.do('openAssessmentCycle', { schemeVersionId: await cycles.scheme(scheme), ...cycles.facts(more) }),
      );
    // drafts are seen by those alone who write schemes
    expect(await open({}, { state: 'DRAFT' })).toBe('UNKNOWN_ID');
    expect(await open({}, { retiredOn: today })).toBe('CYCLE_SCHEME');
    expect(await open({}, { subject: 'MEMBER' })).toBe('CYCLE_SCHEME');
    expect(await open({ periodTo: '2026-06-29' })).toBe('CYCLE_PERIOD');
    expect(await open({ deadlines: deadlinesFrom(day(-1)) })).toBe('CYCLE_DEADLINES');
    expect(await open({ deadlines: deadlinesFrom(today).reverse().slice(1) })).toBe('CYCLE_DEADLINES');
    expect(await open({ tiers: ['COUNCIL'] })).toBe('CYCLE_NOBODY');
  });
});

describe('a cycle', () => {
  let cycle: CycleAnswer;
  it('is prepared unseen by those below', async () => {
    cycle = await cycles.open(branches);
    expect(cycle.stage).toBe('PREPARING');
    expect(await cycles.read(cycle.id, 'scheme { name { zh } no } progress { total invited } dueOn')).toEqual({
      scheme: { name: { zh: '六强考核' }, no: 1 },
      progress: { total: 3, invited: 1 },
      dueOn: null,
    });
    expect(await cycles.assessments({ cycleId: cycle.id }, secretary)).toEqual([]);
    expect(await cycles.assessments({ cycleId: cycle.id })).toHaveLength(4);
  });

  it('tells them when self-assessment begins, and them alone of their own', async () => {
    cycle = await cycles.step('advanceAssessmentCycle', cycle);
    expect(cycle.stage).toBe('SELF_ASSESSMENT');
    const fields = 'subjectName cycle { title stage dueOn late scheme { no } stages { stage dueOn } } steps { kind }';
    const own = await cycles.assessments<{ cycle: { stages: object[] } }>(
      { own: true, waiting: true },
      secretary,
      fields,
    );
    expect(own).toMatchObject([
      {
        subjectName: '标准部党支部',
        cycle: { stage: 'SELF_ASSESSMENT', dueOn: today, late: false, scheme: { no: 1 } },
      },
    ]);
    expect(own[0]!.cycle.stages).toHaveLength(7);
    expect(await cycles.read(cycle.id, 'id', secretary)).toBeNull();
    const [invited] = await cycles.assessments<{ steps: object[] }>({ own: true }, guest, fields);
    expect(invited!.steps).toEqual([{ kind: 'INVITED' }]);
  });

  it('scores whoever is guided only if it wants to be', async () => {
    const input = async (takesPart: boolean) => ({ ...(await picked(cycle, '某会员单位')), takesPart });
    const answer = (more: object, actor: Actor): Promise<{ participation: string }> =>
      cycles.do('answerAssessmentInvitation', more, actor, 'participation');
    expect(await reasonOf(answer(await input(true), secretary))).toBe('UNKNOWN_ID');
    expect(await answer(await input(true), guest)).toEqual({ participation: 'OPTED_IN' });
    expect(await answer(await input(false), guest)).toEqual({ participation: 'DECLINED' });
    expect(await answer(await input(true), guest)).toEqual({ participation: 'OPTED_IN' });
    const led = { ...(await picked(cycle, '标准部')), takesPart: false };
    expect(await reasonOf(answer(led, secretary))).toBe('INVITATION_ANSWERED');
    expect(await cycles.read(cycle.id, 'progress { total invited }')).toEqual({ progress: { total: 4, invited: 0 } });
  });

  it('names experts who never score their own, and shows them to whoever conducts alone', async () => {
    const expert = await world.account('EXPERT', branch);
    const accountId = `Account_${expert.accountId.replaceAll('-', '')}`;
    const name = (scorers: object[], actor?: Actor): Promise<unknown> =>
      reasonOf(cycles.read(cycle.id).then((now) => cycles.step('nameAssessmentScorers', now, { scorers }, actor)));
    expect(await name([{ accountId, groups: ['NOWHERE'] }])).toBe('SCORER_GROUP');
    expect(await name([{ accountId }])).toBeNull();
    expect(await name([{ accountId, groups: ['SECRETARIAT'], role: 'EXTERNAL' }])).toBeNull();
    const fields = 'name role groups asked submitted recused { name }';
    const scorers = await cycles.ask<object[]>('assessmentScorers', cycle.id, fields);
    // the other branch of the group is left
    expect(scorers).toEqual([
      expect.objectContaining({
        role: 'EXTERNAL',
        groups: ['SECRETARIAT'],
        asked: 1,
        recused: [{ name: '标准部党支部' }],
      }),
    ]);
    expect(await reasonOf(cycles.ask('assessmentScorers', cycle.id, fields, leader))).toBe('PERMISSION_MISSING');
    expect(await reasonOf(cycles.ask('assessmentScorers', cycle.id, fields, secretary))).toBe('PERMISSION_MISSING');
  });

  it('says what is missing before it moves on, reads the figures, and then moves', async () => {
    const gaps = await cycles.ask<object[]>('assessmentCycleGaps', cycle.id, 'kind count refuses names');
    expect(gaps).toEqual([{ kind: 'SELF', count: 4, refuses: false, names: expect.arrayContaining(['标准部党支部']) }]);
    cycle = await cycles.read(cycle.id);
    await expect(cycles.step('advanceAssessmentCycle', cycle)).rejects.toMatchObject({
      reason: 'CYCLE_MISSING',
      messages: { zh: expect.stringContaining('4 个党组织没有交自评') },
    });
    await world.work();
    const begun = await cycles.step('advanceAssessmentCycle', cycle, { reason: '时间紧' });
    expect(begun.stage).toBe('SELF_ASSESSMENT');
    cycle = await until(cycle.id, 'VERIFICATION');
    const read = await cycles.read<{ snapshotAt: string; steps: { kind: string; text: string }[] }>(
      cycle.id,
      'snapshotAt reading steps { kind stage text }',
    );
    expect(read).toMatchObject({ reading: false, snapshotAt: expect.any(String) });
    expect(read.steps.map(({ kind }) => kind).slice(0, 2)).toEqual(['STAGE', 'SNAPSHOT']);
    expect(read.steps[1]!.text).toBe('已取 4 个党组织的 1 项数');
    const [{ count }] = (await world.write((tx) =>
      tx.query(`select count(*)::int from metric_snapshot where figure = 'obligation.fulfilmentRate'`),
    )) as [{ count: number }];
    expect(count).toBe(4);
  });

  it('reads figures again only with a reason', async () => {
    expect(await reasonOf(cycles.step('takeMetricSnapshot', cycle))).toBe('CYCLE_SNAPSHOT_REASON');
    await cycles.step('takeMetricSnapshot', cycle, { reason: '补录了记录' });
    await until(cycle.id, 'VERIFICATION');
    const rows = await world.write((tx) =>
      tx.query<{ kept: boolean; count: number }[]>(
        `select deleted_at is null as kept, count(*)::int from metric_snapshot group by 1 order by 1`,
      ),
    );
    expect(rows).toEqual([
      { kept: false, count: 4 },
      { kept: true, count: 4 },
    ]);
  });

  it('moves deadlines with a reason, in their order, and not those that are over', async () => {
    cycle = await cycles.read(cycle.id);
    const move = (stage: string, dueOn: string, reason?: string): Promise<unknown> =>
      reasonOf(cycles.step('changeAssessmentCycle', cycle, { deadlines: [{ stage, dueOn }], reason }));
    expect(await move('SELF_ASSESSMENT', day(1), '延期')).toBe('CYCLE_DEADLINE_PAST');
    expect(await move('VERIFICATION', day(3))).toBe('CYCLE_DEADLINE_REASON');
    expect(await move('VERIFICATION', day(5), '延期')).toBe('CYCLE_DEADLINES');
    expect(await move('EXPERT_REVIEW', day(-1), '提前')).toBe('CYCLE_DEADLINES');
    expect(await move('VERIFICATION', day(3), '延期')).toBeNull();
    const { dueOn, steps } = await cycles.read<{ dueOn: string; steps: object[] }>(
      cycle.id,
      'dueOn steps { kind stage dueOn text }',
    );
    expect(dueOn).toBe(day(3));
    expect(steps[0]).toEqual({ kind: 'DEADLINE', stage: 'VERIFICATION', dueOn: day(3), text: '延期' });
  });

  it('passes over a stage with a reason, and goes back with one', async () => {
    cycle = await cycles.read(cycle.id);
    expect(await reasonOf(cycles.step('advanceAssessmentCycle', cycle, { to: 'MODERATION' }))).toBe('CYCLE_SKIP');
    expect(await reasonOf(cycles.step('advanceAssessmentCycle', cycle, { to: 'NOTICE', reason: '急' }))).toBe(
      'CYCLE_SKIP',
    );
    cycle = await cycles.step('advanceAssessmentCycle', cycle, { to: 'MODERATION', reason: '没有专家评分项' });
    expect(cycle.stage).toBe('MODERATION');
    expect(await reasonOf(cycles.step('reopenAssessmentCycle', cycle, { to: 'NOTICE', reason: '重来' }))).toBe(
      'CYCLE_BACK',
    );
    cycle = await cycles.step('reopenAssessmentCycle', cycle, { to: 'VERIFICATION', reason: '漏了一份' });
    const { steps } = await cycles.read<{ steps: object[] }>(cycle.id, 'steps { kind stage text }');
    expect(steps.slice(0, 2)).toEqual([
      { kind: 'REOPENED', stage: 'VERIFICATION', text: '漏了一份' },
      { kind: 'SKIPPED', stage: 'MODERATION', text: '没有专家评分项' },
    ]);
  });

  it('keeps its version of the scheme, whatever becomes of the scheme', async () => {
    await world.write((tx) => tx.query(`update assessment_scheme set retired_on = $1`, [today]));
    expect(await cycles.read(cycle.id, 'scheme { no }')).toEqual({ scheme: { no: 1 } });
    await expect(
      world.write((tx) => tx.query(`update scheme_version set tree = '{}' where used_at is not null`)),
    ).rejects.toThrow(/is published and stays/);
    await world.write((tx) => tx.query(`update assessment_scheme set retired_on = null`));
  });

  it('is conducted where it was opened, not by a committee in between, nor by whoever merely reads it', async () => {
    for (const actor of [other, leader])
      expect(await reasonOf(cycles.step('cancelAssessmentCycle', cycle, { reason: '越权' }, actor))).toBe(
        'PERMISSION_MISSING',
      );
    cycle = await cycles.step('cancelAssessmentCycle', cycle, { reason: '方案有误' });
    expect(await cycles.read(cycle.id, 'cancelReason')).toEqual({ cancelReason: '方案有误' });
    expect(await reasonOf(cycles.step('advanceAssessmentCycle', cycle))).toBe('CYCLE_STAGE');
  });
});

describe('what changes meanwhile', () => {
  it('is hinted at; whoever was dissolved is taken out, with what was said kept', async () => {
    const lost = await world.branch('即将撤销党支部', { under: committee });
    let cycle = await cycles.advance(await cycles.open(branches));
    await world.write((tx) =>
      tx.query(`update party_organization set name = '信息化部党支部', parent_id = $1 where name = '信息部党支部'`, [
        world.root.id.slice('PartyOrganization_'.length),
      ]),
    );
    await world
      .as(world.staff)
      .mutate(`mutation ($input: DissolveOrganizationInput!) { dissolveOrganization(input: $input) { id } }`, {
        input: { id: lost.id, version: 1, effectiveOn: today, basis: '撤销' },
      });
    await world.branch('新成立党支部', { under: committee });
    const hints = await cycles.ask<object[]>('assessmentCycleHints', cycle.id, 'kind name before { zh } after { zh }');
    expect(hints).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'DISSOLVED', name: '即将撤销党支部' }),
        {
          kind: 'MOVED',
          name: '信息化部党支部',
          before: { zh: '秘书处机关党委' },
          after: { zh: '示范行业协会党委（功能型）' },
        },
        expect.objectContaining({ kind: 'RENAMED', before: { zh: '信息部党支部' } }),
        expect.objectContaining({ kind: 'FOUNDED', name: '新成立党支部' }),
      ]),
    );
    cycle = await cycles.advance(cycle);
    const [gone] = await cycles.assessments<object>(
      { cycleId: cycle.id, participations: ['EXCLUDED'] },
      world.staff,
      'subjectName participationNote steps { kind }',
    );
    expect(gone).toEqual({
      subjectName: '即将撤销党支部',
      participationNote: `已于 ${today} 撤销`,
      steps: [{ kind: 'EXCLUDED' }],
    });
  });
});

async function picked(cycle: CycleAnswer, name: string): Promise<{ id: string; version: number }> {
  const { id, version } = await cycles.assessment(cycle, name);
  return { id, version };
}

/** The worker reads figures; the cycle moves when that is done. */
async function until(id: string, stage: string): Promise<CycleAnswer> {
  for (let tries = 0; tries < 300; tries++) {
    const cycle = await cycles.read<CycleAnswer & { reading: boolean }>(id, 'id version stage title reading');
    if (cycle.stage === stage && !cycle.reading) return cycle;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The cycle did not come to ${stage}`);
}
