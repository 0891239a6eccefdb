import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AccountService, SessionService, type RoleKey } from '@dangwu/access';
import { FixedClock } from '@dangwu/platform/clock';
import { Config } from '@dangwu/platform/config';
import { Database, systemScope, type Migrations } from '@dangwu/platform/database';
import { localId, newId } from '@dangwu/platform/ids';
import { Cadences, Catalogue } from '@dangwu/activities';
import { ReviewRules } from '@dangwu/decisions';
import { DutyProfiles } from '@dangwu/organization';
import { HolidayYears } from '@dangwu/calendar';
import { Rules } from '@dangwu/rules';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { EntityManager } from 'typeorm';
import { testDatabase } from './test-database';

/** An account and the cookie of its session. */
export interface Actor {
  readonly accountId: string;
  readonly username: string;
  readonly password: string;
  readonly cookie: string;
}

/** A refusal as a client gets it. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly reason: string,
    readonly params: Readonly<Record<string, unknown>>,
    readonly messages: { readonly zh: string; readonly en: string },
  ) {
    super(`${code} ${reason}: ${messages?.en}`);
  }
}

export interface Client {
  query<T>(document: string, variables?: object): Promise<T>;
  mutate<T>(document: string, variables?: object): Promise<T>;
}

export interface OrganizationOptions {
  readonly under?: { readonly id: string } | string;
  readonly relation?: 'LEADS' | 'GUIDES';
  readonly type?: string;
  readonly tier?: string;
  readonly code?: string;
  readonly foundedOn?: string;
  readonly effectiveOn?: string;
  readonly reportedMemberCount?: number;
}

interface Parts {
  readonly clock: FixedClock;
  /** what a session may send; ANY: specs write documents of their own */
  readonly documents: ReadonlyMap<string, string> | 'ANY';
}

/** What the application gives the tests: libraries may not depend on it. */
interface Application {
  readonly migrations: Migrations;
  createApi(
    config: Config,
    parts: Parts & { log?: { write(line: string): void }; unrecorded: 'refuse' },
  ): Promise<NestExpressApplication>;
  createWorker(config: Config, parts: Parts): Promise<{ close(): Promise<void> }>;
}

/** Loaded by a computed path: Nx forbids projects to import an application, and specs need the whole of it. */
async function application(): Promise<Application> {
  const folder = path.resolve(import.meta.dirname, '../../../apps/api');
  const [{ migrations }, api] = (await Promise.all([
    import(path.join(folder, 'migrations/index.ts')),
    import(path.join(folder, 'src/api.ts')),
  ])) as [Pick<Application, 'migrations'>, Omit<Application, 'migrations'>];
  return { migrations, createApi: api.createApi, createWorker: api.createWorker };
}

/** Accounts made so far. */
let people = 0;

/** A running association of one's own: a database, the API on a free port, a clock that stands still. */
export class World {
  private codes = 0;
  private readonly renewed = new Map<string, string>();
  private worker: { close(): Promise<void> } | null = null;
  /** party-affairs staff of the whole association, for making what a test needs */
  staff!: Actor;
  root!: { readonly id: string };

  constructor(
    readonly url: string,
    readonly app: NestExpressApplication,
    readonly config: Config,
    readonly clock: FixedClock,
    readonly associationId: string,
    private readonly application: Application,
    private readonly end: () => Promise<void>,
  ) {}

  get database(): Database {
    return this.app.get(Database);
  }

