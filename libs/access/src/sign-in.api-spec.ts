import { createHash } from 'node:crypto';
import { Config } from '@dangwu/platform/config';
import { connect, type Database } from '@dangwu/platform/database';
import { accessEntities } from './access.module';
import { caller, password, servicesOver, Trial, TrialOrganization } from './trial/trial';

let trial: Trial;
let other: Database;
let otherProcess: ReturnType<typeof servicesOver>;
beforeAll(async () => {
  trial = await Trial.create();
  // a second process on the same database, with its own pool and memory
  other = await connect(trial.config, [...accessEntities, TrialOrganization]);
  otherProcess = servicesOver(other, trial.clock, trial.config);
});
afterAll(async () => {
  await other.close();
  await trial.close();
});

const minute = 60_000;
let addresses = 0;
/** a caller nobody has failed from */
const fresh = () => ({ ...caller, address: `10.9.${++addresses >> 8}.${addresses & 255}` });
const wrong = 'not the password';
const signIn = (username: string, pass: string, from = fresh(), services = trial.services) =>
  services.signIns.signIn(username, pass, from, null);

describe('signing in', () => {
  it('opens a session of the account, whatever capitals the name is typed in', async () => {
    const account = await trial.account({ role: 'PARTY_STAFF', organizationId: null });
    const { token } = await signIn(` ${account.username.toUpperCase()} `, password);
    const viewer = await trial.services.sessions.verify(token);
    expect(viewer?.account).toEqual({ id: account.id, username: account.username, name: '张三' });
    expect(viewer?.holds('organization.maintain')).toBe(true);
  });

  it('stores neither password nor token: argon2id at 19 MiB and two passes, SHA-256', async () => {
    const account = await trial.account();
    const { token } = await signIn(account.username, password);
    const { rows } = await trial.admin.query(
      `select s.password_hash as hash, x.token_hash as token from account_secret s join session x using (account_id)
       where account_id = $1`,
      [account.id],
    );
    expect(rows[0].hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(rows[0].token).toEqual(createHash('sha256').update(token).digest());
  });

  it('ends the session the caller came with and opens a new one', async () => {
    const { username } = await trial.account();
    const first = await signIn(username, password);
    const before = (await trial.services.sessions.verify(first.token))!;
    const second = await trial.services.signIns.signIn(username, password, fresh(), before);
    expect(second.token).not.toBe(first.token);
    expect(await trial.services.sessions.verify(first.token)).toBeNull();
    expect((await trial.services.sessions.verify(second.token))?.sessionId).toBe(second.id);
  });

  it('does the same work for an unknown name as for a wrong password, and answers the same', async () => {
    const { username } = await trial.account();
    const { passwords } = trial.services;
    const before = passwords.comparisons;
    const known: unknown = await signIn(username, wrong).catch((error: unknown) => error);
    const ofKnown = passwords.comparisons - before;
    const unknown: unknown = await signIn('nobody-here', wrong).catch((error: unknown) => error);
    const ofUnknown = passwords.comparisons - before - ofKnown;
    expect([ofKnown, ofUnknown]).toEqual([1, 1]);
    expect(unknown).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'SIGN_IN_REFUSED' });
    expect(unknown).toEqual(known);
  });

  it('is refused to a disabled account, which loses its sessions at once', async () => {
    const account = await trial.account();
    const { token } = await signIn(account.username, password);
    await trial.write((tx) => trial.services.accounts.disable(tx, account.id));
    expect(await trial.services.sessions.verify(token)).toBeNull();
    await expect(signIn(account.username, wrong)).rejects.toMatchObject({ reason: 'SIGN_IN_REFUSED' });
    await expect(signIn(account.username, password)).rejects.toMatchObject({ reason: 'ACCOUNT_DISABLED' });
  });

  it('lands in the audit log with account and address, also when it is refused, never with what was typed', async () => {
    const account = await trial.account();
    const from = fresh();
    await expect(signIn(account.username, wrong, from)).rejects.toThrow();
    await expect(signIn('looks-like-a-password', wrong, from)).rejects.toThrow();
    const { token } = await signIn(account.username, password, from);
    await trial.services.signIns.signOut((await trial.services.sessions.verify(token))!, from);
    const refused = (await trial.events('signInRefused')).filter(({ address }) => address === from.address);
    expect(refused).toMatchObject([
      { subject_id: account.id, association_id: trial.associationId, after: { reason: 'WRONG_PASSWORD' } },
      { subject_id: null, association_id: null, after: { reason: 'UNKNOWN_NAME' } },
    ]);
    for (const action of ['signIn', 'signOut'])
      expect((await trial.events(action)).filter(({ address }) => address === from.address)).toMatchObject([
        { account_id: account.id, subject_id: account.id, request_id: 'r-1' },
      ]);
    expect(JSON.stringify(refused)).not.toContain('looks-like');
  });
});

