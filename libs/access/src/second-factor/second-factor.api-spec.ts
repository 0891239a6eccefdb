import { connect, type Database } from '@dangwu/platform/database';
import { PersonKeyEntity } from '@dangwu/platform/keys';
import { accessEntities } from '../access.module';
import { nextStep } from '../sign-in/sign-in-steps';
import { caller, password, servicesOver, Trial, TrialOrganization } from '../trial/trial';
import { totpCode } from './totp';

let trial: Trial;
let other: Database;
let otherProcess: ReturnType<typeof servicesOver>;
beforeAll(async () => {
  trial = await Trial.create();
  other = await connect(trial.config, [...accessEntities, PersonKeyEntity, TrialOrganization]);
  otherProcess = servicesOver(other, trial.clock, trial.config);
});
afterAll(async () => {
  await other.close();
  await trial.close();
});

const minute = 60_000;
let addresses = 0;
const fresh = () => ({ ...caller, address: `10.8.${++addresses >> 8}.${addresses & 255}` });
const code = (secret: string) => totpCode(secret, trial.clock.now());

/** An account with an authenticator that has just typed its password. */
async function atSecondStep() {
  const account = await trial.account();
  const { secret, recoveryCodes } = await trial.enrol(account);
  const { step, token } = await trial.services.signIns.signIn(account.username, password, fresh(), null);
  return { account, secret, recoveryCodes, step, token };
}
const prove = (token: string, typed: string, services = trial.services) =>
  services.steps.proveSecondFactor(token, typed, fresh());

