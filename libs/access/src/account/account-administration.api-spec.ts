import { Browser, createWorld, type Actor, type World } from '@dangwu/testing';
import { AccountService } from '../accounts.service';
import { SecondFactors } from '../second-factor/second-factors';
import { totpCode } from '../second-factor/totp';
import { SignInAccounts } from '../sign-in/sign-in-accounts';

let world: World;
let admin: Actor;
let security: Actor;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.account('SYSTEM_ADMIN');
  security = await world.account('SECURITY_ADMIN');
});
afterAll(() => world.close());

const fields = `id username name mail state administrator invitedAt passwordSetAt secondFactorAt lastSignInAt version`;
interface Account {
  readonly id: string;
  readonly username: string;
  readonly mail: string | null;
  readonly state: string;
  readonly version: number;
}
let people = 0;
const create = (input: object = {}, actor = admin) =>
  world
    .as(actor)
    .mutate<{ createAccount: Account }>(
      `mutation ($input: CreateAccountInput!) { createAccount(input: $input) { ${fields} } }`,
      { input: { username: `new-${++people}`, name: '新人', mail: `new-${people}@example.org`, ...input } },
    )
    .then(({ createAccount }) => createAccount);
const act = (mutation: string, id: string, actor = admin) =>
  world
    .as(actor)
    .mutate<Record<string, Account>>(
      `mutation ($id: ID!) { ${mutation}(input: { id: $id }) { ${fields} disabledAt } }`,
      { id },
    )
    .then((data) => data[mutation]!);
const change = (input: object, actor = admin) =>
  world
    .as(actor)
    .mutate<{ changeAccount: Account }>(
      `mutation ($input: ChangeAccountInput!) { changeAccount(input: $input) { ${fields} } }`,
      { input },
    );
const list = (filter: object, actor = admin) =>
  world
    .as(actor)
    .query<{ accounts: { totalCount: number; nodes: Account[] } }>(
      `query ($filter: ManagedAccountFilter) { accounts(first: 50, filter: $filter) { totalCount nodes { ${fields} } } }`,
      { filter },
    )
    .then(({ accounts }) => accounts);
const globalId = ({ accountId }: Actor) => `Account_${accountId.replaceAll('-', '')}`;

/** The link of the last letter to somebody. */
async function linkTo(mail: string): Promise<string> {
  const [row] = await world.write((tx) =>
    tx.query<{ text: string }[]>(
      `select text from mail_message where recipients = array[$1] and text like '%#%' order by id desc limit 1`,
      [mail],
    ),
  );
  return /\/password#([\w-]{43})/.exec(row!.text)![1]!;
}
const subjectsTo = async (mail: string): Promise<string[]> =>
  (
    await world.write((tx) =>
      tx.query<{ subject: string }[]>(`select subject from mail_message where recipients = array[$1] order by id`, [
        mail,
      ]),
    )
  ).map(({ subject }) => subject);
const setPassword = (token: string, password: string, browser = new Browser(world.url)) =>
  browser.ask(`mutation ($input: SetPasswordByLinkInput!) { setPasswordByLink(input: $input) }`, {
    input: { token, password },
  });

it('makes an account without a right and without a password, and invites its person', async () => {
  const made = await create({ username: 'xu.man', name: '许蔓', mail: 'xu.man@example.org', language: 'EN' });
  expect(made).toMatchObject({
    username: 'xu.man',
    state: 'INVITED',
    administrator: false,
    invitedAt: world.clock.now().toISOString(),
    passwordSetAt: null,
    lastSignInAt: null,
  });
  expect(await subjectsTo('xu.man@example.org')).toEqual(['Your Dangwu account']);
  await expect(new Browser(world.url).signIn('xu.man', '')).rejects.toThrow();
  const token = await linkTo('xu.man@example.org');
  const browser = new Browser(world.url);
  expect(await browser.ask(`query ($t: String!) { mailedLink(token: $t) { kind name } }`, { t: token })).toEqual({
    mailedLink: { kind: 'INVITATION', name: '许蔓' },
  });
  await setPassword(token, 'kernel-meadow-31');
  expect(await browser.signIn('xu.man', 'kernel-meadow-31')).toBeNull();
  await expect(browser.ask('{ partyOrganizations(first: 1) { totalCount } }')).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  const [account] = (await list({ search: 'XU.MAN' })).nodes;
  expect(account).toMatchObject({ state: 'ACTIVE', lastSignInAt: world.clock.now().toISOString() });
});

