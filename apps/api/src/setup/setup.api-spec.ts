import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { totpCode } from '@dangwu/access';
import { systemScope } from '@dangwu/platform/database';
import { Browser, createWorld, type World } from '@dangwu/testing';
import pg from 'pg';
import { Associations } from './associations';
import { runSecondFactor } from './second-factor.command';
import { runSetup } from './setup.command';
import { SetupService } from './setup.service';

const wanted = {
  association: '  东方工业协会 ',
  root: { type: 'FUNCTIONAL_COMMITTEE', name: '东方工业协会党委', code: 'DF', foundedOn: '2020-05-01', basis: '批复' },
  systemAdmin: { username: 'zhou', name: '周一', mail: 'zhou@example.org' },
  securityAdmin: { username: 'wu', name: '吴二' },
  auditor: { username: 'shen', name: '沈三' },
  staff: { username: 'lin', name: '林四' },
};
interface Result {
  association: string;
  invitations: { role: string; username: string; link: string; mail: string | null }[];
}
const setUp = (world: World, token: string, changes: object = {}) =>
  new Browser(world.url)
    .ask<{
      setUp: Result;
    }>(
      `mutation ($input: SetUpInput!) { setUp(input: $input) { association invitations { role username link mail } } }`,
      {
        input: { ...wanted, token, ...changes },
      },
    )
    .then((data) => data.setUp);
const open = (world: World) => new Browser(world.url).ask('{ setupOpen }');
const tokenFor = (world: World) => world.app.get(SetupService).makeToken();
const count = async (world: World, table: string) => {
  const [row] = await world.database.transaction(systemScope(null), (tx) =>
    tx.query<{ count: number }[]>(`select count(*)::int as count from ${table}`),
  );
  return row!.count;
};

