import type { Messages } from '@dangwu/platform/errors';
import type { EntityManager } from 'typeorm';
import { flagMessage, type FlagCode, type FlagParams } from '../flags/organization-flags';
import type { OrganizationStatus, OrganizationType, ParentRelation } from '../organization.enums';

/** How an organization stands, as far as people are told before it changes. */
export interface OrganizationStanding {
  readonly id: string;
  readonly name: string;
  readonly type: OrganizationType;
  readonly status: OrganizationStatus;
  readonly parent: string | null;
  readonly relation: ParentRelation | null;
  readonly reportedMemberCount: number | null;
}

export interface FlagStanding {
  readonly organization: string;
  /** what makes it the same flag: organization and code */
  readonly key: string;
  readonly message: Messages;
}

export interface Standing {
  /** as the tree is walked */
  readonly organizations: readonly OrganizationStanding[];
  readonly flags: readonly FlagStanding[];
}

/** How these organizations stand in the eyes of the transaction. */
export async function standingOf(tx: EntityManager, ids: readonly string[]): Promise<Standing> {
  const organizations = await tx.query<OrganizationStanding[]>(
    `select o.id, o.name, o.type, o.status, o.relation, o.reported_member_count as "reportedMemberCount",
       (select p.name from organization_version p where p.id = o.parent_id and p.valid_to is null) as parent
     from party_organization o where o.id = any($1) and o.deleted_at is null order by o.path`,
    [ids],
  );
  const flags = await tx.query<{ id: string; organization: string; code: FlagCode; params: FlagParams }[]>(
    `select o.id, o.name as organization, f.code, f.params from organization_flag f
     join party_organization o on o.id = f.organization_id
     where f.organization_id = any($1) and f.deleted_at is null and f.until is null order by o.path, f.code`,
    [ids],
  );
  return {
    organizations,
    flags: flags.map(({ id, organization, code, params }) => ({
      organization,
      key: `${id} ${code}`,
      message: flagMessage(code, params),
    })),
  };
}
