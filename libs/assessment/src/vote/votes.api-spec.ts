import { recount, type PublishedBallot } from '@dangwu/ballots';
import { globalId } from '@dangwu/platform/ids';
import { createWorld, Traces, type Actor, type World } from '@dangwu/testing';
import { createHash } from 'node:crypto';
import { CycleStage, Participation } from '../cycle/cycle.enums';
import { arrangeCycle, type ArrangedCycle } from '../trial/arrange-cycle';
import { Cycles } from '../trial/cycles';
import { lineOf, Sheets } from '../trial/sheets';
import { Votes } from '../trial/votes';
import { DueVotes } from './due-votes';

const { SELF_ASSESSMENT, VERIFICATION, EXPERT_REVIEW, MODERATION } = CycleStage;

describe('secret votes of assessments', () => {
  let world: World;
  let votes: Votes;
  let sheets: Sheets;
  let branches: { id: string }[];
  let voters: Actor[];
  beforeAll(async () => {
    world = await createWorld({ environment: { RATE_LIMIT: '1000000' } });
    votes = new Votes(world);
    sheets = new Sheets(world);
    branches = [];
    for (const name of ['综合部', '标准部', '会员部']) branches.push(await world.branch(`${name}党支部`));
    voters = [];
    for (let n = 0; n < 6; n++) voters.push(await world.account('MEMBER', branches[n % 3]));
  });
  afterAll(() => world.close());

  const arrange = (stage: CycleStage = VERIFICATION): Promise<ArrangedCycle> =>
    arrangeCycle(world, {
      stage,
      subjects: branches,
      figures: { 'obligation.fulfilmentRate': { part: '36', whole: '40' } },
    });
  const reasonOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'taken',
      (error: { reason: string }) => error.reason,
    );

  it('is held by one group on many assessed, counted, and stands on their sheets', async () => {
    const { id: cycleId, assessments } = await arrange();
    const opened = await votes.open(cycleId, assessments, voters);
    expect(opened).toMatchObject({ phase: 'ISSUING', voters: 6, issued: 0, cast: 0, counts: [] });
    expect(opened.subjects).toEqual([
      { key: '1', name: '综合部党支部' },
      { key: '2', name: '标准部党支部' },
      { key: '3', name: '会员部党支部' },
    ]);
    const inSystem = async (id: string) => lineOf(await sheets.read(id, 'VERIFIER', world.staff), 'base.voice');
    expect(await inSystem(assessments[0]!)).toMatchObject({ points: null, ballot: { counted: false } });
    const devices = [];
    for (const actor of voters) devices.push(await votes.device(opened.id, actor));
    expect(await votes.own(opened.id, voters[0]!)).toMatchObject({ phase: 'ISSUING', issued: 6, done: true });
    expect(await votes.begin(opened.id)).toMatchObject({ phase: 'CASTING', issued: 6 });
    for (const [n, device] of devices.entries()) {
      const answers = { '1': n < 3 ? 'YES' : 'NO', '2': n === 0 ? 'NO' : 'YES', '3': n < 4 ? 'NONE' : 'YES' };
      expect(await votes.send(device, answers)).toEqual({ id: device.id });
    }
    expect((await votes.list(cycleId))[0]).toMatchObject({ phase: 'CASTING', cast: 6, counts: [] });
    const counted = await votes.count(opened.id);
    const of = (subject: string, YES: number, NO: number, NONE: number) =>
      Object.entries({ YES, NO, NONE }).map(([option, papers]) => ({ subject, option, papers }));
    expect(counted).toMatchObject({ phase: 'CLOSED', cast: 6 });
    const known = (one: { subject: string; option: string }) => `${one.subject} ${one.option}`;
    const sorted = (all: readonly { subject: string; option: string }[]) =>
      [...all].sort((a, b) => (known(a) < known(b) ? -1 : 1));
    expect(sorted(counted.counts)).toEqual(sorted([...of('1', 3, 3, 0), ...of('2', 5, 1, 0), ...of('3', 2, 0, 4)]));
    // of members alone, as no group else has voted yet: 10 × 3 of 6, 10 × 5 of 6, and who does not know does not count
    for (const [n, points] of ['5.00', '8.33', '10.00'].entries())
      expect(await inSystem(assessments[n]!)).toMatchObject({ points, ballot: { counted: true, tellers: null } });

    const list = await votes.published(counted.publishedUrl!, voters[0]!);
    expect(list.status).toBe(200);
    expect(createHash('sha256').update(list.text).digest('hex')).toBe(counted.publishedHash);
    const { counts, faults } = recount(JSON.parse(list.text) as PublishedBallot);
    expect([counts['1'], faults]).toEqual([{ MEMBERS: { YES: 3, NO: 3, NONE: 0 } }, []]);
    expect((await votes.published(counted.publishedUrl!, world.staff)).status).toBe(200);
    const stranger = await world.account('MEMBER', branches[0]);
    expect((await votes.published(counted.publishedUrl!, stranger)).status).toBe(404);
    expect(await votes.own(opened.id, stranger)).toBeNull();
    expect(await votes.own(opened.id, voters[5]!)).toMatchObject({ phase: 'CLOSED', counts: counted.counts });
  });

  it('goes on group by group, each with its weight', async () => {
    const { id: cycleId, assessments } = await arrange();
    const staff: Actor[] = [];
    for (let n = 0; n < 5; n++) staff.push(await world.account('MEMBER', branches[0]));
    const hold = async (groupKey: string, people: readonly Actor[], option: string) => {
      const { id } = await votes.open(cycleId, [assessments[0]!], people, { groupKey });
      const devices = [];
      for (const actor of people) devices.push(await votes.device(id, actor));
      await votes.begin(id);
      for (const device of devices) await votes.send(device, { '1': option });
      await votes.count(id);
    };
    await hold('MEMBERS', voters.slice(0, 5), 'YES');
    await hold('STAFF', staff, 'NO');
    // 10 × (0.6 × 1 + 0.4 × 0)
    expect(lineOf(await sheets.read(assessments[0]!, 'VERIFIER', world.staff), 'base.voice').points).toBe('6.00');
  });

  it('is void without a trace of papers, and can be held again', async () => {
    const { id: cycleId, assessments } = await arrange(SELF_ASSESSMENT);
    const { id } = await votes.open(cycleId, [assessments[0]!], voters);
    expect(await reasonOf(votes.open(cycleId, [assessments[0]!], voters))).toBe('VOTE_HELD');
    expect(await votes.giveUp(id)).toMatchObject({ phase: 'VOID', voidReason: '名单有误' });
    for (const act of ['begin', 'count', 'giveUp'] as const) expect(await reasonOf(votes[act](id))).toBe('VOTE_OVER');
    expect((await votes.open(cycleId, [assessments[0]!], voters)).phase).toBe('ISSUING');
    expect(await votes.list(cycleId)).toMatchObject([{ phase: 'ISSUING' }, { phase: 'VOID' }]);
  });

  it('needs voters: few with a reason, fewer than three never', async () => {
    const { id: cycleId, assessments } = await arrange();
    const one = [assessments[0]!];
    expect(await reasonOf(votes.open(cycleId, one, voters.slice(0, 2), { reason: '只有两名党员' }))).toBe(
      'VOTE_TOO_FEW',
    );
    await expect(votes.open(cycleId, one, voters.slice(0, 4))).rejects.toMatchObject({
      reason: 'VOTE_FEW',
      params: { voters: 4, fewest: 5 },
    });
    const { id } = await votes.open(cycleId, one, voters.slice(0, 4), { reason: '支部只有四名党员' });
    const devices = [await votes.device(id, voters[0]!), await votes.device(id, voters[1]!)];
    expect(await reasonOf(votes.begin(id, { reason: '等不到' }))).toBe('VOTE_TOO_FEW');
    devices.push(await votes.device(id, voters[2]!));
    expect(await reasonOf(votes.begin(id))).toBe('VOTE_FEW');
    expect(await votes.begin(id, { reason: '一人出差' })).toMatchObject({ phase: 'CASTING', issued: 3 });
    // whoever came too late has no vote
    expect(await reasonOf(votes.device(id, voters[3]!))).toBe('BALLOT_NOT_ISSUING');
    expect(await reasonOf(votes.count(id))).toBe('VOTE_NO_PAPERS');
    await votes.send(devices[0]!, { '1': 'YES' });
    expect((await votes.count(id)).cast).toBe(1);
    const { assessmentCycle } = await world
      .as(world.staff)
      .query<{ assessmentCycle: { steps: { kind: string; text: string }[] } }>(
        'query ($id: ID!) { assessmentCycle(id: $id) { steps { kind text } } }',
        { id: cycleId },
      );
    expect(assessmentCycle.steps).toEqual([
      { kind: 'VOTE_COUNTED', text: '党员满意度（党员）' },
      { kind: 'VOTE_FEW', text: '党员满意度（党员）：一人出差' },
      { kind: 'VOTE_OPENED', text: '党员满意度（党员）：支部只有四名党员' },
    ]);
  });

  it('stands beside no count by hand, whichever came first', async () => {
    const { id: cycleId, assessments } = await arrange();
    const [byHand, secret] = assessments as [string, string];
    const record = (assessmentId: string) => {
      const papers = [{ group: 'MEMBERS', option: 'YES', papers: 3 }];
      return sheets.recordVotes(
        { assessmentId, nodeKey: 'base.voice', version: 0, papers, tellers: '王岚、李想' },
        world.staff,
      );
    };
    await record(byHand);
    const held = async () => {
      const document = `query ($id: ID!) { assessmentVoteChoices(cycleId: $id) { held { assessmentId groupKey } } }`;
      const answer = await world.as(world.staff).query<{ assessmentVoteChoices: { held: object[] } }>(document, {
        id: cycleId,
      });
      return answer.assessmentVoteChoices.held;
    };
    expect(await held()).toEqual([{ assessmentId: byHand, groupKey: null }]);
    expect(await reasonOf(votes.open(cycleId, [byHand, secret], voters))).toBe('VOTE_BY_HAND');
    await votes.open(cycleId, [secret], voters);
    expect(await held()).toContainEqual({ assessmentId: secret, groupKey: 'MEMBERS' });
    expect(await reasonOf(record(secret))).toBe('VOTES_OF_SYSTEM');
    // the database says so as well
    const [, id] = secret.split('_');
    await expect(
      world.write((tx) =>
        tx.query(
          `insert into assessment_ballot (id, association_id, assessment_id, organization_id, node_key, papers, tellers)
           select gen_random_uuid(), a.association_id, a.id, a.organization_id, 'base.voice', '{}', '某人'
           from assessment a where a.id = $1`,
          [id],
        ),
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'assessment_ballot_one_way' } });
  });

  it('refuses who and what does not belong there', async () => {
    const { id: cycleId, assessments } = await arrange();
    const one = [assessments[0]!];
    const open = (more: object, people = voters) => reasonOf(votes.open(cycleId, one, people, more));
    expect(await open({ nodeKey: 'base.files' })).toBe('SCORE_NODE_UNKNOWN');
    expect(await open({ groupKey: 'NOBODY' })).toBe('VOTE_GROUP_UNKNOWN');
    const elsewhere = await arrange();
    expect(await open({ assessmentIds: elsewhere.assessments })).toBe('UNKNOWN_ID');
    expect(await open({ voterIds: [globalId('Account', '00000000-0000-4000-8000-000000000000')] })).toBe('UNKNOWN_ID');
    const gone = await world.account('MEMBER', branches[0]);
    await world.write((tx) => tx.query(`update account set disabled_at = now() where id = $1`, [gone.accountId]));
    expect(await open({}, [...voters, gone])).toBe('VOTE_VOTER_UNFIT');
    await votes.open(cycleId, one, voters.slice(0, 5));
    await expect(votes.open(cycleId, one, voters, { groupKey: 'STAFF' })).rejects.toMatchObject({
      reason: 'VOTE_VOTER_TWICE',
      params: { names: expect.any(Array) },
    });
    const out = await arrangeCycle(world, {
      stage: VERIFICATION,
      subjects: [{ ...branches[0]!, participation: Participation.EXCLUDED }],
    });
    expect(await reasonOf(votes.open(out.id, out.assessments, voters))).toBe('VOTE_SUBJECT_OUT');
  });

  it('is conducted by whoever conducts the cycle, and told to nobody else', async () => {
    const { id: cycleId, assessments } = await arrange();
    const { id } = await votes.open(cycleId, assessments, voters);
    const leader = await world.account('LEADER', world.root);
    const secretary = await world.account('SECRETARY', branches[0]);
    for (const [actor, found] of [
      [leader, 'PERMISSION_MISSING'],
      [voters[0]!, 'PERMISSION_MISSING'],
    ] as const) {
      expect(await reasonOf(votes.begin(id, {}, actor))).toBe(found);
      expect(await reasonOf(votes.open(cycleId, assessments, voters, {}, actor))).toBe(found);
    }
    const between = await world.account('PARTY_STAFF', branches[0]);
    for (const act of ['begin', 'count', 'giveUp'] as const)
      expect(await reasonOf(act === 'begin' ? votes.begin(id, {}, between) : votes[act](id, between))).toBe(
        'UNKNOWN_ID',
      );
    expect(await reasonOf(votes.sign(id, 'AAAA', secretary))).toBe('UNKNOWN_ID');
    expect(await reasonOf(votes.sign(id, 'AAAA', voters[0]!))).toBe('BLINDED_UNREADABLE');
    const own = await world
      .as(voters[1]!)
      .query<{ ownAssessmentVotes: { id: string }[] }>('{ ownAssessmentVotes { id } }');
    expect(own.ownAssessmentVotes.map((one) => one.id)).toContain(id);
    const none = await world
      .as(secretary)
      .query<{ ownAssessmentVotes: { id: string }[] }>('{ ownAssessmentVotes { id } }');
    expect(none.ownAssessmentVotes).toEqual([]);
  });

  it('keeps its cycle from moderation and from an end until it is over', async () => {
    const cycles = new Cycles(world);
    const { id: cycleId, assessments } = await arrange(EXPERT_REVIEW);
    const { id } = await votes.open(cycleId, assessments, voters);
    const step = async (name: string, more: object) => cycles.step(name, await cycles.read(cycleId), more);
    expect(await reasonOf(step('advanceAssessmentCycle', { to: MODERATION, reason: '不等了' }))).toBe('CYCLE_BLOCKED');
    expect(await reasonOf(step('cancelAssessmentCycle', { reason: '不考了' }))).toBe('CYCLE_VOTING');
    await votes.giveUp(id);
    expect(await step('advanceAssessmentCycle', { to: MODERATION, reason: '不等了' })).toMatchObject({
      stage: MODERATION,
    });
    expect(await reasonOf(votes.open(cycleId, assessments, voters))).toBe('CYCLE_STAGE');
  });

  it('tells who may vote, and how many members cannot', async () => {
    const { id: cycleId } = await arrange();
    const document = `query ($id: ID!, $at: ID, $search: String!) {
      assessmentVoterCandidates(cycleId: $id, organizationId: $at, search: $search) { withoutAccount people { id note } } }`;
    const ask = async (at: string | null, search = '') =>
      (
        await world.as(world.staff).query<{
          assessmentVoterCandidates: { withoutAccount: number; people: { id: string; note: string | null }[] };
        }>(document, { id: cycleId, at, search })
      ).assessmentVoterCandidates;
    const there = await ask(branches[1]!.id);
    const mine = voters.filter((_, n) => n % 3 === 1).map(({ accountId }) => globalId('Account', accountId));
    expect(there.people.map(({ id }) => id)).toEqual(expect.arrayContaining(mine));
    expect(there.people.every(({ note }) => note === '标准部党支部')).toBe(true);
    expect(there.withoutAccount).toBe(0);
    expect((await ask(null, voters[0]!.username)).people).toHaveLength(1);
    const choices = await world
      .as(world.staff)
      .query<{ assessmentVoteChoices: { fewest: number; indicators: object[] } }>(
        'query ($id: ID!) { assessmentVoteChoices(cycleId: $id) { fewest floor indicators { key groups { key } } } }',
        { id: cycleId },
      );
    expect(choices.assessmentVoteChoices).toEqual({
      fewest: 5,
      floor: 3,
      indicators: [{ key: 'base.voice', groups: [{ key: 'MEMBERS' }, { key: 'STAFF' }] }],
    });
  });

  it('is told to its voters once for each part, and of the second to those who have a credential', async () => {
    const { id: cycleId, assessments } = await arrange();
    const { id } = await votes.open(cycleId, assessments, voters);
    const told = async () => {
      const due = await world.write((tx) => world.app.get(DueVotes, { strict: false }).find(tx, world.associationId));
      return due
        .filter(({ reminder }) => reminder.link === `/my-scores/votes/${id}`)
        .map(({ account, reminder }) => [account.id, reminder.moment, reminder.line.zh]);
    };
    const title = '2026 年上半年考核：党员满意度（党员）';
    expect(await told()).toEqual(
      voters.map(({ accountId }) => [accountId, 'ISSUING', `${title}：请领票`]).sort(([a], [b]) => (a! < b! ? -1 : 1)),
    );
    for (const actor of voters.slice(0, 5)) await votes.device(id, actor);
    expect(await told()).toHaveLength(1);
    await votes.begin(id);
    expect((await told()).map(([account, moment]) => [account, moment])).toEqual(
      voters
        .slice(0, 5)
        .map(({ accountId }) => [accountId, 'CASTING'])
        .sort(([a], [b]) => (a! < b! ? -1 : 1)),
    );
    await votes.giveUp(id);
    expect(await told()).toEqual([]);
  });

  it('leaves nothing by which voters and papers can be joined, and no event of an audit does', async () => {
    const traces = await Traces.of(world);
    const { id: cycleId, assessments } = await arrange();
    const { id } = await votes.open(cycleId, assessments, voters);
    const devices = [];
    for (const actor of voters) devices.push(await votes.device(id, actor));
    await votes.begin(id);
    const [from, log] = [await traces.lastTransaction(), await traces.logPosition()];
    for (const n of [4, 1, 5, 0, 3, 2])
      await votes.send(devices[n]!, { '1': n % 2 ? 'YES' : 'NO', '2': 'YES', '3': n % 3 ? 'NONE' : 'NO' });
    const to = await traces.lastTransaction();
    // while papers came in, papers alone were written
    expect(await traces.writtenBetween(from, to)).toEqual({ ballot_paper: 6 });
    expect(await traces.writtenSince(log)).toEqual(['ballot_paper']);
    const marks = devices.flatMap((device) => [device.id, device.key]);
    expect(await traces.tablesHolding(marks)).toEqual(['ballot_paper']);
    await votes.count(id);
    expect(await traces.tablesHolding(marks)).toEqual(['ballot']);
    // whose credential it was stands with the ballot, what somebody chose nowhere beside an account
    const accounts = voters.map(({ accountId }) => accountId);
    const said = await traces.sql<{ text: string }>(
      `select e::text as text from audit_event e where ${accounts.map((one) => `strpos(e::text, '${one}') > 0`).join(' or ')}`,
    );
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter(({ text }) => /"(YES|NO|NONE)"|不满意|不了解/.test(text))).toEqual([]);
    await traces.end();
  });
});
