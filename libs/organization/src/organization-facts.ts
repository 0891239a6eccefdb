import type { OrganizationType, ParentRelation, Tier } from './organization.enums';

/** Who acts, for ledger and audit. Rights were checked by whoever made it; accountId null is the system. */
export interface Actor {
  readonly associationId: string;
  readonly accountId: string | null;
  readonly name: string | null;
}

/** What has to be known of an organization to found it. Ids are UUIDs. */
export interface OrganizationFacts {
  /** given when others of the same call name it as their parent */
  readonly id?: string;
  readonly parentId: string | null;
  readonly relation: ParentRelation | null;
  readonly type: OrganizationType;
  /** the parent's when left out */
  readonly tier?: Tier | null;
  readonly name: string;
  readonly code: string;
  /** the founding day; effectiveOn when left out */
  readonly foundedOn?: string | null;
  /** from which day it stands in the tree */
  readonly effectiveOn: string;
  /** by the rules of its type when left out */
  readonly termYears?: number | null;
  readonly reportedMemberCount?: number | null;
  /** today when a count is given without it */
  readonly reportedOn?: string | null;
  readonly basis: string;
  readonly externalId?: string | null;
}