describe('a new installation', () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld({ bare: true });
  });
  afterEach(() => world.close());

  it('is set up by whoever has the token of the terminal, whatever blanks and capitals it is typed with', async () => {
    expect(await open(world)).toEqual({ setupOpen: true });
    const token = await tokenFor(world);
    expect(token).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    const { association, invitations } = await setUp(world, ` ${token.toUpperCase().replaceAll('-', ' ')}`);
    expect(association).toBe('东方工业协会');
    expect(invitations.map(({ role, username, mail }) => [role, username, mail])).toEqual([
      ['SYSTEM_ADMIN', 'zhou', 'zhou@example.org'],
      ['SECURITY_ADMIN', 'wu', null],
      ['AUDITOR', 'shen', null],
      ['PARTY_STAFF', 'lin', null],
    ]);
    expect(await open(world)).toEqual({ setupOpen: false });
    const [event] = await world.database.transaction(systemScope(null), (tx) =>
      tx.query<{ after: object }[]>(`select * from audit_event where action = 'setUp'`),
    );
    expect(event).toMatchObject({ after: { association: '东方工业协会', accounts: ['zhou', 'wu', 'shen', 'lin'] } });
  });

  it('lets each of them in by the link, and the administrators with an authenticator', async () => {
    const { invitations } = await setUp(world, await tokenFor(world));
    for (const { role, username, link } of invitations) {
      const browser = new Browser(world.url);
      const token = link.slice(link.indexOf('#') + 1);
      const password = `kernel-meadow-${username}-7`;
      await browser.ask(`mutation ($input: SetPasswordByLinkInput!) { setPasswordByLink(input: $input) }`, {
        input: { token, password },
      });
      const step = await browser.signIn(username, password);
      expect([role, step]).toEqual([role, role === 'PARTY_STAFF' ? null : 'ENROLMENT']);
      if (step) {
        const { startEnrolment } = await browser.ask<{ startEnrolment: { secret: string } }>(
          'mutation { startEnrolment(input: {}) { secret } }',
        );
        await browser.ask(`mutation ($code: String!) { finishEnrolment(input: { code: $code }) { recoveryCodes } }`, {
          code: totpCode(startEnrolment.secret, world.clock.now()),
        });
      }
      expect(await browser.signedIn()).toBe(username);
      const root = browser.ask('{ partyOrganizations(first: 5) { nodes { name code foundedOn } } }');
      if (step) await expect(root).rejects.toMatchObject({ code: 'FORBIDDEN' });
      else
        expect(await root).toEqual({
          partyOrganizations: { nodes: [{ name: '东方工业协会党委', code: 'DF', foundedOn: '2020-05-01' }] },
        });
    }
  });

  it('closes for good: by the page, by the command and by the demo', async () => {
    const token = await tokenFor(world);
    await setUp(world, token);
    await expect(setUp(world, token)).rejects.toMatchObject({ code: 'CONFLICT', reason: 'SETUP_CLOSED' });
    await expect(tokenFor(world)).rejects.toMatchObject({ reason: 'SETUP_CLOSED' });
    const said: string[] = [];
    expect(await runSetup(world.app, [], (line) => said.push(line))).toBe(1);
    expect(said.join()).toContain('安装只做一次');
    expect(await count(world, 'association')).toBe(1);
  });

  it('goes to one of two who set it up at once', async () => {
    const token = await tokenFor(world);
    const tries = Array.from({ length: 4 }, (_, i) => setUp(world, token, { association: `第${i}协会` }));
    const done = await Promise.allSettled(tries);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of done)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ reason: 'SETUP_CLOSED' });
    expect([await count(world, 'association'), await count(world, 'account')]).toEqual([1, 4]);
  });

  it('is given later what a newer release ships, once, and keeps what was changed', async () => {
    await setUp(world, await tokenFor(world));
    const tables = ['rule', 'duty_profile', 'holiday_year', 'activity_type', 'catalogue_term', 'cadence'];
    const counts = async (): Promise<number[]> => {
      const found: number[] = [];
      for (const table of tables) found.push(await count(world, table));
      return found;
    };
    const shipped = await counts();
    const older = new pg.Client({ connectionString: world.config.databaseUrl });
    await older.connect();
    await older.query(`delete from rule where key = 'personal.retention';
      update rule set name_zh = '改过的名称' where key = 'term.branch';
      delete from duty_profile where type = 'PARTY_GROUP';
      delete from holiday_day where date between '2025-01-01' and '2025-12-31';
      delete from holiday_year where year = 2025;
      delete from cadence where rule_key = 'warning.cadence';
      delete from review_rule where category = 'PERSONNEL' and tier = 'SECRETARIAT';
      delete from activity_type where key = 'TALK';
      delete from catalogue_term where key = 'INTEGRITY'`);
    await older.end();
    const associations = world.app.get(Associations);
    await Promise.all([associations.renew(), associations.renew()]);
    expect(await counts()).toEqual(shipped);
    const events = await world.database.transaction(systemScope(null), (tx) =>
      tx.query<object[]>(`select after from audit_event where action like 'ship%' order by id`),
    );
    expect(events.slice(7)).toEqual([
      { after: { rules: 1 } },
      { after: { years: '2025' } },
      { after: { profiles: 1 } },
      // integrity is a topic, and stands in two of the lists of tags
      { after: { types: 1, terms: 3 } },
      { after: { rules: 1 } },
      { after: { cadences: 1 } },
    ]);
    expect(await count(world, `rule where name_zh = '改过的名称'`)).toBe(1);
  });

  it('is not taken by a stranger: no token, a wrong one, one that was replaced, one of yesterday', async () => {
    await expect(setUp(world, 'aaaaa-bbbbb-ccccc-ddddd')).rejects.toMatchObject({
      code: 'FORBIDDEN',
      reason: 'SETUP_TOKEN_WRONG',
    });
    const first = await tokenFor(world);
    const second = await tokenFor(world);
    await expect(setUp(world, first)).rejects.toMatchObject({ reason: 'SETUP_TOKEN_WRONG' });
    world.clock.advance(24 * 3_600_000);
    await expect(setUp(world, second)).rejects.toMatchObject({ reason: 'SETUP_TOKEN_WRONG' });
    for (let i = 0; i < 4; i++) await expect(setUp(world, 'guess')).rejects.toThrow();
    await expect(setUp(world, await tokenFor(world))).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      reason: 'SETUP_LOCKED',
    });
    expect(await count(world, 'association')).toBe(0);
    const { rows } = await world.database.reader
      .query('select * from installation')
      .catch(() => ({ rows: 'refused' as const }));
    expect(rows).toBe('refused');
  });

  it('wants three different people, and writes nothing when something is wrong', async () => {
    const token = await tokenFor(world);
    const { systemAdmin } = wanted;
    for (const [changes, reason] of [
      [{ auditor: { ...systemAdmin, mail: null } }, 'SETUP_SAME_PERSON'],
      [{ auditor: { username: 'other', name: '另一个', mail: 'ZHOU@example.org' } }, 'SETUP_SAME_PERSON'],
      [{ staff: { username: 'ZHOU', name: '周一' } }, 'USERNAME_TAKEN'],
      [{ auditor: { username: 'with blank', name: '某' } }, 'USERNAME_FORM'],
      [{ root: { ...wanted.root, type: 'PARTY_GROUP' } }, 'ROOT_TYPE'],
      [{ association: ' ' }, 'INVALID_FIELDS'],
    ] as const)
      await expect(setUp(world, token, changes)).rejects.toMatchObject({ reason });
    expect([await count(world, 'association'), await count(world, 'account')]).toEqual([0, 0]);
    world.clock.advance(15 * 60_000);
    await expect(setUp(world, token)).resolves.toBeDefined();
  });
});

