import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Audit } from '@dangwu/platform/audit';
import { FixedClock } from '@dangwu/platform/clock';
import { Config } from '@dangwu/platform/config';
import { connect, systemScope, type Database, type Entities, type Migrations } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import { MasterKeys, PersonKeyEntity, PersonKeys } from '@dangwu/platform/keys';
import type { Mail, NewMail } from '@dangwu/platform/mail';
import { testDatabase } from '@dangwu/testing';
import pg from 'pg';
import { Entity, type EntityManager } from 'typeorm';
import { Access } from '../access';
import { accessEntities } from '../access.module';
import { AccountAdministration } from '../account/account-administration';
import { AccountLetters } from '../account/account-letters';
import { AccountService, type GrantInput } from '../accounts.service';
import { MailedLinks } from '../password/mailed-links';
import { PasswordChanges } from '../password/password-changes';
import { Passwords } from '../passwords';
import type { Relation } from '../place';
import { PlaceRow } from '../place.entity';
import { PlaceTree } from '../place-tree';
import { Places } from '../places';
import { RecoveryCodes } from '../second-factor/recovery-codes';
import { SecondFactors } from '../second-factor/second-factors';
import { totpCode } from '../second-factor/totp';
import { OwnSessions } from '../session/own-sessions';
import { SessionRenewal } from '../session/session-renewal';
import { SessionCookie } from '../session-cookie';
import { SessionService } from '../session.service';
import { PendingSignIns } from '../sign-in/pending-sign-ins';
import { Reauthentication } from '../sign-in/reauthentication';
import { SignInAccounts, type SignInAccount } from '../sign-in/sign-in-accounts';
import { SignInSteps } from '../sign-in/sign-in-steps';
import { SignIn } from '../sign-in.service';
import { SignInFailures } from '../sign-in-failures';
import { TokenDigest } from '../token-digest';
import type { Viewer } from '../viewer';
import { Viewers } from '../viewers';

/** The real tree, as far as this library knows it. */
@Entity('party_organization')
export class TrialOrganization extends PlaceRow {}

/** Counts comparisons, which is what takes the time. */
export class CountingPasswords extends Passwords {
  comparisons = 0;

  protected override compare(known: string, password: string): Promise<boolean> {
    this.comparisons++;
    return super.compare(known, password);
  }
}

export const caller = { address: '10.1.2.3', userAgent: 'spec', requestId: 'r-1' } as const;
export const password = 'correct horse battery';

/** Stands for the mail of the platform: what would be sent. */
export class Letters {
  readonly sent: NewMail[] = [];

  send(_: unknown, mail: NewMail): Promise<string> {
    this.sent.push(mail);
    return Promise.resolve(newId());
  }

  to(address: string): NewMail[] {
    return this.sent.filter(({ to }) => to.includes(address));
  }
}

/** One process's services of this library, over a database it may share with another. */
export function servicesOver(database: Database, clock: FixedClock, config: Config) {
  const audit = new Audit();
  const passwords = new CountingPasswords();
  const places = new Places(database, clock);
  const cookie = new SessionCookie(config);
  const renewal = new SessionRenewal(database, clock, cookie, audit);
  const digest = new TokenDigest(new MasterKeys(config));
  const viewers = new Viewers(database, clock, config, cookie, places, renewal, digest);
  const sessions = new SessionService(clock, config, viewers);
  const failures = new SignInFailures(database, clock, config);
  const mail = new Letters();
  const letters = new AccountLetters(config, clock, mail as unknown as Mail);
  const keys = new PersonKeys(database, new MasterKeys(config), clock);
  const codes = new RecoveryCodes(clock, passwords);
  const factors = new SecondFactors(database, clock, audit, keys, codes, sessions, letters);
  const signInAccounts = new SignInAccounts(database, clock);
  const pending = new PendingSignIns(database, clock);
  const steps = new SignInSteps(database, clock, audit, signInAccounts, pending, factors, failures, sessions);
  const accounts = new AccountService(database, clock, audit, passwords, places, sessions);
  const links = new MailedLinks(database, clock, config);
  return {
    passwords,
    places,
    viewers,
    sessions,
    failures,
    mail,
    codes,
    factors,
    pending,
    steps,
    links,
    accounts,
    signInAccounts,
    access: new Access(places),
    changes: new PasswordChanges(database, clock, audit, passwords, sessions, letters),
    own: new OwnSessions(database, clock, config, audit, sessions),
    reauthentication: new Reauthentication(clock, passwords, failures, signInAccounts, steps),
    administration: new AccountAdministration(
      database,
      clock,
      audit,
      accounts,
      signInAccounts,
      links,
      letters,
      factors,
    ),
    signIns: new SignIn(database, clock, audit, passwords, failures, sessions, signInAccounts, steps),
    tree: new PlaceTree(TrialOrganization),
  };
}

