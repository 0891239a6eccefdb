import type { EntityManager } from 'typeorm';
import type { ChangedColumns } from '../history/organization-history';
import type { OperationKind } from '../organization.enums';
import type { Actor } from '../organization-facts';
import type { PartyOrganizationEntity } from '../organization.entity';

/** From a day until another of the same kind took over (null: until now). */
export interface Period {
  readonly from: string;
  readonly until: string | null;
}

/** Who makes a change, from when, on which paper; `groupId` joins the operations of one merge or split. */
export interface Carrying {
  readonly actor: Actor;
  readonly effectiveOn: string;
  readonly basis: string;
  readonly groupId: string | null;
}

/** What a change makes of an organization. */
export interface Decision {
  /** columns of the present row and of the versions in the period */
  readonly set: ChangedColumns;
  /** the same for people, kept in the ledger */
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/**
 * One kind of change. What is asked for (`wanted`) stands in the ledger, so that a pending change is decided anew on
 * its day.
 */
export interface OrganizationChange<Wanted extends object> {
  readonly kind: OperationKind;
  /** the mutation's name, for the audit log */
  readonly action: string;

  /**
   * Checks everything and says what changes. Runs under the lock of the association's organizations.
   * @throws the refusals of `organization.errors`
   */
  decide(tx: EntityManager, organization: PartyOrganizationEntity, wanted: Wanted, period: Period): Promise<Decision>;

  /** What is written beside the columns, such as the tree; only when the change holds today. */
  carryOut?(
    tx: EntityManager,
    organization: PartyOrganizationEntity,
    wanted: Wanted,
    carrying: Carrying,
  ): Promise<void>;

  /** Whether it brings about operations of other organizations. */
  readonly many?: true;

  /** Other organizations it is about, by UUID. */
  refersTo?(wanted: Wanted): readonly string[];
}