it('an invitation ends after seven days and when it is sent again', async () => {
  const { id, mail } = await create();
  const first = await linkTo(mail!);
  await act('sendAccountLink', id);
  await expect(setPassword(first, 'kernel-meadow-32')).rejects.toMatchObject({ reason: 'LINK_OVER' });
  const second = await linkTo(mail!);
  world.clock.advance(7 * 24 * 3_600_000);
  await expect(setPassword(second, 'kernel-meadow-32')).rejects.toMatchObject({ reason: 'LINK_OVER' });
  admin = await world.account('SYSTEM_ADMIN');
  await act('sendAccountLink', id);
  await expect(setPassword(await linkTo(mail!), 'kernel-meadow-32')).resolves.toBeDefined();
  await act('sendAccountLink', id);
  expect((await subjectsTo(mail!)).at(-1)).toBe('重设党务平台的密码');
});

it('refuses wrong names and addresses, and names that are taken', async () => {
  await expect(create({ username: 'with blank' })).rejects.toMatchObject({ reason: 'USERNAME_FORM' });
  await expect(create({ mail: 'no address' })).rejects.toMatchObject({ reason: 'MAIL_FORM' });
  const { username } = await create();
  await expect(create({ username: username.toUpperCase() })).rejects.toMatchObject({ reason: 'USERNAME_TAKEN' });
});

it('disables at once, and lets in again with the same password', async () => {
  const { accountId, username, password } = await world.account('PARTY_STAFF');
  const browser = new Browser(world.url);
  await browser.signIn(username, password);
  const id = globalId({ accountId } as Actor);
  expect(await act('disableAccount', id)).toMatchObject({ state: 'DISABLED' });
  expect(await browser.signedIn()).toBeNull();
  await expect(browser.signIn(username, password)).rejects.toMatchObject({ reason: 'ACCOUNT_DISABLED' });
  expect((await list({ states: ['DISABLED'] })).nodes.map((each) => each.id)).toContain(id);
  expect(await act('enableAccount', id)).toMatchObject({ state: 'ACTIVE', disabledAt: null });
  expect(await browser.signIn(username, password)).toBeNull();
});

it('keeps somebody in each of the three offices, and nobody disables themselves', async () => {
  await expect(act('disableAccount', globalId(security))).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
    reason: 'LAST_ADMINISTRATOR',
    params: { roleZh: '安全管理员' },
  });
  const second = await world.account('SECURITY_ADMIN');
  await expect(act('disableAccount', globalId(second))).resolves.toMatchObject({ state: 'DISABLED' });
  await expect(act('disableAccount', globalId(security))).rejects.toMatchObject({ reason: 'LAST_ADMINISTRATOR' });
  await expect(act('disableAccount', globalId(admin))).rejects.toMatchObject({ reason: 'ACCOUNT_OWN' });
});

it('changes name and address; the address before is told, links under way end', async () => {
  const { id, version, mail } = await create();
  const token = await linkTo(mail!);
  await expect(change({ id, version: 99, name: '改名', mail })).rejects.toMatchObject({ reason: 'STALE_VERSION' });
  const { changeAccount } = await change({ id, version, name: ' 改名 ', mail: 'moved@example.org' });
  expect(changeAccount).toMatchObject({ name: '改名', mail: 'moved@example.org' });
  expect((await subjectsTo(mail!)).at(-1)).toBe('账号的邮箱已更改');
  await expect(setPassword(token, 'kernel-meadow-33')).rejects.toMatchObject({ reason: 'LINK_OVER' });
  await change({ id, version: changeAccount.version, name: '改名', mail: null });
  await expect(act('sendAccountLink', id)).rejects.toMatchObject({ reason: 'MAIL_MISSING' });
});

