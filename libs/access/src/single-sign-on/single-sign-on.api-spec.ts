import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { Browser, createWorld, startIdentityProvider, type IdentityProviderDouble, type World } from '@dangwu/testing';
import { newId } from '@dangwu/platform/ids';
import { AccountService } from '../accounts.service';
import { SecondFactors } from '../second-factor/second-factors';
import { totpCode } from '../second-factor/totp';
import { SignInAccounts } from '../sign-in/sign-in-accounts';

let world: World;
let provider: IdentityProviderDouble;
beforeAll(async () => {
  const publicUrl = `http://127.0.0.1:${await freePort()}`;
  provider = await startIdentityProvider(`${publicUrl}/sso/callback`);
  world = await createWorld({
    environment: {
      PUBLIC_URL: publicUrl,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_NAME_ZH: '协会统一身份',
    },
  });
});
afterAll(async () => {
  await world.close();
  await provider.close();
});
beforeEach(() => {
  provider.disturb = null;
  provider.subject = `u-${newId().slice(-10)}`;
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

const start = async (browser: Browser, input: object = {}): Promise<string> =>
  (
    await browser.ask<{ startSingleSignOn: string }>(
      `mutation ($input: StartSingleSignOnInput!) { startSingleSignOn(input: $input) }`,
      { input },
    )
  ).startSingleSignOn;
const startLink = async (browser: Browser, proof: object): Promise<string> =>
  (
    await browser.ask<{ linkIdentity: string }>(`mutation ($input: ProofInput!) { linkIdentity(input: $input) }`, {
      input: proof,
    })
  ).linkIdentity;

/** Goes to the provider and to wherever it sends the browser, until that is the application's own callback. */
async function atProvider(address: string): Promise<string> {
  const there = new Browser(provider.issuer);
  let next = address;
  for (let hops = 0; hops < 10; hops++) {
    const response = await there.get(next);
    const location = response.headers.get('location');
    if (!location) throw new Error(`The provider answers ${response.status}: ${await response.text()}`);
    next = new URL(location, next).href;
    if (next.startsWith(world.config.publicUrl)) return next;
  }
  throw new Error('The provider sends the browser round and round');
}
/** The address of the callback on the port where the world really listens. */
const arrive = (browser: Browser, callback: string): Promise<Response> =>
  browser.get(new URL(callback).pathname + new URL(callback).search);

/** The whole way: to the provider and back. @returns where the application sends the browser then */
async function through(browser: Browser, address: string): Promise<string> {
  const response = await arrive(browser, await atProvider(address));
  expect(response.status).toBe(303);
  return response.headers.get('location')!;
}

/** Somebody signed in by password. */
async function person() {
  const actor = await world.account('PARTY_STAFF');
  const browser = new Browser(world.url);
  await browser.signIn(actor.username, actor.password);
  return { ...actor, browser };
}
/** Somebody who has linked who they are at the provider. */
async function linked() {
  const { browser, ...actor } = await person();
  expect(await through(browser, await startLink(browser, { password: actor.password }))).toBe('/account?linked=1');
  return { ...actor, browser, subject: provider.subject };
}

/** Sets an authenticator up. @returns its secret */
async function enrol(accountId: string): Promise<string> {
  const [factors, accounts] = [world.app.get(SecondFactors), world.app.get(SignInAccounts)];
  const { secret } = await factors.start((await accounts.byId(accountId))!);
  await factors.confirm((await accounts.byId(accountId))!, totpCode(secret, world.clock.now()));
  return secret;
}
/** Gives the next code of an authenticator during a sign-in. */
async function prove(browser: Browser, secret: string): Promise<void> {
  world.clock.advance(30_000);
  await browser.ask(`mutation ($c: String!) { proveSecondFactor(input: { code: $c }) { expiresAt } }`, {
    c: totpCode(secret, world.clock.now()),
  });
}

it('is offered by its name', async () => {
  expect(await new Browser(world.url).ask('{ singleSignOn { name { zh en } } }')).toEqual({
    singleSignOn: { name: { zh: '协会统一身份', en: 'your organization' } },
  });
});

it('sends the browser with code, PKCE, state and nonce, and back to where it wanted to go', async () => {
  const { username } = await linked();
  const browser = new Browser(world.url);
  const address = new URL(await start(browser, { returnTo: '/rules?unconfirmed=1' }));
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
    state: expect.stringMatching(/^[\w-]{43}$/) as string,
    nonce: expect.stringMatching(/^[\w-]{43}$/) as string,
    scope: 'openid profile',
  });
  expect(await through(browser, address.href)).toBe('/rules?unconfirmed=1');
  expect(await browser.signedIn()).toBe(username);
  expect([...browser.cookies.keys()]).toEqual(['dangwu_session']);
});