describe('signing in with an authenticator', () => {
  it('opens no session by the password alone, and one by the code after it', async () => {
    const { account, secret, step, token } = await atSecondStep();
    expect(step).toBe('SECOND_FACTOR');
    expect(await trial.services.sessions.verify(token)).toBeNull();
    const session = (await prove(token, code(secret)))!;
    expect((await trial.services.sessions.verify(session.token))?.account.id).toBe(account.id);
    const events = (await trial.events('signIn')).filter(({ subject_id }) => subject_id === account.id);
    expect(events).toMatchObject([{ after: { way: 'PASSWORD', secondFactor: 'TOTP' } }]);
  });

  it('takes a code with a blank in it and in full width', async () => {
    const { secret, token } = await atSecondStep();
    const typed = code(secret).replace(/^(...)/, '$1 ');
    const wide = typed.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    expect(await prove(token, wide)).not.toBeNull();
  });

  it('ends with the session: the cookie of the sign-in does it a second time for nobody', async () => {
    const { secret, token } = await atSecondStep();
    await prove(token, code(secret));
    trial.clock.advance(30_000);
    await expect(prove(token, code(secret))).rejects.toMatchObject({ reason: 'SIGN_IN_STEP_OVER' });
    await expect(prove('x'.repeat(43), code(secret))).rejects.toMatchObject({ reason: 'SIGN_IN_STEP_OVER' });
  });

  it('is over after ten minutes, and when the account is disabled meanwhile', async () => {
    const late = await atSecondStep();
    trial.clock.advance(10 * minute);
    await expect(prove(late.token, code(late.secret))).rejects.toMatchObject({ reason: 'SIGN_IN_STEP_OVER' });
    const disabled = await atSecondStep();
    await trial.write((tx) => trial.services.accounts.disable(tx, disabled.account.id));
    await expect(prove(disabled.token, code(disabled.secret))).rejects.toMatchObject({ reason: 'SIGN_IN_STEP_OVER' });
  });

  it('refuses a code that was used, in this and in any other process', async () => {
    const { account, secret, token } = await atSecondStep();
    const used = code(secret);
    await prove(token, used);
    for (const services of [trial.services, otherProcess]) {
      const again = await services.signIns.signIn(account.username, password, fresh(), null);
      await expect(prove(again.token, used, services)).rejects.toMatchObject({ reason: 'SECOND_FACTOR_WRONG' });
    }
    trial.clock.advance(30_000);
    const later = await trial.services.signIns.signIn(account.username, password, fresh(), null);
    expect(await prove(later.token, code(secret))).not.toBeNull();
  });

  it('lets one of two win that bring the same code at once', async () => {
    const { account, secret, token } = await atSecondStep();
    const second = await otherProcess.signIns.signIn(account.username, password, fresh(), null);
    const both = [prove(token, code(secret)), prove(second.token, code(secret), otherProcess)];
    expect((await Promise.allSettled(both)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('the lock of the second step', () => {
  it('counts down, is shared by all processes, closes after five for fifteen minutes', async () => {
    const { account, secret, token } = await atSecondStep();
    const wrong = code(secret) === '000000' ? '000001' : '000000';
    const remaining: unknown[] = [];
    for (let i = 0; i < 4; i++) {
      const services = i % 2 ? otherProcess : trial.services;
      const refused = await prove(token, wrong, services).catch((e: { params: { remaining: number } }) => e);
      remaining.push((refused as { params: { remaining: number } }).params.remaining);
    }
    expect(remaining).toEqual([4, 3, 2, 1]);
    await expect(prove(token, wrong)).rejects.toMatchObject({ code: 'RATE_LIMITED', reason: 'SECOND_FACTOR_LOCKED' });
    await expect(prove(token, code(secret), otherProcess)).rejects.toMatchObject({
      reason: 'SECOND_FACTOR_LOCKED',
      params: { limit: 5, minutes: 15, wait: 15, retryAfter: 900 },
    });
    // a right password opens no way around it
    const again = await otherProcess.signIns.signIn(account.username, password, fresh(), null);
    await expect(prove(again.token, code(secret), otherProcess)).rejects.toMatchObject({
      reason: 'SECOND_FACTOR_LOCKED',
    });
    trial.clock.advance(15 * minute);
    const later = await trial.services.signIns.signIn(account.username, password, fresh(), null);
    expect(await prove(later.token, code(secret))).not.toBeNull();
  });

  it('holds against fifty tries at once: five are checked', async () => {
    const { account, token } = await atSecondStep();
    const tries = Array.from({ length: 50 }, (_, i) =>
      prove(token, `${100_000 + i}`, i % 2 ? otherProcess : trial.services),
    );
    const refused = (await Promise.allSettled(tries)).map((r) => (r as PromiseRejectedResult).reason as Error);
    expect(refused.map(({ name }) => name).filter((name) => name === 'SECOND_FACTOR_WRONG')).toHaveLength(4);
    const events = (await trial.events('signInRefused')).filter(({ subject_id }) => subject_id === account.id);
    expect(events).toHaveLength(5);
    expect(events[0]).toMatchObject({ after: { reason: 'WRONG_CODE' } });
  });

  it('counts by address too', async () => {
    const from = fresh();
    for (let i = 0; i < 4; i++) {
      const { token } = await atSecondStep();
      for (let n = 0; n < 5; n++)
        await expect(trial.services.steps.proveSecondFactor(token, '12345x', from)).rejects.toThrow();
    }
    const { secret, token } = await atSecondStep();
    await expect(trial.services.steps.proveSecondFactor(token, code(secret), from)).rejects.toMatchObject({
      reason: 'ADDRESS_LOCKED',
    });
  });
});

describe('recovery codes', () => {
  it('are ten, each stands for the second factor once, and the person is told', async () => {
    const { account, recoveryCodes, token } = await atSecondStep();
    expect(new Set(recoveryCodes).size).toBe(10);
    const [first] = recoveryCodes;
    expect(first).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
    expect(await prove(token, ` ${first!.toUpperCase().replace('-', ' ')} `)).not.toBeNull();
    const again = await trial.services.signIns.signIn(account.username, password, fresh(), null);
    await expect(prove(again.token, first!)).rejects.toMatchObject({ reason: 'SECOND_FACTOR_WRONG' });
    expect(await prove(again.token, recoveryCodes[1]!)).not.toBeNull();
    const [, used] = trial.services.mail.to(account.mail!).map(({ subject }) => subject);
    expect(used).toBe('有人用恢复码登录');
    expect(await trial.write((tx) => trial.services.codes.left(tx, account.id))).toBe(8);
  });

  it('let one of two win that bring the same one at once', async () => {
    const { account, recoveryCodes, token } = await atSecondStep();
    const second = await otherProcess.signIns.signIn(account.username, password, fresh(), null);
    const both = [prove(token, recoveryCodes[0]!), prove(second.token, recoveryCodes[0]!, otherProcess)];
    expect((await Promise.allSettled(both)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('are made anew by whoever proves both, and the ones before count no more', async () => {
    const { account, recoveryCodes } = await atSecondStep();
    const renewed = await trial.services.factors.renewCodes(await trial.known(account));
    const { token } = await trial.services.signIns.signIn(account.username, password, fresh(), null);
    await expect(prove(token, recoveryCodes[0]!)).rejects.toMatchObject({ reason: 'SECOND_FACTOR_WRONG' });
    expect(await prove(token, renewed[0]!)).not.toBeNull();
  });
});

it('keeps the secret sealed, the recovery codes as argon2id, and neither in the audit log or where the reader sees', async () => {
  const { account, secret, recoveryCodes } = await atSecondStep();
  const { rows } = await trial.admin.query(
    `select f.secret, c.code_hash from account_second_factor f join account_recovery_code c using (account_id)
     where account_id = $1`,
    [account.id],
  );
  expect(rows[0].secret.toString('latin1')).not.toContain(secret);
  expect(rows[0].code_hash).toMatch(/^\$argon2id\$/);
  const { rows: log } = await trial.admin.query('select * from audit_event where subject_id = $1', [account.id]);
  const written = JSON.stringify(log);
  for (const kept of [secret, ...recoveryCodes]) expect(written).not.toContain(kept);
  for (const table of ['account_second_factor', 'account_recovery_code', 'pending_sign_in', 'account_link'])
    await expect(trial.database.reader.query(`select * from ${table}`)).rejects.toThrow(/permission denied/);
});

describe('of the three administrators', () => {
  const administrator = (role: 'SYSTEM_ADMIN' | 'SECURITY_ADMIN' | 'AUDITOR') =>
    trial.account({ role, organizationId: null });

  it.each(['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR'] as const)(
    '%s sets an authenticator up before anything else: there is no session until then',
    async (role) => {
      const account = await administrator(role);
      const { step, token } = await trial.services.signIns.signIn(account.username, password, fresh(), null);
      expect(step).toBe('ENROLMENT');
      expect(await trial.services.sessions.verify(token)).toBeNull();
      const { rows } = await trial.admin.query('select from session where account_id = $1', [account.id]);
      expect(rows).toHaveLength(0);
      const { secret } = await trial.services.factors.start(await trial.known(account));
      await expect(trial.services.steps.enrol(token, '12345x', fresh())).rejects.toMatchObject({
        reason: 'SECOND_FACTOR_WRONG',
      });
      const { codes, session } = await trial.services.steps.enrol(token, code(secret), fresh());
      expect(codes).toHaveLength(10);
      const viewer = await trial.services.sessions.verify(session!.token);
      expect(viewer?.grants).toMatchObject([{ role }]);
    },
  );

  it('is signed in nowhere by a session that proved no second factor, wherever that came from', async () => {
    const account = await administrator('AUDITOR');
    const { token } = await trial.write((tx) => trial.services.sessions.create(tx, account, caller));
    expect(await trial.services.sessions.verify(token)).toBeNull();
  });

  it('an account that becomes one loses its session at that moment, and begins with the authenticator', async () => {
    const account = await trial.account();
    const before = await trial.services.signIns.signIn(account.username, password, fresh(), null);
    expect(await otherProcess.sessions.verify(before.token)).not.toBeNull();
    await trial.write((tx) => trial.services.accounts.grant(tx, account, { role: 'AUDITOR', organizationId: null }));
    expect(await otherProcess.sessions.verify(before.token)).toBeNull();
    const after = await trial.services.signIns.signIn(account.username, password, fresh(), null);
    expect(after.step).toBe('ENROLMENT');
  });

  it('takes a new phone in place of the old one, which counts until the new one has shown a code', async () => {
    const account = await administrator('SYSTEM_ADMIN');
    const { secret: old } = await trial.enrol(account);
    const { secret: next } = await trial.services.factors.start(await trial.known(account));
    const first = await trial.services.signIns.signIn(account.username, password, fresh(), null);
    await expect(prove(first.token, code(next))).rejects.toMatchObject({ reason: 'SECOND_FACTOR_WRONG' });
    expect(await prove(first.token, code(old))).not.toBeNull();
    expect(await trial.services.factors.confirm(await trial.known(account), code(next))).toHaveLength(10);
    trial.clock.advance(30_000);
    const second = await trial.services.signIns.signIn(account.username, password, fresh(), null);
    await expect(prove(second.token, code(old))).rejects.toMatchObject({ reason: 'SECOND_FACTOR_WRONG' });
    expect(await prove(second.token, code(next))).not.toBeNull();
  });
});

it('asks for what is missing in this order: second factor, longer password, authenticator', () => {
  const none = { weakPassword: false, secondFactor: null } as const;
  const step = nextStep;
  expect(step({ administrator: false, enrolled: false }, none)).toBeNull();
  expect(step({ administrator: true, enrolled: true }, { ...none, weakPassword: true })).toBe('SECOND_FACTOR');
  expect(step({ administrator: true, enrolled: true }, { weakPassword: true, secondFactor: 'TOTP' })).toBe(
    'NEW_PASSWORD',
  );
  expect(step({ administrator: true, enrolled: false }, { ...none, weakPassword: true })).toBe('NEW_PASSWORD');
  expect(step({ administrator: true, enrolled: false }, none)).toBe('ENROLMENT');
});