  /** A transaction of the system inside the association. */
  write<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(systemScope(this.associationId), work);
  }

  /** A new account with one role, signed in. @param at an organization's global id; absent: the whole association */
  async account(role: RoleKey, at?: { readonly id: string } | string): Promise<Actor> {
    const organizationId = at ? localId('PartyOrganization', typeof at === 'string' ? at : at.id) : null;
    // unique over all associations
    const number = ++people;
    const username = `${role.toLowerCase().replaceAll('_', '-')}-${number}`;
    const password = `Correct-horse-${newId().slice(-8)}`;
    return this.write(async (tx) => {
      const input = { associationId: this.associationId, username, name: `测试${number}`, password };
      const account = await this.app.get(AccountService).create({ ...input, grants: [{ role, organizationId }] }, tx);
      const caller = { address: '127.0.0.1', userAgent: 'specs' };
      const { token } = await this.app.get(SessionService).create(tx, account, caller, { secondFactor: true });
      return { accountId: account.id, username, password, cookie: `dangwu_session=${token}` };
    });
  }

  as(actor: Actor | null): Client {
    const send = <T>(document: string, variables?: object): Promise<T> => this.send<T>(actor, document, variables);
    return { query: send, mutate: send };
  }

  /** Founds an organization through the API and answers its global id and code. */
  async organization(name: string, options: OrganizationOptions = {}): Promise<{ id: string; code: string }> {
    const { under = this.root, ...rest } = options;
    const parentId = typeof under === 'string' ? under : (under?.id ?? null);
    const input = {
      parentId,
      relation: parentId ? 'LEADS' : null,
      type: 'BRANCH',
      tier: 'SECRETARIAT',
      code: `W${String(++this.codes).padStart(4, '0')}`,
      name,
      foundedOn: '2020-01-01',
      effectiveOn: '2020-01-01',
      basis: '测试',
      ...rest,
    };
    const data = await this.as(this.staff).mutate<{ foundOrganization: { id: string; code: string } }>(
      `mutation ($input: FoundOrganizationInput!) { foundOrganization(input: $input) { id code } }`,
      { input },
    );
    return data.foundOrganization;
  }

  branch(name: string, options: OrganizationOptions = {}): Promise<{ id: string; code: string }> {
    return this.organization(name, { type: 'BRANCH', ...options });
  }

  /** Starts the worker: from now on jobs run and outbox messages are delivered. */
  async work(): Promise<void> {
    this.worker ??= await this.application.createWorker(this.config, { clock: this.clock, documents: 'ANY' });
  }

  /** Another association in the same database, served by the same processes; it ends with this one. */
  async another(name = '另一行业协会', { empty = false } = {}): Promise<World> {
    const { url, app, config, clock, application } = this;
    const other = new World(url, app, config, clock, newId(), application, () => Promise.resolve());
    await populate(other, name, empty);
    return other;
  }

  async close(): Promise<void> {
    await this.worker?.close();
    await this.end();
  }

  /** The cookie of an actor's session now: it gets a new token whenever the rights of its account change. */
  cookieOf(actor: Actor): string {
    return this.renewed.get(actor.cookie) ?? actor.cookie;
  }

  private keepRenewed(actor: Actor | null, response: Response): void {
    const cookie = response.headers.getSetCookie().find((each) => /^dangwu_session=[\w-]{43};/.test(each));
    if (actor && cookie) this.renewed.set(actor.cookie, cookie.split(';')[0]!);
  }

  private async send<T>(actor: Actor | null, query: string, variables?: object): Promise<T> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(actor ? { cookie: this.cookieOf(actor) } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    this.keepRenewed(actor, response);
    const body = (await response.json()) as { data?: T; errors?: [{ message: string; extensions?: Refused }] };
    const error = body.errors?.[0];
    if (error) {
      const { code, reason, params, messages } = error.extensions ?? ({ code: '?', reason: error.message } as Refused);
      throw new Refused(code, reason, params, messages);
    }
    return body.data as T;
  }
}

export interface WorldOptions {
  /** where the clock stands; default 2026-09-18 10:20 in Shanghai */
  readonly now?: string;
  /** without a root organization, as a new association is */
  readonly empty?: boolean;
  /** without an association: the installation was not set up yet */
  readonly bare?: boolean;
  /** the documents that sessions may send, by id; any when left out, which no setting of a real process allows */
  readonly documents?: ReadonlyMap<string, string>;
  readonly environment?: Readonly<Record<string, string>>;
  /** URL of the superuser of another PostgreSQL than that of the run */
  readonly server?: string;
  /** hears every line of the log */
  readonly log?: (line: string) => void;
}

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const parts = await application();
  const { url, drop } = await testDatabase(parts.migrations, options.server);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'dangwu-world-'));
  const config = new Config({
    DATABASE_URL: url,
    DANGWU_DATA_DIR: dataDir,
    PORT: '0',
    POOL_SIZE: '5',
    LOG_LEVEL: 'silent',
    ...options.environment,
  });
  const clock = new FixedClock(new Date(options.now ?? '2026-09-18T02:20:00Z'));
  const { log, documents = 'ANY' } = options;
  const app = await parts.createApi(config, {
    clock,
    documents,
    unrecorded: 'refuse',
    ...(log && { log: { write: log } }),
  });
  await app.listen(0, '127.0.0.1');
  const associationId = newId();
  const world = new World(await addressOf(app), app, config, clock, associationId, parts, async () => {
    await app.close();
    await drop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  if (options.bare) return world;
  await populate(world, '示范行业协会', options.empty);
  return world;
}

/**
 * For specs whose every test begins anew: one system for the file, and for each call an association of its own in it,
 * with the clock put back. An association takes a tenth of the time a system does. What looks at the whole database
 * or at the process needs a world by itself.
 */
export function freshWorlds({ empty, ...options }: WorldOptions = {}): () => Promise<World> {
  let system: World | undefined;
  let began = new Date();
  afterAll(() => system?.close());
  return async () => {
    if (!system) {
      system = await createWorld({ ...options, bare: true });
      began = system.clock.now();
    }
    system.clock.set(began);
    return system.another('示范行业协会', { empty });
  };
}

/** An association with the shipped rules, staff and, unless it is to be empty, its root. */
async function populate(world: World, name: string, empty = false): Promise<void> {
  const { app, associationId } = world;
  await world.database.transaction(systemScope(null), (tx) =>
    tx.query(`insert into association (id, name, kind) values ($1, $2, 'LIVE')`, [associationId, name]),
  );
  await world.write(async (tx) => {
    await app.get(Rules).ship(tx, associationId);
    await app.get(HolidayYears).ship(tx, associationId);
    await app.get(DutyProfiles).ship(tx, associationId);
    await app.get(Catalogue).ship(tx, associationId);
    await app.get(Cadences).ship(tx, associationId);
    await app.get(ReviewRules).ship(tx, associationId);
  });
  world.staff = await world.account('PARTY_STAFF');
  if (!empty)
    world.root = await world.organization(`${name}党委（功能型）`, { type: 'FUNCTIONAL_COMMITTEE', tier: 'COUNCIL' });
}

async function addressOf(app: NestExpressApplication): Promise<string> {
  return (await app.getUrl()).replace('[::1]', '127.0.0.1');
}