it('shows the link on the page of the account, where it can be taken away', async () => {
  const { browser } = await linked();
  const read = '{ ownAccount { identities { id label provider { zh } lastUsedAt } } }';
  const { ownAccount } = await browser.ask<{ ownAccount: { identities: { id: string }[] } }>(read);
  expect(ownAccount.identities).toEqual([
    {
      id: expect.stringMatching(/^LinkedIdentity_/) as string,
      label: `统一身份 ${provider.subject}`,
      provider: { zh: '协会统一身份' },
      lastUsedAt: null,
    },
  ]);
  const unlink = `mutation ($id: ID!) { unlinkIdentity(input: { id: $id }) { identities { id } } }`;
  const stranger = await person();
  await expect(stranger.browser.ask(unlink, { id: ownAccount.identities[0]!.id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await browser.ask(unlink, { id: ownAccount.identities[0]!.id })).toEqual({
    unlinkIdentity: { identities: [] },
  });
  const again = new Browser(world.url);
  expect(await through(again, await start(again))).toBe('/login?refused=SINGLE_SIGN_ON_NOT_LINKED');
});

describe('linking', () => {
  it('asks for the password, and for the second factor of whoever has one', async () => {
    const { browser, username, password, accountId } = await person();
    await expect(startLink(browser, { password: 'wrong' })).rejects.toMatchObject({ reason: 'PASSWORD_WRONG' });
    const secret = await enrol(accountId);
    expect(await browser.signIn(username, password)).toBe('SECOND_FACTOR');
    await prove(browser, secret);
    await expect(startLink(browser, { password })).rejects.toMatchObject({ reason: 'SECOND_FACTOR_WRONG' });
    world.clock.advance(30_000);
    const code = totpCode(secret, world.clock.now());
    expect(await through(browser, await startLink(browser, { password, code }))).toBe('/account?linked=1');
  });

  it('never happens by an equal mail address', async () => {
    const { accountId } = await person();
    await world.write((tx) =>
      tx.query(`update account set mail = $2 where id = $1`, [accountId, `${provider.subject}@example.org`]),
    );
    const browser = new Browser(world.url);
    expect(await through(browser, await start(browser))).toBe('/login?refused=SINGLE_SIGN_ON_NOT_LINKED');
    expect(await browser.signedIn()).toBeNull();
  });

  it('belongs to the one who began it: another session does not take it over', async () => {
    const [mine, theirs] = [await person(), await person()];
    const callback = await atProvider(await startLink(mine.browser, { password: mine.password }));
    theirs.browser.cookies.set('dangwu_sso', mine.browser.cookies.get('dangwu_sso')!);
    const response = await arrive(theirs.browser, callback);
    expect(response.headers.get('location')).toBe('/account?refused=SINGLE_SIGN_ON_OVER');
    expect(await links(theirs.accountId)).toBe(0);
    expect(await links(mine.accountId)).toBe(0);
  });

  it('is one to one: neither a second account for an identity nor a second identity for an account', async () => {
    const { browser, password, subject } = await linked();
    const other = await person();
    provider.subject = subject;
    expect(await through(other.browser, await startLink(other.browser, { password: other.password }))).toBe(
      '/account?refused=SINGLE_SIGN_ON_LINKED',
    );
    provider.subject = 'another-person';
    expect(await through(browser, await startLink(browser, { password }))).toBe(
      '/account?refused=SINGLE_SIGN_ON_LINKED',
    );
  });

  it('by an invitation takes the place of a password, once', async () => {
    const admin = await world.account('SYSTEM_ADMIN');
    const username = `i-${newId().slice(-10)}`;
    await world.as(admin).mutate(`mutation ($input: CreateAccountInput!) { createAccount(input: $input) { id } }`, {
      input: { username, name: '受邀', mail: `${username}@example.org` },
    });
    const [letter] = await world.write((tx) =>
      tx.query<{ text: string }[]>(`select text from mail_message where recipients = array[$1]`, [
        `${username}@example.org`,
      ]),
    );
    const invitation = /#([\w-]{43})/.exec(letter!.text)![1]!;
    const browser = new Browser(world.url);
    const address = await start(browser, { invitation });
    const second = new Browser(world.url);
    const late = await start(second, { invitation });
    expect(await through(browser, address)).toBe('/');
    expect(await browser.signedIn()).toBe(username);
    provider.subject = 'somebody-else';
    expect(await through(second, late)).toMatch(/refused=(LINK_OVER|SINGLE_SIGN_ON_OVER)$/);
    await expect(start(second, { invitation })).rejects.toMatchObject({ reason: 'LINK_OVER' });
    const { ownAccount } = await browser.ask<{ ownAccount: { identities: { id: string }[] } }>(
      '{ ownAccount { passwordSetAt identities { id } } }',
    );
    expect(ownAccount).toMatchObject({ passwordSetAt: null });
    await expect(
      browser.ask(`mutation ($id: ID!) { unlinkIdentity(input: { id: $id }) { id } }`, {
        id: ownAccount.identities[0]!.id,
      }),
    ).rejects.toMatchObject({ reason: 'LAST_WAY_IN' });
  });
});

describe('is refused', () => {
  const refusal = async (browser: Browser, callback: string) =>
    (await arrive(browser, callback)).headers.get('location');
  const changed = (address: string, parameter: string, value: string): string => {
    const url = new URL(address);
    url.searchParams.set(parameter, value);
    return url.href;
  };

  it('with a wrong state, and the right one does not help any more in another browser', async () => {
    await linked();
    const browser = new Browser(world.url);
    const callback = await atProvider(await start(browser));
    const stranger = new Browser(world.url);
    for (const [who, address] of [
      [browser, changed(callback, 'state', 'A'.repeat(43))],
      [stranger, callback],
    ] as const)
      expect(await refusal(who, address)).toBe('/login?refused=SINGLE_SIGN_ON_OVER');
    expect([await browser.signedIn(), await stranger.signedIn()]).toEqual([null, null]);
  });

  it('with a wrong nonce', async () => {
    await linked();
    const browser = new Browser(world.url);
    const callback = await atProvider(changed(await start(browser), 'nonce', 'another'));
    expect(await refusal(browser, callback)).toBe('/login?refused=SINGLE_SIGN_ON_REFUSED');
    expect(await browser.signedIn()).toBeNull();
  });

  it('with a code that was used, in the same way and in a new one', async () => {
    await linked();
    const browser = new Browser(world.url);
    const callback = await atProvider(await start(browser));
    const cookie = browser.cookies.get('dangwu_sso')!;
    expect(await refusal(browser, callback)).toBe('/');
    const replay = new Browser(world.url);
    replay.cookies.set('dangwu_sso', cookie);
    expect(await refusal(replay, callback)).toBe('/login?refused=SINGLE_SIGN_ON_OVER');
    const next = await atProvider(await start(replay));
    const old = new URL(callback).searchParams.get('code')!;
    expect(await refusal(replay, changed(next, 'code', old))).toBe('/login?refused=SINGLE_SIGN_ON_REFUSED');
    expect(await replay.signedIn()).toBeNull();
  });

  it('from another issuer: by what the answer says, and by what the ID token says', async () => {
    const { subject } = await linked();
    const browser = new Browser(world.url);
    const callback = await atProvider(await start(browser));
    expect(await refusal(browser, changed(callback, 'iss', 'https://elsewhere.example.org'))).toBe(
      '/login?refused=SINGLE_SIGN_ON_REFUSED',
    );

    // a provider that signs with its own keys, in the middle of the back channel
    const foreign = await startIdentityProvider(`${world.config.publicUrl}/sso/callback`);
    foreign.subject = subject;
    try {
      const own = await atProvider(await start(browser));
      const token = await tokenOf(foreign);
      expect(token).toHaveProperty('id_token');
      provider.disturb = (request, response) => {
        if (!request.url?.startsWith('/token')) return false;
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(token));
        return true;
      };
      expect(await refusal(browser, own)).toBe('/login?refused=SINGLE_SIGN_ON_REFUSED');
      expect(await browser.signedIn()).toBeNull();
    } finally {
      await foreign.close();
    }
  });

  it('when the person cancels there', async () => {
    provider.subject = null;
    const browser = new Browser(world.url);
    expect(await through(browser, await start(browser))).toBe('/login?refused=SINGLE_SIGN_ON_REFUSED');
  });

  it('to a disabled account', async () => {
    const { accountId } = await linked();
    await world.write((tx) => world.app.get(AccountService).disable(tx, accountId));
    const browser = new Browser(world.url);
    expect(await through(browser, await start(browser))).toBe('/login?refused=ACCOUNT_DISABLED');
    expect(await browser.signedIn()).toBeNull();
  });

  it('after ten minutes', async () => {
    await linked();
    const browser = new Browser(world.url);
    const callback = await atProvider(await start(browser));
    world.clock.advance(10 * 60_000);
    expect(await refusal(browser, callback)).toBe('/login?refused=SINGLE_SIGN_ON_OVER');
  });

  it('as unavailable while the back channel fails, and goes on afterwards', async () => {
    await linked();
    for (const fail of ['500', 'no JSON', 'hung up'] as const) {
      const browser = new Browser(world.url);
      const callback = await atProvider(await start(browser));
      provider.disturb = (request, response) => {
        if (!request.url?.startsWith('/token')) return false;
        if (fail === 'hung up') request.socket.destroy();
        else if (fail === '500') response.writeHead(500).end('out of order');
        else response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>');
        return true;
      };
      expect([fail, await refusal(browser, callback)]).toEqual([fail, '/login?refused=SINGLE_SIGN_ON_UNAVAILABLE']);
      provider.disturb = null;
    }
    const browser = new Browser(world.url);
    expect(await through(browser, await start(browser))).toBe('/');
  });

  it('with addresses to come back to that lie elsewhere: the console’s first page instead', async () => {
    await linked();
    for (const returnTo of ['//example.org', 'https://example.org', '/\\example.org', '/a b']) {
      const browser = new Browser(world.url);
      expect(await through(browser, await start(browser, { returnTo }))).toBe('/');
    }
  });
});

it('takes the place of the password alone: whoever has an authenticator is asked for its code', async () => {
  const { accountId, username } = await linked();
  const secret = await enrol(accountId);
  const browser = new Browser(world.url);
  expect(await through(browser, await start(browser, { returnTo: '/units' }))).toBe('/login?to=%2Funits');
  expect(await browser.signedIn()).toBeNull();
  await prove(browser, secret);
  expect(await browser.signedIn()).toBe(username);
});

describe('where the provider', () => {
  it('names another issuer than the settings do, or does not answer, nobody is sent there', async () => {
    const foreign = await startIdentityProvider('http://127.0.0.1:1/sso/callback');
    const settings = { OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' };
    // the same provider under an address it does not call itself by
    const misnamed = await createWorld({
      environment: { ...settings, OIDC_ISSUER: foreign.issuer.replace('127.0.0.1', 'localhost') },
    });
    try {
      await expect(start(new Browser(misnamed.url))).rejects.toMatchObject({ reason: 'SINGLE_SIGN_ON_UNAVAILABLE' });
      await foreign.close();
      await expect(start(new Browser(misnamed.url))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    } finally {
      await misnamed.close();
    }
  });

  it('is not named at all, single sign-on is off', async () => {
    const without = await createWorld();
    try {
      const browser = new Browser(without.url);
      expect(await browser.ask('{ singleSignOn { name { zh } } }')).toEqual({ singleSignOn: null });
      await expect(start(browser)).rejects.toMatchObject({ reason: 'SINGLE_SIGN_ON_OFF' });
      expect((await browser.get('/sso/callback?code=x&state=y')).headers.get('location')).toBe(
        '/login?refused=SINGLE_SIGN_ON_OVER',
      );
    } finally {
      await without.close();
    }
  });
});

it('leaves who came, who was refused and who linked in the audit log, without codes and tokens', async () => {
  const { accountId, browser } = await linked();
  const again = new Browser(world.url);
  const callback = await atProvider(await start(again));
  await arrive(again, callback);
  await arrive(new Browser(world.url), callback);
  const events = await world.database.transaction({ association: null, places: 'everywhere', account: null }, (tx) =>
    tx.query<{ action: string; subject_id: string; after: object }[]>(
      `select * from audit_event order by id desc limit 4`,
    ),
  );
  expect(events.map(({ action, after }) => [action, after])).toEqual(
    expect.arrayContaining([
      ['signInRefused', { way: 'SINGLE_SIGN_ON', reason: 'SINGLE_SIGN_ON_OVER' }],
      ['signIn', { way: 'SINGLE_SIGN_ON', secondFactor: null }],
      ['linkIdentity', { issuer: provider.issuer }],
    ]),
  );
  expect(events.some(({ subject_id }) => subject_id === accountId)).toBe(true);
  expect(JSON.stringify(events)).not.toContain(new URL(callback).searchParams.get('code'));
  expect(await browser.signedIn()).not.toBeNull();
});

async function links(accountId: string): Promise<number> {
  const [row] = await world.write((tx) =>
    tx.query<{ count: number }[]>(`select count(*)::int as count from account_identity where account_id = $1`, [
      accountId,
    ]),
  );
  return row!.count;
}

/** A token answer of a provider, fetched the ordinary way. */
async function tokenOf(foreign: IdentityProviderDouble): Promise<object> {
  const redirect = `${world.config.publicUrl}/sso/callback`;
  const verifier = 'v'.repeat(43);
  const address = new URL('/auth', foreign.issuer);
  address.search = new URLSearchParams({
    client_id: foreign.clientId,
    redirect_uri: redirect,
    response_type: 'code',
    scope: 'openid',
    nonce: 'n',
    state: 's',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const code = new URL(await atProvider(address.href)).searchParams.get('code')!;
  const response = await fetch(new URL('/token', foreign.issuer), {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${foreign.clientId}:${encodeURIComponent(foreign.clientSecret).replaceAll('%20', '+')}`).toString('base64')}`,
    },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirect,
      code_verifier: verifier,
    }),
  });
  return (await response.json()) as object;
}
