import {
  AccountAdministration,
  AccountService,
  roles,
  SignInAccounts,
  SignInFailures,
  waiting,
  type Caller,
  type RoleKey,
} from '@dangwu/access';
import { FoundOrganizations } from '@dangwu/organization';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Associations } from './associations';
import { setupErrors } from './setup.errors';
import { newSetupToken, setupTokenHash } from './setup-token';
import type { SetUpInput, SetUpPersonInput } from './setup.inputs';
import type { SetUpInvitation, SetUpResult } from './setup.type';

const tokenLifetime = 24 * 3_600_000;

export type SetUp = Omit<SetUpInput, 'token'>;

/** The first start of a real installation: association, root committee, the three administrators. Once, for good. */
@Injectable()
export class SetupService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly associations: Associations,
    private readonly founding: FoundOrganizations,
    private readonly service: AccountService,
    private readonly administration: AccountAdministration,
    private readonly accounts: SignInAccounts,
    private readonly failures: SignInFailures,
  ) {}

  /** Whether the installation waits for being set up. */
  async open(): Promise<boolean> {
    const [row] = await this.database.source.query<{ open: boolean }[]>(
      `select set_up_at is null and not exists (select from association) as open from installation`,
    );
    return row!.open;
  }

  /** A new token for the terminal of the server; the one before counts no more. @throws SETUP_CLOSED */
  makeToken(): Promise<string> {
    return this.once(async (tx) => {
      const token = newSetupToken();
      await tx.query(`update installation set setup_token_hash = $1, setup_token_until = $2`, [
        setupTokenHash(token),
        new Date(this.clock.now().getTime() + tokenLifetime),
      ]);
      return token;
    });
  }

  /** By somebody who read the token from the terminal. @throws SETUP_TOKEN_WRONG, SETUP_LOCKED and what `setUp` throws */
  async setUpByToken({ token, ...wanted }: SetUpInput, caller: Caller): Promise<SetUpResult> {
    if (!(await this.open())) throw setupErrors.SETUP_CLOSED();
    const from = caller.address ?? 'unknown';
    const taken = await this.failures.take('SETUP', from);
    if (!taken.allowed) throw setupErrors.SETUP_LOCKED(waiting(taken, this.clock.now()));
    const result = await this.setUp(wanted, caller, async (tx) => {
      const right = await tx.query<unknown[]>(
        `select from installation where setup_token_hash = $1 and setup_token_until > $2`,
        [setupTokenHash(token), this.clock.now()],
      );
      if (right.length === 0) throw setupErrors.SETUP_TOKEN_WRONG();
    });
    await this.failures.forget('SETUP', from);
    return result;
  }

  /**
   * Of two at once one wins; the other hears that it is done.
   *
   * @param allow throws when it must not be; by default it may: whoever runs commands on the server owns it
   * @throws SETUP_CLOSED, SETUP_SAME_PERSON, and what founding and making accounts throw; nothing is written then
   */
  setUp(wanted: SetUp, caller: Caller | null, allow?: (tx: EntityManager) => Promise<void>): Promise<SetUpResult> {
    return this.once(async (tx) => {
      await allow?.(tx);
      const people = peopleOf(wanted);
      const association = wanted.association.trim();
      const associationId = await this.associations.found(tx, association);
      const today = this.clock.today();
      const { root } = wanted;
      const effectiveOn = root.foundedOn && root.foundedOn < today ? root.foundedOn : today;
      const place = { parentId: null, relation: null, effectiveOn };
      await this.founding.foundAll(tx, { associationId, accountId: null, name: null }, [{ ...root, ...place }]);
      const invitations: SetUpInvitation[] = [];
      for (const [role, person] of people) invitations.push(await this.invite(tx, associationId, role, person));
      await this.audit.record(tx, {
        action: 'setUp',
        subjectType: 'Association',
        subjectId: associationId,
        after: { association, root: root.name, accounts: people.map(([, { username }]) => username) },
        address: caller?.address ?? null,
        requestId: caller?.requestId ?? null,
      });
      return { association, invitations };
    });
  }

  private async invite(
    tx: EntityManager,
    associationId: string,
    role: RoleKey,
    { username, name, mail = null }: SetUpPersonInput,
  ): Promise<SetUpInvitation> {
    const grants = [{ role, organizationId: null }];
    const { id } = await this.service.create({ associationId, username, name: name.trim(), mail, grants }, tx);
    const link = await this.administration.invite(tx, (await this.accounts.byId(id, tx))!);
    const { zh, en } = roles[role];
    return { role, roleName: { zh, en }, name, username, link, mail };
  }

  private once<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(systemScope(null), async (tx) => {
      // whoever comes second waits here, and then finds it closed
      const [row] = await tx.query<{ closed: boolean }[]>(
        `select set_up_at is not null or exists (select from association) as closed from installation for update`,
      );
      if (row!.closed) throw setupErrors.SETUP_CLOSED();
      return work(tx);
    });
  }
}

/** @throws SETUP_SAME_PERSON when one of the three is another one as well, by user name or by mail address */
function peopleOf({ systemAdmin, securityAdmin, auditor, staff }: SetUp): (readonly [RoleKey, SetUpPersonInput])[] {
  const three = [systemAdmin, securityAdmin, auditor];
  const same = (one: SetUpPersonInput, other: SetUpPersonInput): boolean =>
    one.username.toLowerCase() === other.username.toLowerCase() ||
    Boolean(one.mail && one.mail.toLowerCase() === other.mail?.toLowerCase());
  three.forEach((one, i) => {
    if (three.slice(0, i).some((other) => same(one, other))) throw setupErrors.SETUP_SAME_PERSON({ name: one.name });
  });
  return [
    ['SYSTEM_ADMIN', systemAdmin],
    ['SECURITY_ADMIN', securityAdmin],
    ['AUDITOR', auditor],
    ...(staff ? [['PARTY_STAFF', staff] as const] : []),
  ];
}