/** An association on a database of its own, with the services of this library and nothing above it. */
export class Trial {
  private people = 0;

  private constructor(
    readonly config: Config,
    readonly database: Database,
    readonly clock: FixedClock,
    readonly admin: pg.Client,
    readonly associationId: string,
    private readonly drop: () => Promise<void>,
    readonly services: ReturnType<typeof servicesOver>,
  ) {}

  static async create(entities: Entities = []): Promise<Trial> {
    const { url, drop } = await testDatabase(await migrations());
    const config = new Config({
      DATABASE_URL: url,
      POOL_SIZE: '8',
      DANGWU_MASTER_KEY: randomBytes(32).toString('base64'),
    });
    const database = await connect(config, [
      ...accessEntities,
      PersonKeyEntity,
      TrialOrganization,
      ...Object.values(entities),
    ]);
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    const clock = new FixedClock(new Date('2026-09-18T08:00:00Z'));
    const id = await association(database);
    return new Trial(config, database, clock, admin, id, drop, servicesOver(database, clock, config));
  }

  write<T>(work: (tx: EntityManager) => Promise<T>, associationId = this.associationId): Promise<T> {
    return this.database.transaction(systemScope(associationId), work);
  }

  /** A node of the tree; the first has no parent. */
  organization(parent: { id: string } | null, relation: Relation = 'LEADS', associationId = this.associationId) {
    return this.write(async (tx) => {
      const row = tx.create(TrialOrganization, { id: newId(), associationId, relation: parent ? relation : null });
      await this.services.tree.place(tx, row, parent);
      await tx.query(
        `insert into party_organization (id, association_id, no, parent_id, relation, path, leads_path, code, name,
           pinyin, pinyin_initials, type, status)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8, '', '', 'BRANCH', 'ACTIVE')`,
        [row.id, associationId, row.no, row.parentId, row.relation, row.path, row.leadsPath, `C-${row.no}`],
      );
      return row;
    }, associationId);
  }

  anotherAssociation(): Promise<string> {
    return association(this.database);
  }

  /** An account and the viewer of a fresh session of it, with a second factor proven. */
  async viewer(...grants: GrantInput[]): Promise<Viewer & { token: string }> {
    return this.viewerOf(await this.account(...grants));
  }

  async viewerOf(account: { id: string; associationId: string }): Promise<Viewer & { token: string }> {
    const { token } = await this.write((tx) =>
      this.services.sessions.create(tx, account, caller, { secondFactor: true }),
    );
    return Object.assign((await this.services.sessions.verify(token))!, { token });
  }

  account(...grants: GrantInput[]) {
    const username = `user${++this.people}`;
    const { associationId } = this;
    const mail = `${username}@example.org`;
    return this.services.accounts.create({ associationId, username, name: '张三', mail, password, grants });
  }

  /** What signing in knows of an account now. */
  async known({ id }: { id: string }): Promise<SignInAccount> {
    return (await this.services.signInAccounts.byId(id))!;
  }

  /** Sets up an authenticator and answers its secret; the clock goes on by one step, so that its next code is new. */
  async enrol(account: { id: string }): Promise<{ secret: string; recoveryCodes: string[] }> {
    const { factors } = this.services;
    const { secret } = await factors.start(await this.known(account));
    const codes = await factors.confirm(await this.known(account), totpCode(secret, this.clock.now()));
    this.clock.advance(30_000);
    return { secret, recoveryCodes: codes! };
  }

  async events(action: string): Promise<Record<string, unknown>[]> {
    const { rows } = await this.admin.query('select * from audit_event where action = $1 order by id', [action]);
    return rows;
  }

  async close(): Promise<void> {
    await this.admin.end();
    await this.database.close();
    await this.drop();
  }
}

/** Loaded by a computed path: migrations belong to the application, which libraries may not import. */
async function migrations(): Promise<Migrations> {
  const file = path.resolve(import.meta.dirname, '../../../../apps/api/migrations/index.ts');
  return ((await import(file)) as { migrations: Migrations }).migrations;
}

async function association(database: Database): Promise<string> {
  const id = newId();
  await database.transaction(systemScope(null), (tx) =>
    tx.query(`insert into association (id, name, kind) values ($1, '中国贸促会', 'SANDBOX')`, [id]),
  );
  return id;
}
