import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { totpCode } from '@dangwu/access';
import { Browser, createWorld, type Actor, type World } from '@dangwu/testing';
import { loadDemo, type Loaded } from '../load';

/** An account of the demo, as its file has it. */
export interface Line {
  readonly role: string;
  readonly username: string;
  readonly password: string;
  /** of the authenticator; the three administrators have one */
  readonly secret?: string;
}

/** The accounts that were written beside the data. */
export async function accountsOf(world: World): Promise<Line[]> {
  const file = path.join(world.config.dataDir, 'demo-accounts.txt');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  return lines.map((line) => {
    const [role, username, password, secret] = line.split('\t') as [string, string, string, string?];
    return { role, username, password, secret };
  });
}

/** One of the administrators, by the authenticator whose secret stands in the file. */
export async function throughBothSteps(world: World, { username, password, secret }: Line): Promise<Browser> {
  const browser = new Browser(world.url);
  expect(await browser.signIn(username, password)).toBe('SECOND_FACTOR');
  await browser.ask(`mutation ($code: String!) { proveSecondFactor(input: { code: $code }) { expiresAt } }`, {
    code: totpCode(secret!, world.clock.now()),
  });
  return browser;
}

/** Signs in as a person would. */
export async function signIn(world: World, { username, password }: Line): Promise<Actor> {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation ($input: SignInInput!) { signIn(input: $input) { account { id } } }`,
      variables: { input: { username, password } },
    }),
  });
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0]!)
    .join('; ');
  expect(await response.json()).toHaveProperty('data.signIn.account.id');
  return { accountId: '', username, password, cookie };
}

/** The demo association as it was loaded on a day. */
export class DemoWorld {
  private constructor(
    readonly today: string,
    readonly world: World,
    readonly loaded: Loaded,
    readonly lines: readonly Line[],
    readonly staff: Actor,
  ) {}

  static async load(today: string): Promise<DemoWorld> {
    const world = await createWorld({ empty: true, now: `${today}T02:20:00Z` });
    // the one that `createWorld` made bears the same name
    await world.write((tx) => tx.query(`update association set name = '另一个协会'`));
    const loaded = await loadDemo(world.app);
    const lines = await accountsOf(world);
    const staff = await signIn(
      world,
      lines.find(({ role }) => role === 'PARTY_STAFF')!,
    );
    return new DemoWorld(today, world, loaded, lines, staff);
  }

  /** What the party-affairs staff read. */
  ask = <T>(document: string): Promise<T> => this.world.as(this.staff).query<T>(document);
}
