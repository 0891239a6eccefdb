import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What the register of members says of one organization. */
export interface RegisteredMembers {
  /** full and probationary; of a general branch those of its branches, too */
  readonly members: number;
  readonly full: number;
  /** whether a committee is registered: a team in office, or posts enough for one */
  readonly committee: boolean;
  /** since when the counts are these */
  readonly since: string;
}

/** The same from a day on, until the next of the organization. */
export interface RegisteredMembersFrom extends RegisteredMembers {
  readonly from: string;
}

/**
 * Counts as they were on `from`, and after every change until `today`, in the order of days. Organizations of which
 * nobody was ever registered are left out: for those the reported count speaks.
 */
export type CountMembers = (
  tx: EntityManager,
  ids: readonly string[],
  from: string,
  today: string,
) => Promise<ReadonlyMap<string, readonly RegisteredMembersFrom[]>>;

/** The register of members, for rules about organizations: the area above gives it in `onModuleInit`. */
@Injectable()
export class MemberRegister {
  private counting: CountMembers | undefined;

  use(count: CountMembers): void {
    if (this.counting) throw new Error('There is one register of members');
    this.counting = count;
  }

  async count(...asked: Parameters<CountMembers>): ReturnType<CountMembers> {
    return this.counting ? this.counting(...asked) : new Map();
  }
}