describe('the lock', () => {
  it('counts down, says so, and closes after five failures for fifteen minutes', async () => {
    const { username } = await trial.account();
    for (const remaining of [4, 3, 2, 1])
      await expect(signIn(username, wrong)).rejects.toMatchObject({
        reason: 'SIGN_IN_REFUSED',
        params: { remaining },
        messages: { zh: expect.stringContaining(`还可以试 ${remaining} 次`) as string },
      });
    await expect(signIn(username, wrong)).rejects.toMatchObject({ code: 'RATE_LIMITED', reason: 'SIGN_IN_LOCKED' });
    trial.clock.advance(15 * minute - 1);
    await expect(signIn(username, password)).rejects.toMatchObject({ params: { retryAfter: 1, wait: 1, minutes: 15 } });
    trial.clock.advance(1);
    await expect(signIn(username, password)).resolves.toBeDefined();
  });

  it('is shared by all processes, and holds against tries at once', async () => {
    const { username } = await trial.account();
    const comparisons = () => trial.services.passwords.comparisons + otherProcess.passwords.comparisons;
    const before = comparisons();
    const tries = Array.from({ length: 12 }, (_, i) =>
      signIn(username, wrong, fresh(), i % 2 ? otherProcess : trial.services),
    );
    const reasons = (await Promise.allSettled(tries)).map(
      (r) => (r as PromiseRejectedResult).reason as { reason: string },
    );
    expect(comparisons() - before).toBe(5);
    expect(reasons.filter(({ reason }) => reason === 'SIGN_IN_LOCKED')).toHaveLength(8);
    await expect(signIn(username, password, fresh(), otherProcess)).rejects.toMatchObject({ reason: 'SIGN_IN_LOCKED' });
    trial.clock.advance(15 * minute);
    await expect(signIn(username, password, fresh(), otherProcess)).resolves.toBeDefined();
  });

  it('locks an unknown name like a known one', async () => {
    for (let i = 0; i < 5; i++) await expect(signIn('nobody-at-all', wrong)).rejects.toThrow();
    await expect(signIn('nobody-at-all', wrong)).rejects.toMatchObject({ reason: 'SIGN_IN_LOCKED' });
  });

  it('forgets failures after a success, and after fifteen minutes', async () => {
    const { username } = await trial.account();
    const fail = (remaining: number) =>
      expect(signIn(username, wrong)).rejects.toMatchObject({ params: { remaining } });
    await fail(4);
    await fail(3);
    await signIn(username, password);
    await fail(4);
    trial.clock.advance(15 * minute);
    await fail(4);
  });

  it('stops an address after twenty failures under whatever names; another address goes on', async () => {
    const { username } = await trial.account();
    const from = fresh();
    for (let i = 0; i < 20; i++) await expect(signIn(`guess-${i}`, wrong, from)).rejects.toThrow();
    await expect(signIn(username, password, from)).rejects.toMatchObject({ reason: 'ADDRESS_LOCKED' });
    await expect(signIn(username, password)).resolves.toBeDefined();
    trial.clock.advance(15 * minute);
    await expect(signIn(username, password, from)).resolves.toBeDefined();
  });

  it('is not lifted from an address by signing in from it with an account of one’s own', async () => {
    const mine = await trial.account();
    const from = fresh();
    for (let i = 0; i < 19; i++) await expect(signIn(`other-${i}`, wrong, from)).rejects.toThrow();
    await signIn(mine.username, password, from);
    await expect(signIn('other-19', wrong, from)).rejects.toThrow();
    await expect(signIn(mine.username, password, from)).rejects.toMatchObject({ reason: 'ADDRESS_LOCKED' });
  });
});

