import { createServer } from 'node:net';
import { once } from 'node:events';
import { Database, systemScope } from '@dangwu/platform/database';
import { Inbox, inboxFolder, startInbox, type InboxServer } from '@dangwu/platform/inbox';
import { newId } from '@dangwu/platform/ids';
import { Browser, createWorld, type World } from '@dangwu/testing';
import { AccountService } from '../accounts.service';

let world: World;
let smtp: InboxServer;
let inbox: Inbox;
beforeAll(async () => {
  const port = await freePort();
  world = await createWorld({ environment: { SMTP_URL: `smtp://127.0.0.1:${port}` } });
  smtp = await startInbox(inboxFolder(world.config), port);
  inbox = new Inbox(world.config);
  await world.work();
});
afterAll(async () => {
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

const password = 'kernel-meadow-17';
const minute = 60_000;

/** An account with a mail address. */
async function person(mail: string | null = `p-${newId().slice(-8)}@example.org`) {
  const username = `u-${newId().slice(-10)}`;
  const account = await world.write((tx) =>
    world.app
      .get(AccountService)
      .create({ associationId: world.associationId, username, name: '李四', password, mail, grants: [] }, tx),
  );
  return { id: account.id, username, mail: mail! };
}

const request = (username: string, browser = new Browser(world.url)) =>
  browser.ask(`mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) }`, {
    input: { username },
  });
const complete = (token: string, next: string) =>
  new Browser(world.url).ask(`mutation ($input: SetPasswordByLinkInput!) { setPasswordByLink(input: $input) }`, {
    input: { token, password: next },
  });
const opened = (token: string) =>
  new Browser(world.url).ask(`query ($token: String!) { mailedLink(token: $token) { kind username passwordLength } }`, {
    token,
  });

/** The letters to an address, once there are so many. */
async function letters(mail: string, count: number) {
  for (let tries = 0; tries < 200; tries++) {
    const found = await inbox.list({ to: mail });
    if (found.length >= count) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`There are no ${count} letters to ${mail}`);
}
const tokenIn = ({ text }: { text: string }) => /\/password#([\w-]{43})/.exec(text)![1]!;

/** Failures are counted by address as well, and every test here comes from the same one. */
beforeEach(() => world.app.get(Database).source.query(`delete from sign_in_failure`));

it('sets a new password by a link that comes by mail, ends all sessions, and lifts the lock of the name', async () => {
  const { username, mail } = await person();
  const browser = new Browser(world.url);
  await browser.signIn(username, password);
  for (let i = 0; i < 5; i++) await expect(new Browser(world.url).signIn(username, 'wrong')).rejects.toThrow();
  expect(await request(username.toUpperCase())).toEqual({ requestPasswordReset: true });
  const [letter] = await letters(mail, 1);
  expect(letter!.subject).toBe('重设党务平台的密码');
  const token = tokenIn(letter!);
  expect(await opened(token)).toEqual({
    mailedLink: { kind: 'PASSWORD_RESET', username, passwordLength: 10 },
  });
  expect(await complete(token, 'kernel-meadow-18')).toEqual({ setPasswordByLink: true });
  expect(await browser.signedIn()).toBeNull();
  await expect(new Browser(world.url).signIn(username, password)).rejects.toMatchObject({ reason: 'SIGN_IN_REFUSED' });
  expect(await new Browser(world.url).signIn(username, 'kernel-meadow-18')).toBeNull();
  const [, told] = (await letters(mail, 2)).map(({ subject }) => subject).reverse();
  expect(told).toBe('您的密码已更改');
});

it('counts once, for thirty minutes, and stays good while the password is refused', async () => {
  const { username, mail } = await person();
  await request(username);
  const token = tokenIn((await letters(mail, 1))[0]!);
  await expect(complete(token, password)).rejects.toMatchObject({ reason: 'PASSWORD_USED_BEFORE' });
  await expect(complete(token, 'short')).rejects.toMatchObject({ reason: 'PASSWORD_TOO_SHORT' });
  const both = [complete(token, 'kernel-meadow-19'), complete(token, 'kernel-meadow-20')];
  expect((await Promise.allSettled(both)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(complete(token, 'kernel-meadow-21')).rejects.toMatchObject({ reason: 'LINK_OVER' });
  await expect(opened(token)).rejects.toMatchObject({ reason: 'LINK_OVER' });

  await request(username);
  const second = tokenIn((await letters(mail, 3))[0]!);
  world.clock.advance(30 * minute);
  await expect(complete(second, 'kernel-meadow-22')).rejects.toMatchObject({ reason: 'LINK_OVER' });
});

it('ends the link before when another is asked for', async () => {
  const { username, mail } = await person();
  await request(username);
  const first = tokenIn((await letters(mail, 1))[0]!);
  await request(username);
  const second = tokenIn((await letters(mail, 2))[0]!);
  expect(second).not.toBe(first);
  await expect(opened(first)).rejects.toMatchObject({ reason: 'LINK_OVER' });
  await expect(opened(second)).resolves.toBeDefined();
});

it('answers and works the same for a name that is unknown, disabled or without mail', async () => {
  const known = await person();
  const mailless = await person(null);
  const disabled = await person();
  await world.write((tx) => world.app.get(AccountService).disable(tx, disabled.id));
  const done: unknown[] = [];
  for (const username of [known.username, mailless.username, disabled.username, 'nobody-here']) {
    const before = await written();
    const answer = await request(username);
    const after = await written();
    done.push({ answer, messages: after.messages - before.messages, events: after.events - before.events });
  }
  // one message for the worker and one event each: nothing is looked up, made or written for the known name alone
  expect(done).toEqual(
    Array.from({ length: 4 }, () => ({ answer: { requestPasswordReset: true }, messages: 1, events: 1 })),
  );
  await letters(known.mail, 1);
  expect(await inbox.list({ to: disabled.mail })).toEqual([]);
  const { rows } = await sql(`select payload::text as text from outbox_message where topic = 'password-reset'`);
  expect(JSON.stringify(rows)).not.toContain('nobody-here');
});

it('is limited by name, known or not: five within a quarter of an hour', async () => {
  const { username } = await person();
  for (const name of [username, 'nobody-there']) {
    for (let i = 0; i < 5; i++) await request(name);
    await expect(request(name)).rejects.toMatchObject({ code: 'RATE_LIMITED', reason: 'RESET_LIMITED' });
  }
  world.clock.advance(15 * minute);
  await expect(request(username)).resolves.toBeDefined();
});

it('is limited by address: twenty', async () => {
  for (let i = 0; i < 20; i++) await request(`somebody-${i}`);
  await expect(request('somebody-else')).rejects.toMatchObject({ reason: 'RESET_LIMITED' });
});

it('keeps a hash of the link alone, and the letter forgets it', async () => {
  const { id, username, mail } = await person();
  await request(username);
  const token = tokenIn((await letters(mail, 1))[0]!);
  for (let tries = 0; tries < 100; tries++) {
    const { rows } = await sql(`select text from mail_message where recipients = array['${mail}'] and text = ''`);
    if (rows.length) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const tables = ['account_link', 'mail_message', 'outbox_message', 'audit_event'];
  for (const table of tables) {
    const { rows } = await sql(`select t::text as text from ${table} t`);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  }
  const { rows } = await sql(`select kind from account_link where account_id = '${id}'`);
  expect(rows).toEqual([{ kind: 'PASSWORD_RESET' }]);
});

it('does not take the second factor’s place', async () => {
  const { accountId, username, password: first } = await world.account('AUDITOR');
  await sql(`update account set mail = 'auditor@example.org' where id = '${accountId}'`);
  const browser = new Browser(world.url);
  await browser.signIn(username, first);
  await request(username);
  const token = tokenIn((await letters('auditor@example.org', 1))[0]!);
  expect(await opened(token)).toMatchObject({ mailedLink: { passwordLength: 12 } });
  await expect(complete(token, 'elevenchars')).rejects.toMatchObject({ params: { least: 12 } });
  await complete(token, 'kernel-meadow-nine');
  expect(await new Browser(world.url).signIn(username, 'kernel-meadow-nine')).toBe('ENROLMENT');
});

async function written(): Promise<{ messages: number; events: number }> {
  const { rows } = await sql(`select
    (select count(*)::int from outbox_message where topic = 'password-reset') as messages,
    (select count(*)::int from audit_event where action = 'requestPasswordReset') as events`);
  return rows[0] as { messages: number; events: number };
}

async function sql(text: string): Promise<{ rows: unknown[] }> {
  const found = await world.database.transaction(systemScope(null), (tx) => tx.query<unknown>(text));
  return { rows: found as unknown[] };
}
