import { createWorld, type Actor, type World } from '@dangwu/testing';
import { TextLane } from './text-lane';

interface Activity {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly presentCount: number | null;
  readonly steps: readonly { readonly kind: string; readonly actorName: string }[];
}
interface Answer {
  readonly body: { data?: { recordActivity: Activity } | null; errors?: { extensions: { reason: string } }[] };
  /** answered by the lane */
  readonly short: boolean;
}

const day = '2026-09-04';
const times = { startsAt: `${day}T09:00:00+08:00`, endsAt: `${day}T10:00:00+08:00` };
const fields = 'id version state presentCount steps { kind actorName }';
const record = `mutation ($input: RecordActivityInput!) { recordActivity(input: $input) { ${fields} } }`;
const correct = `mutation ($input: CorrectActivityRecordInput!) { correctActivityRecord(input: $input) { ${fields} } }`;

describe('a write on the short way', () => {
  let world: World;
  let lane: TextLane;
  let committee: { id: string };
  let branch: { id: string };
  let secretary: Actor;
  beforeAll(async () => {
    world = await createWorld({ now: '2026-09-18T04:00:00Z' });
    lane = world.app.get(TextLane);
    committee = await world.organization('甲党委', { type: 'COMMITTEE' });
    branch = await world.branch('甲一支部', { under: committee });
    secretary = await world.account('SECRETARY', committee);
    // known from now on, and so is whoever asked
    expect((await ask(secretary, record, await input())).short).toBe(false);
  });
  afterAll(() => world.close());

  async function ask(actor: Actor, query: string, given: object, headers = {}): Promise<Answer> {
    const before = lane.figures.answered;
    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: actor.cookie, ...headers },
      body: JSON.stringify({ query, variables: { input: given } }),
    });
    const body = (await response.json()) as Answer['body'];
    return { body, short: lane.figures.answered > before };
  }

  const reasonOf = ({ body }: Answer): string | undefined => body.errors?.[0]!.extensions.reason;
  const theirs = { entitledCount: 10, presentCount: 9, remoteCount: 1, leaveCount: 1 };

  /** what records a new activity of the branch */
  async function input(more: object = {}): Promise<{ readonly id: string; readonly version: number }> {
    const { activityTypes } = await world
      .as(world.staff)
      .query<{ activityTypes: { id: string; key: string }[] }>('{ activityTypes { id key } }');
    const activityTypeId = activityTypes.find(({ key }) => key === 'THEME_DAY')!.id;
    const { planActivity } = await world
      .as(world.staff)
      .mutate<{ planActivity: { id: string; version: number } }>(
        `mutation ($input: PlanActivityInput!) { planActivity(input: $input) { id version } }`,
        { input: { organizationId: branch.id, activityTypeId, title: '主题党日', ...times } },
      );
    return { ...planActivity, ...times, ...theirs, ...more };
  }

  const stored = async (id: string): Promise<Activity> =>
    (
      await world
        .as(world.staff)
        .query<{ activity: Activity }>(`query ($id: ID!) { activity(id: $id) { ${fields} } }`, { id })
    ).activity;
  const events = (id: string): Promise<object[]> =>
    world.write((tx) =>
      tx.query<object[]>(
        `select action, operation, client, account_id as "accountId", session_id is not null as session,
           request_id is not null as request from audit_event
         where subject_type = 'Activity' and replace(subject_id::text, '-', '') = $1 order by id`,
        [id.slice(id.indexOf('_') + 1)],
      ),
    );

  it('writes and answers as Apollo does, with the same trace', async () => {
    const other = await world.account('SECRETARY', committee);
    const [long, short] = [await input(), await input()];
    // whoever brings more than the cookie is Apollo's
    const apollo = await ask(secretary, record, long, { accept: 'application/graphql-response+json' });
    const lanes = await ask(secretary, record, short);
    expect([apollo.short, lanes.short]).toEqual([false, true]);
    const [one, two] = [apollo.body.data!.recordActivity, lanes.body.data!.recordActivity];
    expect({ ...two, id: one.id }).toEqual(one);
    expect(await stored(two.id)).toEqual(two);
    const traces = [await events(one.id), await events(two.id)];
    expect(traces[1]).toEqual(traces[0]);
    expect(traces[1]!.at(-1)).toEqual({
      action: 'activity.record',
      operation: 'recordActivity',
      client: 'SESSION',
      accountId: secretary.accountId,
      session: true,
      request: true,
    });
    expect((await ask(other, record, await input())).body.data!.recordActivity.state).toBe('RECORDED');
  });

  it('is refused in the words of Apollo, and tried once', async () => {
    const given = await input();
    const refusals: readonly [object, string][] = [
      [{ presentCount: 11 }, 'ACTIVITY_COUNT_PRESENT'],
      [{ version: given.version + 1 }, 'STALE_VERSION'],
      [{ endsAt: '2026-09-19T10:00:00+08:00' }, 'ACTIVITY_NOT_OVER'],
      [{ entitledCount: null, presentCount: null }, 'COUNTS_MISSING'],
      [{ summary: '\u0000' }, 'UNWRITABLE_TEXT'],
      [{ summary: 'x'.repeat(5_001) }, 'INVALID_FIELDS'],
      [{ id: branch.id }, 'MALFORMED_ID'],
    ];
    const left = lane.figures.left;
    for (const [more, reason] of refusals) {
      const answer = await ask(secretary, record, { ...given, ...more });
      expect([answer.short, reasonOf(answer)]).toEqual([false, reason]);
    }
    expect(lane.figures.left).toBe(left + refusals.length);
    expect(await stored(given.id)).toMatchObject({ state: 'HELD', version: given.version });
    expect((await ask(secretary, record, given)).short).toBe(true);
    // the lane has carried it out: it is not carried out again
    expect(reasonOf(await ask(secretary, record, given))).toBe('STALE_VERSION');
    expect((await stored(given.id)).steps.map(({ kind }) => kind)).toEqual(['RECORDED', 'SCHEDULED']);
  });

  it('is carried out once where the lane cannot tell what came of it', async () => {
    // a list of enums is for graphql-js to complete
    const lists = `mutation ($input: RecordActivityInput!) { recordActivity(input: $input) { ${fields} type { organizationTypes } } }`;
    for (let round = 0; round < 2; round++) {
      const given = await input();
      const answer = await ask(secretary, lists, given);
      expect([answer.short, answer.body.errors]).toEqual([false, undefined]);
      expect(answer.body.data!.recordActivity).toMatchObject({ state: 'RECORDED', version: given.version + 1 });
      expect((await events(given.id)).length).toBe(2);
    }
  });

  it('has the rights of this moment', async () => {
    const actor = await world.account('SECRETARY', committee);
    expect((await ask(actor, record, await input())).body.errors).toBeUndefined();
    expect((await ask(actor, record, await input())).short).toBe(true);
    const given = await input();
    await world.write((tx) =>
      tx.query(`update access_grant set until = $2 where account_id = $1`, [actor.accountId, world.clock.now()]),
    );
    expect(reasonOf(await ask(actor, record, given))).toBe('PERMISSION_MISSING');
    expect(await stored(given.id)).toMatchObject({ state: 'HELD', version: given.version });
    const ended = await world.account('SECRETARY', committee);
    for (let round = 0; round < 2; round++) await ask(ended, record, await input());
    await world.write((tx) =>
      tx.query(`update session set revoked_at = now() where account_id = $1`, [ended.accountId]),
    );
    expect(reasonOf(await ask(ended, record, given))).toBe('SIGN_IN_REQUIRED');
    expect(await stored(given.id)).toMatchObject({ state: 'HELD', version: given.version });
  });

  it('knows nothing beyond the places of whoever asks', async () => {
    const elsewhere = await world.account('SECRETARY', await world.branch('乙一支部'));
    const guest = await world.account('MEMBER', committee);
    for (const actor of [elsewhere, guest]) {
      const given = await input();
      for (let round = 0; round < 2; round++) {
        const reason = reasonOf(await ask(actor, record, given));
        expect(['UNKNOWN_ID', 'PERMISSION_MISSING']).toContain(reason);
      }
      expect(await stored(given.id)).toMatchObject({ state: 'HELD', version: given.version });
    }
  });

  it('corrects in the same way, with its reason', async () => {
    const given = await input();
    await ask(secretary, record, given);
    for (const [round, presentCount] of [8, 7].entries()) {
      const more = { ...given, version: given.version + 1 + round, presentCount, reason: '漏记一人' };
      const { short, body } = await ask(secretary, correct, more);
      expect([short, body.errors]).toEqual([round > 0, undefined]);
    }
    expect(await stored(given.id)).toMatchObject({ presentCount: 7, version: given.version + 3 });
    const same = { ...given, version: given.version + 3, presentCount: 7, reason: '没有变化' };
    expect((await ask(secretary, correct, same)).short).toBe(true);
    expect(await stored(given.id)).toMatchObject({ version: given.version + 3 });
  });

  it('of two at once one is carried out', async () => {
    const given = await input();
    const both = await Promise.all([
      ask(secretary, record, given),
      ask(secretary, record, { ...given, presentCount: 8 }),
    ]);
    expect(both.map(reasonOf).sort()).toEqual(['STALE_VERSION', undefined]);
    expect((await events(given.id)).length).toBe(2);
  });
});
