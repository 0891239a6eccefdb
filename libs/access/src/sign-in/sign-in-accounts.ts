import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { administrativeRoles } from '../roles';

/** What signing in has to know of an account. */
export interface SignInAccount {
  readonly id: string;
  readonly associationId: string;
  readonly username: string;
  readonly name: string;
  readonly mail: string | null;
  readonly language: 'zh' | 'en';
  readonly disabledAt: Date | null;
  /** of the password; null while it has none */
  readonly hash: string | null;
  /** holds one of the three offices now: a second factor is compulsory, and the password longer */
  readonly administrator: boolean;
  readonly enrolled: boolean;
}

/** Finds accounts before it is known who asks, hence in whatever association. */
@Injectable()
export class SignInAccounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param name as `normalName` makes it */
  byName(name: string): Promise<SignInAccount | null> {
    return this.database.transaction(systemScope(null), (tx) => this.find(tx, 'lower(a.username) = $1', name));
  }

  byId(id: string, tx?: EntityManager): Promise<SignInAccount | null> {
    const work = (tx: EntityManager) => this.find(tx, 'a.id = $1', id);
    return tx ? work(tx) : this.database.transaction(systemScope(null), work);
  }

  private async find(tx: EntityManager, condition: string, value: string): Promise<SignInAccount | null> {
    const [row] = await tx.query<SignInAccount[]>(
      `select a.id, a.association_id as "associationId", a.username, a.name, a.mail, a.language,
         a.disabled_at as "disabledAt", s.password_hash as hash, f.confirmed_at is not null as enrolled,
         exists (select from access_grant g where g.account_id = a.id and g.deleted_at is null
           and g.role = any ($2) and g.since <= $3 and (g.until is null or g.until > $3)) as administrator
       from account a
       left join account_secret s on s.account_id = a.id
       left join account_second_factor f on f.account_id = a.id
       where ${condition} and a.deleted_at is null`,
      [value, administrativeRoles, this.clock.now()],
    );
    return row ?? null;
  }
}

/** User names are the same whatever capitals and blanks around them. */
export const normalName = (typed: string): string => typed.normalize('NFC').trim().toLowerCase();