describe('a session', () => {
  const start = async () => {
    const { username } = await trial.account();
    return signIn(username, password);
  };
  const verify = (token: string) => trial.services.sessions.verify(token);

  it('ends after thirty idle minutes', async () => {
    const { token } = await start();
    trial.clock.advance(30 * minute - 1);
    expect((await verify(token))?.session.idleUntil).toEqual(new Date(trial.clock.now().getTime() + 30 * minute));
    trial.clock.advance(30 * minute);
    expect(await verify(token)).toBeNull();
  });

  it('ends after twelve hours, however busy', async () => {
    const { token, expiresAt } = await start();
    const begun = trial.clock.now().getTime();
    expect(expiresAt.getTime() - begun).toBe(12 * 60 * minute);
    for (let passed = 0; passed < 12 * 60 - 20; passed += 20) {
      expect(await verify(token)).not.toBeNull();
      trial.clock.advance(20 * minute);
    }
    expect((await verify(token))?.session.idleUntil).toEqual(expiresAt);
    trial.clock.advance(20 * minute);
    expect(await verify(token)).toBeNull();
  });

  it('is written to at most once a minute', async () => {
    const { id, token } = await start();
    const written = async () =>
      (await trial.admin.query('select xmin::text as x from session where id = $1', [id])).rows[0].x as string;
    const first = await written();
    trial.clock.advance(minute);
    await verify(token);
    expect(await written()).toBe(first);
    trial.clock.advance(1);
    await verify(token);
    const second = await written();
    expect(second).not.toBe(first);
    await verify(token);
    expect(await written()).toBe(second);
  });

  it('ends at once on signing out, in every process', async () => {
    const { token } = await start();
    const viewer = (await otherProcess.sessions.verify(token))!;
    await trial.services.signIns.signOut(viewer, caller);
    expect(await otherProcess.sessions.verify(token)).toBeNull();
  });

  it('of a disabled account is none, although it was not ended', async () => {
    const { id, username } = await trial.account();
    const { token } = await signIn(username, password);
    await trial.admin.query('update account set disabled_at = now() where id = $1', [id]);
    expect(await verify(token)).toBeNull();
    await trial.admin.query('update account set disabled_at = null where id = $1', [id]);
    expect(await verify(token)).not.toBeNull();
  });

  it('is not opened by a token nobody was given', async () => {
    expect(await verify('x'.repeat(43))).toBeNull();
  });
});

it('takes other settings: three failures, one minute', async () => {
  const config = new Config({ DATABASE_URL: trial.config.databaseUrl, SIGN_IN_FAILURES: '3', SIGN_IN_LOCK: '1m' });
  const strict = servicesOver(trial.database, trial.clock, config);
  const { username } = await trial.account();
  for (let i = 0; i < 2; i++) await expect(signIn(username, wrong, fresh(), strict)).rejects.toThrow(/3 failures/);
  await expect(signIn(username, wrong, fresh(), strict)).rejects.toMatchObject({ params: { minutes: 1 } });
  trial.clock.advance(minute);
  await expect(signIn(username, password, fresh(), strict)).resolves.toBeDefined();
});
