import { once } from 'node:events';
import { createServer } from 'node:net';
import { jest } from '@jest/globals';
import { checkCharacter, MemberEntity } from '@dangwu/membership';
import { Database } from '@dangwu/platform/database';
import { localId } from '@dangwu/platform/ids';
import { Inbox, inboxFolder, startInbox, type InboxServer } from '@dangwu/platform/inbox';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { Obligations } from '../cadence';
import { Activities } from '../trial/activities';
import { Meetings } from '../trial/meetings';
import { RemindJob } from './remind.job';

let world: World;
let smtp: InboxServer;
let inbox: Inbox;
let activities: Activities;
let job: RemindJob;

beforeEach(async () => {
  const port = await freePort();
  world = await createWorld({ now: '2026-11-20T02:00:00Z', environment: { SMTP_URL: `smtp://127.0.0.1:${port}` } });
  smtp = await startInbox(inboxFolder(world.config), port);
  inbox = new Inbox(world.config);
  activities = new Activities(world);
  job = world.app.get(RemindJob, { strict: false });
  await world.work();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await world.close();
  await smtp.close();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

const idNumber = (seventeen: string): string => seventeen + checkCharacter(seventeen);

let addresses = 0;
/** An account with an address. */
async function person(role: 'SECRETARY' | 'PARTY_STAFF', at: { id: string }): Promise<Actor & { mail: string }> {
  const actor = await world.account(role, at);
  const mail = `p-${++addresses}@example.org`;
  await world.write((tx) => tx.query(`update account set mail = $2 where id = $1`, [actor.accountId, mail]));
  return { ...actor, mail };
}

const at = (time: string): void => world.clock.set(`${time}:00+08:00`);
/** Sessions do not last as long as the days between. */
const staff = async (): Promise<Actor> => (world.staff = await world.account('PARTY_STAFF'));

/** For specs of activities: nothing is asked of anybody. */
const withoutCadences = (): Promise<unknown> => world.write((tx) => tx.query(`update cadence set deleted_at = now()`));

const told = ({ accountId }: Actor): Promise<{ kind: string; text: string; link: string }[]> =>
  world.write((tx) =>
    tx.query(
      `select kind, text ->> 'zh' as text, link from notification
       where account_id = $1 and kind ~ '^(ACTIVITIES|RECORDS|OBLIGATION)' order by created_at, id`,
      [accountId],
    ),
  );
const kinds = async (actor: Actor): Promise<string[]> => (await told(actor)).map(({ kind }) => kind);

/** All letters, once the mail server has every one that was written. */
async function letters(): Promise<{ to: string; subject: string; text: string }[]> {
  for (let tries = 0; tries < 200; tries++) {
    const [{ open } = { open: 1 }] = await world.write((tx) =>
      tx.query<{ open: number }[]>(`select count(*)::int as open from mail_message where sent_at is null`),
    );
    if (open === 0) {
      const found = await inbox.list();
      return found.map(({ to, subject, text }) => ({ to: to[0]!, subject, text })).reverse();
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Letters were not sent');
}

describe('before an activity', () => {
  beforeEach(withoutCadences);

  it('tells whoever answers for it, a week and a day ahead, once, by the bell and by one letter a day', async () => {
    const branch = await world.branch('第一支部');
    const secretary = await person('SECRETARY', branch);
    const stranger = await person('SECRETARY', await world.branch('别的支部'));
    const { id } = await activities.plan(branch, '2026-12-01');
    at('2026-11-23T08:00');
    await job.run();
    expect(await told(secretary)).toEqual([]);
    at('2026-11-24T08:00');
    await job.run();
    await job.run();
    expect(await told(secretary)).toEqual([
      {
        kind: 'ACTIVITIES_AHEAD',
        text: expect.stringMatching(/^主题党日（第一支部），12月1日.*09:00。$/) as string,
        link: `/activities/${id}`,
      },
    ]);
    at('2026-11-30T08:00');
    await job.run();
    // a clock that goes back, and forward again
    at('2026-11-24T09:00');
    await job.run();
    at('2026-11-30T09:00');
    await job.run();
    expect(await kinds(secretary)).toEqual(['ACTIVITIES_AHEAD', 'ACTIVITIES_AHEAD']);
    expect(await told(stranger)).toEqual([]);
    const sent = await letters();
    expect(sent.map(({ to, subject }) => `${to} ${subject}`)).toEqual([
      `${secretary.mail} 党务提醒：1 项（2026-11-24）`,
      `${secretary.mail} 党务提醒：1 项（2026-11-30）`,
    ]);
    expect(sent[0]!.text).toContain('【即将举行】');
    expect(sent[0]!.text).toContain(`/activities/${id}`);
  });

  it('writes the letter as plain text and as HTML that says the same, whatever a title holds', async () => {
    const branch = await world.branch('第一支部');
    const secretary = await person('SECRETARY', branch);
    await activities.plan(branch, '2026-12-01', { title: '<img src=x onerror=alert(1)> & 学习' });
    at('2026-11-24T08:00');
    await job.run();
    await letters();
    const [mail] = await inbox.list({ to: secretary.mail });
    expect(mail!.text).toContain('<img src=x onerror=alert(1)> & 学习');
    expect(mail!.html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; 学习');
    expect(mail!.html).toMatch(/<h2[^>]*>即将举行<\/h2>/);
    expect(mail!.html).not.toMatch(/<img|src="/);
  });

  it('sends no letter of a kind that was switched off; under the bell it is told', async () => {
    const branch = await world.branch('第一支部');
    const secretary = await person('SECRETARY', branch);
    const choose = (off: string[]) =>
      world
        .as(secretary)
        .mutate<{ chooseLetters: { letters: { key: string; on: boolean; compulsory: boolean }[] } }>(
          `mutation ($input: ChooseLettersInput!) { chooseLetters(input: $input) { letters { key on compulsory } } }`,
          { input: { off } },
        );
    const { chooseLetters } = await choose(['BEFORE']);
    expect(chooseLetters.letters.filter(({ on }) => !on).map(({ key }) => key)).toEqual(['BEFORE']);
    const always = chooseLetters.letters.filter(({ compulsory }) => compulsory).map(({ key }) => key);
    expect(always.sort()).toEqual(['ACCOUNT', 'ADVICE_NUDGE', 'NUDGE']);
    for (const key of always) await expect(choose([key])).rejects.toMatchObject({ reason: 'LETTER_COMPULSORY' });
    await expect(choose(['NEWS'])).rejects.toMatchObject({ reason: 'LETTER_UNKNOWN' });
    await activities.plan(branch, '2026-12-01');
    await activities.plan(branch, '2026-12-02');
    at('2026-11-24T08:00');
    await job.run();
    expect(await kinds(secretary)).toEqual(['ACTIVITIES_AHEAD']);
    expect(await letters()).toEqual([]);
    await world.write((tx) => tx.query(`update account set letters_off = '{}' where id = $1`, [secretary.accountId]));
    at('2026-11-25T08:00');
    await job.run();
    // what was told while letters were off does not come later
    expect((await letters()).map(({ subject }) => subject)).toEqual(['党务提醒：1 项（2026-11-25）']);
  });

  it('tells whom it expects, too, with their own page; nobody on leave, and nobody twice', async () => {
    const meetings = new Meetings(world);
    const branch = await world.branch('第一支部');
    const [comes, away, answers] = await meetings.members(branch, 3);
    const [coming, onLeave] = [await meetings.accountOf(comes!, branch), await meetings.accountOf(away!, branch)];
    const secretary = await person('SECRETARY', branch);
    // who answers for it is a member of the branch as well
    await world.write((tx) =>
      tx.query(`update account set member_id = $1 where id = $2`, [
        localId('Member', answers!.id),
        secretary.accountId,
      ]),
    );
    const activity = await activities.plan(branch, '2026-12-01');
    await meetings.requestLeave(activity, onLeave);
    const [request] = await meetings.list<{ id: string; version: number }>('leaveRequests', activity, 'id version');
    await meetings.send('approveLeave', request!, world.staff, 'id');
    at('2026-11-24T08:00');
    await job.run();
    await job.run();
    expect(await told(coming)).toMatchObject([{ kind: 'ACTIVITIES_AHEAD', link: '/my-activities' }]);
    expect(await told(secretary)).toMatchObject([{ kind: 'ACTIVITIES_AHEAD', link: `/activities/${activity.id}` }]);
    expect(await told(onLeave)).toEqual([]);
  });

  it('follows the house rule of the organization, and ends when it is withdrawn', async () => {
    const branch = await world.branch('第一支部');
    const secretary = await person('SECRETARY', branch);
    const input = { key: 'reminder.before.first', value: '3', strength: 'NORMAL', basis: '支部约定' };
    const range = { organizationId: branch.id, effectiveFrom: '2026-11-20' };
    await activities.send('overrideRule', { ...input, ...range }, world.staff, 'id');
    await activities.plan(branch, '2026-12-01');
    at('2026-11-27T08:00');
    await job.run();
    expect(await kinds(secretary)).toEqual([]);
    at('2026-11-28T08:00');
    await job.run();
    expect(await kinds(secretary)).toEqual(['ACTIVITIES_AHEAD']);
    await world.write((tx) =>
      tx.query(`update rule set effective_to = '2026-11-29' where key like 'reminder.before%'`),
    );
    at('2026-11-30T08:00');
    await job.run();
    expect(await kinds(secretary)).toEqual(['ACTIVITIES_AHEAD']);
  });

  it('tells anew when it is moved, and tells those who were told when it is put off', async () => {
    const branch = await world.branch('第一支部');
    const secretary = await person('SECRETARY', branch);
    const planned = await activities.plan(branch, '2026-12-01');
    at('2026-11-30T08:00');
    await job.run();
    await staff();
    const times = { startsAt: '2026-12-01T14:00:00+08:00', endsAt: '2026-12-01T15:00:00+08:00' };
    const moved = await activities.send('changeActivity', { id: planned.id, version: planned.version, ...times });
    await job.run();
    await job.run();
    expect((await told(secretary)).map(({ text }) => /\d\d:\d\d/.exec(text)![0])).toEqual(['09:00', '14:00']);
    const { id, version } = moved;
    const later = { startsAt: '2026-12-08T14:00:00+08:00', endsAt: '2026-12-08T15:00:00+08:00' };
    await activities.send('postponeActivity', { id, version, ...later, reason: '防汛值班' });
    await job.runAtOnce();
    await job.runAtOnce();
    const [, , putOff, ...more] = await told(secretary);
    expect(putOff).toMatchObject({ kind: 'ACTIVITIES_PUT_OFF', link: `/activities/${id}` });
    expect(putOff!.text).toMatch(/原定 12月1日.*14:00，已延期到 2026-12-08：防汛值班。$/);
    expect(more).toEqual([]);
    // the letter of the day was over; the move comes tomorrow, what is put off at once
    expect((await letters()).map(({ text }) => /【(.+?)】/.exec(text)![1])).toEqual(['即将举行', '不再如期举行']);
  });
});

describe('after an activity', () => {
  beforeEach(withoutCadences);

  it('asks for the record the day after and a week after, until it is there', async () => {
    const branch = await world.branch('第一支部');
    const secretary = await person('SECRETARY', branch);
    const held = await activities.plan(branch, '2026-11-19');
    expect(held.state).toBe('HELD');
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-26', '2026-11-27']) {
      at(`${day}T09:00`);
      await job.run();
    }
    expect(await kinds(secretary)).toEqual(['RECORDS_MISSING', 'RECORDS_MISSING']);
    await staff();
    const recorded = await activities.plan(branch, '2026-11-25');
    await activities.record(recorded);
    await job.run();
    expect(await kinds(secretary)).toHaveLength(2);
  });
});

describe('what the rules ask for', () => {
  const derive = () => world.write((tx) => world.app.get(Obligations).derive(tx, world.associationId, 'ALL'));
  interface Due {
    id: string;
    state: string;
    activityType: { key: string };
    actors: { people: unknown } | null;
    nudgedBy: string | null;
  }
  const due = async (branch: { id: string }, actor = world.staff): Promise<Due[]> => {
    const { obligations } = await world.as(actor).query<{ obligations: { nodes: Due[] } }>(
      `query ($id: ID) { obligations(first: 50, filter: { organizationId: $id, states: [AT_RISK, LATE] }) { nodes {
         id state activityType { key } actors { people { role name position organizationName } } nudgedBy } } }`,
      { id: branch.id },
    );
    return obligations.nodes;
  };

  it('is told when it is at risk and when it is late, once each, in one letter with all the rest', async () => {
    const branch = await world.branch('第一支部', { foundedOn: '2026-11-01', effectiveOn: '2026-11-01' });
    const secretary = await person('SECRETARY', branch);
    await derive();
    const rows = (): Promise<{ kind: string; moment: string; line: string }[]> =>
      world.write((tx) =>
        tx.query(`select kind, moment, line ->> 'zh' as line from reminder where account_id = $1 order by id`, [
          secretary.accountId,
        ]),
      );
    for (const time of ['2026-11-30T08:00', '2026-11-30T09:00', '2026-12-01T08:00', '2026-11-30T10:00']) {
      at(time);
      await job.run();
    }
    const november = (await rows()).filter(({ line }) => line.includes('主题党日 2026-11-01 至 2026-11-30'));
    expect(november).toEqual([
      { kind: 'AT_RISK', moment: expect.any(String) as string, line: expect.stringContaining('还差 1 次') as string },
      { kind: 'LATE', moment: '2026-11-30', line: expect.stringContaining('还差 1 次') as string },
    ]);
    const sent = await letters();
    expect(sent.map(({ subject }) => /（(.+)）/.exec(subject)![1])).toEqual(['2026-11-30', '2026-12-01']);
    expect(sent[1]!.text).toMatch(/【已逾期】\n· 第一支部：[^]*2026-11-01 至 2026-11-30 还差 1 次\n {2}http/);
    // who is told only now is told nothing that is on the board for longer than the rule says
    const late = await person('SECRETARY', branch);
    at('2027-02-01T08:00');
    await job.run();
    const [{ oldest } = { oldest: '' }] = await world.write((tx) =>
      tx.query<{ oldest: string }[]>(
        `select min(moment) as oldest from reminder where account_id = $1 and kind = 'LATE'`,
        [late.accountId],
      ),
    );
    expect(oldest > '2026-12-31').toBe(true);
  });

  it('names who must act: the secretary, else the staff, else the staff above', async () => {
    const parent = await world.organization('机关党总支', { type: 'GENERAL_BRANCH' });
    const branch = await world.branch('第一支部', {
      under: parent,
      foundedOn: '2026-11-01',
      effectiveOn: '2026-11-01',
    });
    await derive();
    at('2026-12-01T10:00');
    await staff();
    const actors = async (actor = world.staff): Promise<unknown> => {
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
      return activities.send('assignStaff', input, world.staff, 'id');
    };
    await assign(parent.id, '钱上级');
    expect(await actors()).toEqual([
      { role: 'SUPERIOR_STAFF', name: '钱上级', position: '组织干事', organizationName: '机关党总支' },
    ]);
    await assign(branch.id, '孙干事');
    expect(await actors()).toMatchObject([{ role: 'STAFF', name: '孙干事' }]);
    const facts = { status: 'FULL', joinedOn: '2012-06-01', fullOn: '2013-06-01', since: '2026-11-01', basis: '名册' };
    const input = { name: '周书记', idNumber: idNumber('99010219900307001'), organizationId: branch.id, ...facts };
    const member = await activities.send<{ id: string; version: number }>(
      'registerMember',
      input,
      world.staff,
      'id version',
    );
    const post = { organizationId: branch.id, post: 'SECRETARY', on: '2026-11-01', basis: '批复' };
    await activities.send('appoint', { ...member, ...post }, world.staff, 'id');
    expect(await actors(await world.account('SECRETARY', branch))).toEqual([
      { role: 'SECRETARY', name: '周书记', position: null, organizationName: '第一支部' },
    ]);
    // who sees what is due, but no staff
    expect(await actors(await world.account('MEMBER', branch))).toBeNull();
    expect(await world.write((tx) => tx.countBy(MemberEntity, { name: '周书记' }))).toBe(1);
  });

  it('is urged once a day, on record, by letter at once, to whoever must act', async () => {
    const branch = await world.branch('第一支部', { foundedOn: '2026-11-01', effectiveOn: '2026-11-01' });
    await derive();
    at('2026-12-01T10:00');
    await staff();
    const [one, two] = await due(branch);
    const nudge = (id: string, actor = world.staff) => activities.send('nudgeObligation', { id }, actor, 'nudgedBy');
    await world.write((tx) => tx.query(`update account set mail = null`));
    const secretary = await person('SECRETARY', branch);
    const both = await Promise.allSettled([nudge(one!.id), nudge(one!.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(nudge(one!.id)).rejects.toMatchObject({ reason: 'NUDGED_TODAY', code: 'CONFLICT' });
    await nudge(two!.id);
    expect(await kinds(secretary)).toEqual(['OBLIGATION_NUDGED', 'OBLIGATION_NUDGED']);
    await job.runAtOnce();
    await job.runAtOnce();
    expect((await letters()).map(({ subject }) => subject)).toEqual(['党务提醒：2 项（2026-12-01）']);
    // oneself, whoever must not act, and what is done
    await expect(nudge(one!.id, secretary)).rejects.toMatchObject({ reason: 'NUDGED_TODAY' });
    await expect(nudge(one!.id, await world.account('MEMBER', branch))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    at('2026-12-02T10:00');
    await staff();
    const again = await world.account('SECRETARY', branch);
    await expect(nudge(one!.id, again)).resolves.toBeDefined();
    at('2026-12-01T10:00');
    await expect(nudge(one!.id, await staff())).rejects.toMatchObject({ reason: 'NUDGED_TODAY' });
    const waived = await activities.send<{ version: number }>(
      'waiveObligation',
      { id: two!.id, version: await versionOf(two!.id), reason: '全员驻外' },
      world.staff,
      'version',
    );
    expect(waived.version).toBeGreaterThan(1);
    at('2026-12-03T10:00');
    await expect(nudge(two!.id, await staff())).rejects.toMatchObject({ reason: 'NOTHING_TO_NUDGE' });
  });

  it('is not urged where there is nobody to tell', async () => {
    const branch = await world.branch('第一支部', { foundedOn: '2026-11-01', effectiveOn: '2026-11-01' });
    await derive();
    const alone = world.staff;
    await world.write((tx) =>
      tx.query(`update access_grant set until = since where account_id <> $1`, [alone.accountId]),
    );
    at('2026-11-20T10:10');
    const [row] = await world.write((tx) => tx.query<{ id: string }[]>(`select id from obligation order by ends_on`));
    const id = `Obligation_${row!.id.replaceAll('-', '')}`;
    await world.write((tx) => tx.query(`update obligation set risk_from = starts_on where id = $1`, [row!.id]));
    await expect(activities.send('nudgeObligation', { id }, alone, 'id')).rejects.toMatchObject({
      reason: 'NOBODY_TO_NUDGE',
      params: { name: expect.any(String) as string },
    });
    expect(branch.id).toBeTruthy();
  });

  const versionOf = async (id: string): Promise<number> =>
    (
      await world
        .as(world.staff)
        .query<{ obligation: { version: number } }>(`query ($id: ID!) { obligation(id: $id) { version } }`, { id })
    ).obligation.version;
});

describe('a run that dies', () => {
  beforeEach(withoutCadences);

  it('goes on where it stopped and sends nothing twice', async () => {
    const people: (Actor & { mail: string })[] = [];
    for (const name of ['第一支部', '第二支部', '第三支部']) {
      const branch = await world.branch(name);
      people.push(await person('SECRETARY', branch));
      await activities.plan(branch, '2026-12-01');
    }
    at('2026-11-30T08:00');
    const database = world.app.get(Database);
    const real = database.transaction.bind(database);
    // killed after each of its transactions in turn, and within one of them before it is committed
    for (const died of [1, 2, 3, 4]) {
      let count = 0;
      const spy = jest.spyOn(database, 'transaction').mockImplementation(async (scope, work) => {
        if (++count > died) throw new Error('killed');
        return real(scope, async (tx) => {
          const result = await work(tx);
          if (died === 3 && count === 3) throw new Error('killed before the commit');
          return result;
        });
      });
      await expect(job.run()).rejects.toThrow(/killed/);
      spy.mockRestore();
    }
    // two workers at once, then one more
    await Promise.all([job.run(), job.run()]);
    await job.run();
    for (const one of people) expect(await kinds(one)).toEqual(['ACTIVITIES_AHEAD']);
    expect((await letters()).map(({ to }) => to).sort()).toEqual(people.map(({ mail }) => mail).sort());
  });
});
