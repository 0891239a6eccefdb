import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Who is to be dissolved, and from which day. */
export interface Dissolution {
  readonly organizationId: string;
  readonly name: string;
  readonly on: string;
}

/** Throws a refusal when something of its area still hangs on the organization. */
export type DissolutionCheck = (tx: EntityManager, dissolution: Dissolution) => Promise<void>;

/**
 * What must be moved away before an organization is dissolved: areas above this one (members, units, open matters) add
 * theirs in `onModuleInit`.
 */
@Injectable()
export class DissolutionChecks {
  private readonly checks: DissolutionCheck[] = [];

  add(check: DissolutionCheck): void {
    this.checks.push(check);
  }

  async check(tx: EntityManager, dissolution: Dissolution): Promise<void> {
    for (const check of this.checks) await check(tx, dissolution);
  }
}
