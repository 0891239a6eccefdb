import { AccountService } from '../accounts.service';
import { Browser, createWorld, type Actor, type World } from '@dangwu/testing';
import { newId } from '@dangwu/platform/ids';
import { totpCode } from '../second-factor/totp';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const code = (secret: string) => totpCode(secret, world.clock.now());
const nextStep = () => world.clock.advance(30_000);
const prove = `mutation ($code: String!) { proveSecondFactor(input: { code: $code }) { account { username } } }`;
const start = `mutation ($input: StartEnrolmentInput!) { startEnrolment(input: $input) { secret address } }`;
const finish = `mutation ($code: String!) { finishEnrolment(input: { code: $code }) { recoveryCodes } }`;

async function enrol(browser: Browser, proof: object = {}): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { startEnrolment } = await browser.ask<{ startEnrolment: { secret: string } }>(start, { input: proof });
  const { secret } = startEnrolment;
  const { finishEnrolment } = await browser.ask<{ finishEnrolment: { recoveryCodes: string[] } }>(finish, {
    code: code(secret),
  });
  nextStep();
  return { secret, recoveryCodes: finishEnrolment.recoveryCodes };
}
const auditor = (): Promise<Actor> => world.account('AUDITOR');

it('leads an administrator through password, authenticator and codes into a session', async () => {
  const { username, password } = await auditor();
  const browser = new Browser(world.url);
  expect(await browser.signIn(username, password)).toBe('ENROLMENT');
  expect([...browser.cookies.keys()]).toEqual(['dangwu_sign_in']);
  expect(await browser.signedIn()).toBeNull();
  const { recoveryCodes } = await enrol(browser);
  expect(recoveryCodes).toHaveLength(10);
  expect([...browser.cookies.keys()]).toEqual(['dangwu_session']);
  expect(await browser.signedIn()).toBe(username);
});

it('lets nothing be done between the steps, whatever the account may do', async () => {
  const { username, password } = await auditor();
  const browser = new Browser(world.url);
  await browser.signIn(username, password);
  const asSession = new Browser(world.url);
  asSession.cookies.set('dangwu_session', browser.cookies.get('dangwu_sign_in')!);
  for (const each of [browser, asSession]) {
    await expect(each.ask('{ ownAccount { username } }')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(each.ask('{ rules(first: 1) { totalCount } }')).rejects.toMatchObject({ reason: 'SIGN_IN_REQUIRED' });
    expect((await each.get('/files/File_x')).status).toBe(401);
    await expect(each.ask(prove, { code: '123456' })).rejects.toMatchObject({ reason: 'SIGN_IN_STEP_OVER' });
  }
});

it('asks whoever has an authenticator for its code, and says whose sign-in it is', async () => {
  const { username, password } = await world.account('PARTY_STAFF');
  const browser = new Browser(world.url);
  expect(await browser.signIn(username, password)).toBeNull();
  await expect(browser.ask(start, { input: { password: 'not the one' } })).rejects.toMatchObject({
    reason: 'PASSWORD_WRONG',
  });
  const { secret } = await enrol(browser, { password });
  const phone = new Browser(world.url);
  expect(await phone.signIn(username.toUpperCase(), password)).toBe('SECOND_FACTOR');
  expect(await phone.ask('{ pendingSignIn { step username expiresAt } }')).toEqual({
    pendingSignIn: {
      step: 'SECOND_FACTOR',
      username,
      expiresAt: new Date(world.clock.now().getTime() + 10 * 60_000).toISOString(),
    },
  });
  await expect(phone.ask(start, { input: {} })).rejects.toMatchObject({ reason: 'SIGN_IN_STEP_OVER' });
  expect(await phone.ask(prove, { code: code(secret) })).toEqual({ proveSecondFactor: { account: { username } } });
  expect(await phone.signedIn()).toBe(username);
  expect(await phone.ask('{ pendingSignIn { step } }')).toEqual({ pendingSignIn: null });
});

it('ends the session of whoever begins to sign in as somebody else', async () => {
  const [first, second] = [await world.account('PARTY_STAFF'), await auditor()];
  const browser = new Browser(world.url);
  await browser.signIn(first.username, first.password);
  const left = new Browser(world.url);
  left.cookies.set('dangwu_session', browser.cookies.get('dangwu_session')!);
  expect(await browser.signIn(second.username, second.password)).toBe('ENROLMENT');
  expect(await browser.signedIn()).toBeNull();
  expect(await left.signedIn()).toBeNull();
});

it('wants a longer password where an office needs one, after the second factor', async () => {
  const short = 'Kx7-vq2-Lm'; // ten characters
  const account = await world.write(async (tx) => {
    const input = { associationId: world.associationId, username: `t${newId()}`, name: '短', password: short };
    const made = await world.app.get(AccountService).create({ ...input, grants: [] }, tx);
    await world.app.get(AccountService).grant(tx, made, { role: 'AUDITOR', organizationId: null });
    return made;
  });
  const browser = new Browser(world.url);
  expect(await browser.signIn(account.username, short)).toBe('NEW_PASSWORD');
  const replace = `mutation ($password: String!) { replacePassword(input: { password: $password }) { expiresAt } }`;
  await expect(browser.ask(replace, { password: 'Kx7-vq2-Lm8' })).rejects.toMatchObject({
    reason: 'PASSWORD_TOO_SHORT',
    params: { least: 12 },
  });
  await expect(browser.ask(replace, { password: '123456789012' })).rejects.toMatchObject({ reason: 'PASSWORD_WEAK' });
  expect(await browser.ask(replace, { password: 'Kx7-vq2-Lm8-wz' })).toEqual({ replacePassword: null });
  await enrol(browser);
  expect(await browser.signedIn()).toBe(account.username);
  const again = new Browser(world.url);
  await expect(again.signIn(account.username, short)).rejects.toMatchObject({ reason: 'SIGN_IN_REFUSED' });
  expect(await again.signIn(account.username, 'Kx7-vq2-Lm8-wz')).toBe('SECOND_FACTOR');
});