describe('the second factor of somebody who lost it', () => {
  const enrol = async ({ accountId }: Actor) => {
    const [factors, accounts] = [world.app.get(SecondFactors), world.app.get(SignInAccounts)];
    const { secret } = await factors.start((await accounts.byId(accountId))!);
    await factors.confirm((await accounts.byId(accountId))!, totpCode(secret, world.clock.now()));
  };

  it('is taken away, with all sessions; the person is told', async () => {
    const person = await world.account('PARTY_STAFF');
    await enrol(person);
    const browser = new Browser(world.url);
    expect(await browser.signIn(person.username, person.password)).toBe('SECOND_FACTOR');
    expect(await act('resetSecondFactor', globalId(person))).toMatchObject({ secondFactorAt: null });
    expect(await browser.signIn(person.username, person.password)).toBeNull();
    await expect(act('resetSecondFactor', globalId(person))).rejects.toMatchObject({ reason: 'SECOND_FACTOR_MISSING' });
  });

  it('and the address of another administrator are not: that would be a way into an office', async () => {
    await enrol(security);
    for (const attempt of [
      act('resetSecondFactor', globalId(security)),
      change({ id: globalId(security), version: 1, name: '安全', mail: 'mine@example.org' }),
    ])
      await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN', reason: 'ADMINISTRATOR_PROTECTED' });
  });
});

it('is for system administrators alone: others hear FORBIDDEN, strangers have to sign in', async () => {
  const { id, version } = await create();
  const attempts = (actor: Actor | null) => [
    list({}, actor!),
    create({}, actor!),
    change({ id, version, name: 'x', mail: null }, actor!),
    ...['sendAccountLink', 'disableAccount', 'enableAccount', 'resetSecondFactor'].map((one) => act(one, id, actor!)),
  ];
  const codes = async (actor: Actor | null) =>
    (await Promise.allSettled(attempts(actor))).map(
      (each) => each.status === 'rejected' && (each.reason as { code: string }).code,
    );
  for (const role of ['PARTY_STAFF', 'SECURITY_ADMIN', 'AUDITOR'] as const)
    expect(await codes(await world.account(role))).toEqual(Array.from({ length: 7 }, () => 'FORBIDDEN'));
  expect(await codes(null)).toEqual(Array.from({ length: 7 }, () => 'UNAUTHENTICATED'));
});

it('finds no account of another association', async () => {
  const other = await createWorld();
  try {
    const theirs = await other.account('PARTY_STAFF');
    for (const mutation of ['disableAccount', 'sendAccountLink'])
      await expect(act(mutation, globalId(theirs))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  } finally {
    await other.close();
  }
  const foreign = await world.write(async (tx) => {
    const id = crypto.randomUUID();
    await tx.query(`insert into association (id, name, kind) values ($1, '别的协会', 'LIVE')`, [id]);
    return id;
  });
  const theirs = await world.database.transaction({ association: foreign, places: 'everywhere', account: null }, (tx) =>
    world.app
      .get(AccountService)
      .create({ associationId: foreign, username: 'foreigner', name: '外', password: 'kernel-meadow', grants: [] }, tx),
  );
  const id = `Account_${theirs.id.replaceAll('-', '')}`;
  await expect(act('disableAccount', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await list({ search: 'foreigner' })).totalCount).toBe(0);
});

it('gives no content: not one organization', async () => {
  await expect(world.as(admin).query('{ partyOrganizations(first: 1) { totalCount } }')).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});
