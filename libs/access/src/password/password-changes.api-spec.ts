import { Browser, createWorld, type World } from '@dangwu/testing';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const change = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { passwordSetAt sessions { current } } }`;

async function person() {
  const { username, password } = await world.account('PARTY_STAFF');
  const browser = new Browser(world.url);
  await browser.signIn(username, password);
  const to = (current: string, next: string) => browser.ask(change, { input: { current, password: next } });
  return { username, password, browser, to };
}

it('asks for the one in use first, and counts what is wrong as at sign-in', async () => {
  const { username, password, to } = await person();
  for (const remaining of [4, 3, 2, 1, 0])
    await expect(to('not this one', 'a-good-long-one')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'PASSWORD_WRONG',
      params: { remaining },
    });
  await expect(to(password, 'a-good-long-one')).rejects.toMatchObject({ reason: 'SIGN_IN_LOCKED' });
  await expect(new Browser(world.url).signIn(username, password)).rejects.toMatchObject({ reason: 'SIGN_IN_LOCKED' });
  world.clock.advance(15 * 60_000);
  await expect(to(password, 'kernel-meadow-41')).resolves.toBeDefined();
});

it('ends the other sessions at once and gives this one a new token', async () => {
  const { username, password, browser, to } = await person();
  const other = new Browser(world.url);
  await other.signIn(username, password);
  const before = browser.cookies.get('dangwu_session');
  expect(await to(password, 'kernel-meadow-42')).toMatchObject({ changePassword: { sessions: [{ current: true }] } });
  expect(await other.signedIn()).toBeNull();
  expect(await browser.signedIn()).toBe(username);
  expect(browser.cookies.get('dangwu_session')).not.toBe(before);
  const stolen = new Browser(world.url);
  stolen.cookies.set('dangwu_session', before!);
  world.clock.advance(31_000);
  expect(await stolen.signedIn()).toBeNull();
  expect(await browser.signedIn()).toBe(username);
});

it('does not take one of the last five again, and the sixth before it does', async () => {
  const { password, to } = await person();
  const words = ['amber', 'birch', 'cedar', 'dahlia', 'elm'].map((word) => `${word}-kernel-meadow`);
  let current = password;
  for (const word of words) {
    await to(current, word);
    const lately = [password, ...words.slice(0, words.indexOf(word) + 1)].slice(-5);
    for (const used of [lately[0]!, word])
      await expect(to(word, used)).rejects.toMatchObject({ reason: 'PASSWORD_USED_BEFORE', params: { count: 5 } });
    current = word;
  }
  await expect(to(current, password)).resolves.toBeDefined();
  const { rows } = await world.database.reader
    .query('select from account_password_history')
    .catch(() => ({ rows: 'refused' }));
  expect(rows).toBe('refused');
});

it('refuses short and common ones and the person’s own name, and has no other wishes', async () => {
  const { username, password, to } = await person();
  await expect(to(password, 'ninechars')).rejects.toMatchObject({
    reason: 'PASSWORD_TOO_SHORT',
    params: { least: 10 },
  });
  for (const weak of ['password123', 'qwertyuiop', `${username}99`])
    await expect(to(password, weak)).rejects.toMatchObject({ reason: 'PASSWORD_WEAK' });
  await expect(to(password, 'alle meine entchen')).resolves.toBeDefined();
});

it('stands in the audit log, and in a letter, without the password', async () => {
  const { password, browser, to } = await person();
  const { ownAccount } = await browser.ask<{ ownAccount: { id: string } }>('{ ownAccount { id } }');
  await to(password, 'kernel-meadow-43');
  const id = ownAccount.id.replace('Account_', '');
  const events = await world.write((tx) =>
    tx.query<{ action: string }[]>(
      `select * from audit_event where action = 'changePassword' and replace(subject_id::text, '-', '') = $1`,
      [id],
    ),
  );
  expect(events).toHaveLength(1);
  expect(JSON.stringify(events)).not.toContain('kernel-meadow');
});
