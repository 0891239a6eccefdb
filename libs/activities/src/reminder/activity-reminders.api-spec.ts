import { jest } from '@jest/globals';
import { Database } from '@dangwu/platform/database';
import { localId } from '@dangwu/platform/ids';
import type { Actor } from '@dangwu/testing';
import { Meetings } from '../trial/meetings';
import { Reminding } from '../trial/reminding';

let on: Reminding;
beforeEach(async () => {
  on = await Reminding.begin();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await on.end();
});

describe('before an activity', () => {
  beforeEach(() => on.withoutCadences());

  it('tells whoever answers for it, a week and a day ahead, once, by the bell and by one letter a day', async () => {
    const branch = await on.world.branch('第一支部');
    const secretary = await on.person('SECRETARY', branch);
    const stranger = await on.person('SECRETARY', await on.world.branch('别的支部'));
    const { id } = await on.activities.plan(branch, '2026-12-01');
    on.at('2026-11-23T08:00');
    await on.job.run();
    expect(await on.told(secretary)).toEqual([]);
    on.at('2026-11-24T08:00');
    await on.job.run();
    await on.job.run();
    expect(await on.told(secretary)).toEqual([
      {
        kind: 'ACTIVITIES_AHEAD',
        text: expect.stringMatching(/^主题党日（第一支部），12月1日.*09:00。$/) as string,
        link: `/activities/${id}`,
      },
    ]);
    on.at('2026-11-30T08:00');
    await on.job.run();
    // a clock that goes back, and forward again
    on.at('2026-11-24T09:00');
    await on.job.run();
    on.at('2026-11-30T09:00');
    await on.job.run();
    expect(await on.kinds(secretary)).toEqual(['ACTIVITIES_AHEAD', 'ACTIVITIES_AHEAD']);
    expect(await on.told(stranger)).toEqual([]);
    const sent = await on.letters();
    expect(sent.map(({ to, subject }) => `${to} ${subject}`)).toEqual([
      `${secretary.mail} 党务提醒：1 项（2026-11-24）`,
      `${secretary.mail} 党务提醒：1 项（2026-11-30）`,
    ]);
    expect(sent[0]!.text).toContain('【即将举行】');
    expect(sent[0]!.text).toContain(`/activities/${id}`);
  });

  it('writes the letter as plain text and as HTML that says the same, whatever a title holds', async () => {
    const branch = await on.world.branch('第一支部');
    const secretary = await on.person('SECRETARY', branch);
    await on.activities.plan(branch, '2026-12-01', { title: '<img src=x onerror=alert(1)> & 学习' });
    on.at('2026-11-24T08:00');
    await on.job.run();
    await on.letters();
    const [mail] = await on.inbox.list({ to: secretary.mail });
    expect(mail!.text).toContain('<img src=x onerror=alert(1)> & 学习');
    expect(mail!.html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; 学习');
    expect(mail!.html).toMatch(/<h2[^>]*>即将举行<\/h2>/);
    expect(mail!.html).not.toMatch(/<img|src="/);
  });

  it('sends no letter of a kind that was switched off; under the bell it is told', async () => {
    const branch = await on.world.branch('第一支部');
    const secretary = await on.person('SECRETARY', branch);
    const choose = (off: string[]) =>
      on.world
        .as(secretary)
        .mutate<{ chooseLetters: { letters: { key: string; on: boolean; compulsory: boolean }[] } }>(
          `mutation ($input: ChooseLettersInput!) { chooseLetters(input: $input) { letters { key on compulsory } } }`,
          { input: { off } },
        );
    const { chooseLetters } = await choose(['BEFORE']);
    expect(chooseLetters.letters.filter(({ on }) => !on).map(({ key }) => key)).toEqual(['BEFORE']);
    const always = chooseLetters.letters.filter(({ compulsory }) => compulsory).map(({ key }) => key);
    expect(always.sort()).toEqual(['ACCOUNT', 'ADVICE_NUDGE', 'NUDGE', 'SESSION']);
    for (const key of always) await expect(choose([key])).rejects.toMatchObject({ reason: 'LETTER_COMPULSORY' });
    await expect(choose(['NEWS'])).rejects.toMatchObject({ reason: 'LETTER_UNKNOWN' });
    await on.activities.plan(branch, '2026-12-01');
    await on.activities.plan(branch, '2026-12-02');
    on.at('2026-11-24T08:00');
    await on.job.run();
    expect(await on.kinds(secretary)).toEqual(['ACTIVITIES_AHEAD']);
    expect(await on.letters()).toEqual([]);
    await on.world.write((tx) =>
      tx.query(`update account set letters_off = '{}' where id = $1`, [secretary.accountId]),
    );
    on.at('2026-11-25T08:00');
    await on.job.run();
    // what was told while letters were off does not come later
    expect((await on.letters()).map(({ subject }) => subject)).toEqual(['党务提醒：1 项（2026-11-25）']);
  });

  it('tells whom it expects, too, with their own page; nobody on leave, and nobody twice', async () => {
    const meetings = new Meetings(on.world);
    const branch = await on.world.branch('第一支部');
    const [comes, away, answers] = await meetings.members(branch, 3);
    const [coming, onLeave] = [await meetings.accountOf(comes!, branch), await meetings.accountOf(away!, branch)];
    const secretary = await on.person('SECRETARY', branch);
    // who answers for it is a member of the branch as well
    await on.world.write((tx) =>
      tx.query(`update account set member_id = $1 where id = $2`, [
        localId('Member', answers!.id),
        secretary.accountId,
      ]),
    );
    const activity = await on.activities.plan(branch, '2026-12-01');
    await meetings.requestLeave(activity, onLeave);
    const [request] = await meetings.list<{ id: string; version: number }>('leaveRequests', activity, 'id version');
    await meetings.send('approveLeave', request!, on.world.staff, 'id');
    on.at('2026-11-24T08:00');
    await on.job.run();
    await on.job.run();
    expect(await on.told(coming)).toMatchObject([{ kind: 'ACTIVITIES_AHEAD', link: '/my-activities' }]);
    expect(await on.told(secretary)).toMatchObject([{ kind: 'ACTIVITIES_AHEAD', link: `/activities/${activity.id}` }]);
    expect(await on.told(onLeave)).toEqual([]);
  });

  it('follows the house rule of the organization, and ends when it is withdrawn', async () => {
    const branch = await on.world.branch('第一支部');
    const secretary = await on.person('SECRETARY', branch);
    const input = { key: 'reminder.before.first', value: '3', strength: 'NORMAL', basis: '支部约定' };
    const range = { organizationId: branch.id, effectiveFrom: '2026-11-20' };
    await on.activities.send('overrideRule', { ...input, ...range }, on.world.staff, 'id');
    await on.activities.plan(branch, '2026-12-01');
    on.at('2026-11-27T08:00');
    await on.job.run();
    expect(await on.kinds(secretary)).toEqual([]);
    on.at('2026-11-28T08:00');
    await on.job.run();
    expect(await on.kinds(secretary)).toEqual(['ACTIVITIES_AHEAD']);
    await on.world.write((tx) =>
      tx.query(`update rule set effective_to = '2026-11-29' where key like 'reminder.before%'`),
    );
    on.at('2026-11-30T08:00');
    await on.job.run();
    expect(await on.kinds(secretary)).toEqual(['ACTIVITIES_AHEAD']);
  });

  it('tells anew when it is moved, and tells those who were told when it is put off', async () => {
    const branch = await on.world.branch('第一支部');
    const secretary = await on.person('SECRETARY', branch);
    const planned = await on.activities.plan(branch, '2026-12-01');
    on.at('2026-11-30T08:00');
    await on.job.run();
    await on.staff();
    const times = { startsAt: '2026-12-01T14:00:00+08:00', endsAt: '2026-12-01T15:00:00+08:00' };
    const moved = await on.activities.send('changeActivity', { id: planned.id, version: planned.version, ...times });
    await on.job.run();
    await on.job.run();
    expect((await on.told(secretary)).map(({ text }) => /\d\d:\d\d/.exec(text)![0])).toEqual(['09:00', '14:00']);
    const { id, version } = moved;
    const later = { startsAt: '2026-12-08T14:00:00+08:00', endsAt: '2026-12-08T15:00:00+08:00' };
    await on.activities.send('postponeActivity', { id, version, ...later, reason: '防汛值班' });
    await on.job.runAtOnce();
    await on.job.runAtOnce();
    const [, , putOff, ...more] = await on.told(secretary);
    expect(putOff).toMatchObject({ kind: 'ACTIVITIES_PUT_OFF', link: `/activities/${id}` });
    expect(putOff!.text).toMatch(/原定 12月1日.*14:00，已延期到 2026-12-08：防汛值班。$/);
    expect(more).toEqual([]);
    // the letter of the day was over; the move comes tomorrow, what is put off at once
    expect((await on.letters()).map(({ text }) => /【(.+?)】/.exec(text)![1])).toEqual(['即将举行', '不再如期举行']);
  });
});

describe('after an activity', () => {
  beforeEach(() => on.withoutCadences());

  it('asks for the record the day after and a week after, until it is there', async () => {
    const branch = await on.world.branch('第一支部');
    const secretary = await on.person('SECRETARY', branch);
    const held = await on.activities.plan(branch, '2026-11-19');
    expect(held.state).toBe('HELD');
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-26', '2026-11-27']) {
      on.at(`${day}T09:00`);
      await on.job.run();
    }
    expect(await on.kinds(secretary)).toEqual(['RECORDS_MISSING', 'RECORDS_MISSING']);
    await on.staff();
    const recorded = await on.activities.plan(branch, '2026-11-25');
    await on.activities.record(recorded);
    await on.job.run();
    expect(await on.kinds(secretary)).toHaveLength(2);
  });
});

describe('a run that dies', () => {
  beforeEach(() => on.withoutCadences());

  it('goes on where it stopped and sends nothing twice', async () => {
    const people: (Actor & { mail: string })[] = [];
    for (const name of ['第一支部', '第二支部', '第三支部']) {
      const branch = await on.world.branch(name);
      people.push(await on.person('SECRETARY', branch));
      await on.activities.plan(branch, '2026-12-01');
    }
    on.at('2026-11-30T08:00');
    const database = on.world.app.get(Database);
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
      await expect(on.job.run()).rejects.toThrow(/killed/);
      spy.mockRestore();
    }
    // two workers at once, then one more
    await Promise.all([on.job.run(), on.job.run()]);
    await on.job.run();
    for (const one of people) expect(await on.kinds(one)).toEqual(['ACTIVITIES_AHEAD']);
    expect((await on.letters()).map(({ to }) => to).sort()).toEqual(people.map(({ mail }) => mail).sort());
  });
});
