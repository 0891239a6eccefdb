import { Browser, createWorld, type World } from '@dangwu/testing';
import { localId } from '@dangwu/platform/ids';
import { AccountService } from '../accounts.service';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) MicroMessenger/8.0.60';
const minute = 60_000;
const list = `{ ownAccount { id limits { idleMinutes lifetimeMinutes }
  sessions { id device { zh } address signedInAt lastSeenAt idleUntil expiresAt current } } }`;
interface Listed {
  ownAccount: {
    id: string;
    limits: object;
    sessions: { id: string; device: { zh: string }; lastSeenAt: string; current: boolean }[];
  };
}
const sessionsOf = async (browser: Browser) => (await browser.ask<Listed>(list)).ownAccount;
const end = (browser: Browser, id: string) =>
  browser.ask(`mutation ($id: ID!) { endSession(input: { id: $id }) { sessions { id } } }`, { id });

/** Somebody signed in at a desk and on a phone. */
async function person() {
  const { accountId, username, password } = await world.account('PARTY_STAFF');
  const [desk, pocket] = [new Browser(world.url), new Browser(world.url, phone)];
  await desk.signIn(username, password);
  world.clock.advance(minute + 1);
  await pocket.signIn(username, password);
  return { accountId, username, password, desk, pocket };
}

it('are listed with device, address and times, the one used last first', async () => {
  const { pocket } = await person();
  const { sessions, limits } = await sessionsOf(pocket);
  // the world has opened a session for the account as well, which no browser holds
  expect(sessions).toHaveLength(3);
  expect(sessions[0]).toEqual({
    id: expect.stringMatching(/^Session_/) as string,
    device: { zh: 'iPhone上的微信' },
    address: '127.0.0.1',
    signedInAt: world.clock.now().toISOString(),
    lastSeenAt: world.clock.now().toISOString(),
    idleUntil: new Date(world.clock.now().getTime() + 30 * minute).toISOString(),
    expiresAt: new Date(world.clock.now().getTime() + 12 * 60 * minute).toISOString(),
    current: true,
  });
  expect(sessions.map(({ device, current }) => [device.zh, current])).toContainEqual(['Windows上的谷歌浏览器', false]);
  expect(limits).toEqual({ idleMinutes: 30, lifetimeMinutes: 720 });
});

it('end one by one, or all but this one, at once and in every process', async () => {
  const { username, password, desk, pocket } = await person();
  const { sessions } = await sessionsOf(desk);
  await end(desk, sessions.find(({ device }) => device.zh.startsWith('iPhone'))!.id);
  expect(await pocket.signedIn()).toBeNull();
  await pocket.signIn(username, password);
  expect(await desk.ask('mutation { endOtherSessions }')).toEqual({ endOtherSessions: 2 });
  expect(await pocket.signedIn()).toBeNull();
  expect(await desk.signedIn()).toBe(username);
  expect((await sessionsOf(desk)).sessions).toHaveLength(1);
});

it('of others are neither seen nor ended, and nobody signed in has none', async () => {
  const [mine, theirs] = [await person(), await person()];
  const { sessions } = await sessionsOf(theirs.desk);
  await expect(end(mine.desk, sessions[0]!.id)).rejects.toMatchObject({ code: 'NOT_FOUND', reason: 'UNKNOWN_ID' });
  expect(await theirs.pocket.signedIn()).toBe(theirs.username);
  await expect(end(mine.desk, sessions[0]!.id.replace('Session', 'Account'))).rejects.toMatchObject({
    reason: 'MALFORMED_ID',
  });
  await expect(new Browser(world.url).ask(list)).rejects.toMatchObject({ reason: 'SIGN_IN_REQUIRED' });
  await expect(new Browser(world.url).ask('mutation { endOtherSessions }')).rejects.toMatchObject({
    reason: 'SIGN_IN_REQUIRED',
  });
});

it('leave no list once they are idle or over', async () => {
  const { desk, pocket } = await person();
  world.clock.advance(20 * minute);
  await desk.signedIn();
  world.clock.advance(20 * minute);
  expect((await sessionsOf(desk)).sessions.map(({ current }) => current)).toEqual([true]);
  expect(await pocket.signedIn()).toBeNull();
});

describe('when rights change', () => {
  const grant = (accountId: string) =>
    world.write((tx) =>
      world.app
        .get(AccountService)
        .grant(
          tx,
          { id: accountId, associationId: world.associationId },
          { role: 'LEADER', organizationId: localId('PartyOrganization', world.root.id) },
        ),
    );

  it('a session gets a new token with its next answer; the one before ends after some seconds', async () => {
    const { accountId, username, desk } = await person();
    const before = desk.cookies.get('dangwu_session')!;
    const stolen = new Browser(world.url);
    stolen.cookies.set('dangwu_session', before);
    await grant(accountId);
    expect(await desk.signedIn()).toBe(username);
    const after = desk.cookies.get('dangwu_session')!;
    expect(after).not.toBe(before);
    expect(await desk.signedIn()).toBe(username);
    expect(desk.cookies.get('dangwu_session')).toBe(after);
    world.clock.advance(30_000);
    expect(await stolen.signedIn()).toBeNull();
    expect(await desk.signedIn()).toBe(username);
    const events = await world.write((tx) =>
      tx.query<unknown[]>(`select from audit_event where action = 'renewSession' and subject_id = $1`, [accountId]),
    );
    expect(events).toHaveLength(1);
  });

  it('requests that are under way together go on, and one of them brings the token', async () => {
    const { accountId, username, desk } = await person();
    const before = desk.cookies.get('dangwu_session')!;
    await grant(accountId);
    const browsers = Array.from({ length: 8 }, () => {
      const browser = new Browser(world.url);
      browser.cookies.set('dangwu_session', before);
      return browser;
    });
    expect(await Promise.all(browsers.map((each) => each.signedIn()))).toEqual(browsers.map(() => username));
    const renewed = browsers.filter((each) => each.cookies.get('dangwu_session') !== before);
    expect(renewed).toHaveLength(1);
  });

  it('a right that is taken away renews the token as well', async () => {
    const { accountId, desk } = await person();
    const { id } = await grant(accountId);
    await desk.signedIn();
    const before = desk.cookies.get('dangwu_session');
    world.clock.advance(1000);
    await world.write((tx) => world.app.get(AccountService).revoke(tx, id));
    await desk.signedIn();
    expect(desk.cookies.get('dangwu_session')).not.toBe(before);
  });
});

it('get a new id on signing in, also over one that is there', async () => {
  const { username, password, desk } = await person();
  const first = desk.cookies.get('dangwu_session');
  await desk.signIn(username, password);
  expect(desk.cookies.get('dangwu_session')).not.toBe(first);
  const stolen = new Browser(world.url);
  stolen.cookies.set('dangwu_session', first!);
  expect(await stolen.signedIn()).toBeNull();
});