describe('on the server', () => {
  let world: World;
  let folder: string;
  beforeAll(async () => {
    world = await createWorld({ bare: true });
    folder = await mkdtemp(path.join(tmpdir(), 'dangwu-setup-'));
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true });
  });

  const said: string[] = [];
  const say = (line: string) => said.push(line);

  it('a file does it without a token; one that is not right says where', async () => {
    const file = path.join(folder, 'setup.json');
    await writeFile(file, JSON.stringify({ ...wanted, auditor: { username: 5 }, surprise: true }));
    expect(await runSetup(world.app, ['--from', file], say)).toBe(1);
    expect(said.join('\n')).toMatch(/auditor[\s\S]*surprise|surprise[\s\S]*auditor/);
    await writeFile(file, JSON.stringify(wanted));
    said.length = 0;
    expect(await runSetup(world.app, ['--from', file], say)).toBe(0);
    expect(said).toHaveLength(5);
    expect(said[1]).toMatch(/^SYSTEM_ADMIN\tzhou\t周一\thttp:\/\/.*\/password#[\w-]{43}$/);
  });

  it('an administrator who lost everything gets a new second factor', async () => {
    const actor = await signedUp(said[1]!.split('\t')[3]!, 'zhou');
    said.length = 0;
    expect(await runSecondFactor(world.app, ['--reset', 'ZHOU'], say)).toBe(0);
    expect(await actor.browser.signedIn()).toBeNull();
    expect(await actor.browser.signIn('zhou', actor.password)).toBe('ENROLMENT');
    expect(await runSecondFactor(world.app, ['--reset', 'zhou'], say)).toBe(1);
    expect(await runSecondFactor(world.app, ['--reset', 'nobody'], say)).toBe(1);
    expect(await runSecondFactor(world.app, [], say)).toBe(1);
  });

  async function signedUp(link: string, username: string) {
    const browser = new Browser(world.url);
    const password = 'kernel-meadow-first';
    await browser.ask(`mutation ($input: SetPasswordByLinkInput!) { setPasswordByLink(input: $input) }`, {
      input: { token: link.slice(link.indexOf('#') + 1), password },
    });
    await browser.signIn(username, password);
    const { startEnrolment } = await browser.ask<{ startEnrolment: { secret: string } }>(
      'mutation { startEnrolment(input: {}) { secret } }',
    );
    await browser.ask(`mutation ($code: String!) { finishEnrolment(input: { code: $code }) { recoveryCodes } }`, {
      code: totpCode(startEnrolment.secret, world.clock.now()),
    });
    expect(await browser.signedIn()).toBe(username);
    return { browser, password };
  }
});
