import type { EntityManager } from 'typeorm';
import {
  codePattern,
  mayBeRelated,
  mayBeRoot,
  mayHaveChildren,
  mayStandUnder,
  parentTypesOf,
  plusMonths,
} from './organization-rules';
import { statusWords, typeWords } from './organization-words';
import { OrganizationStatus, type OrganizationType, type ParentRelation, type Tier } from './organization.enums';
import type { PartyOrganizationEntity } from './organization.entity';
import { organizationErrors } from './organization.errors';

/** What is asked of whatever stands above. */
export interface Above {
  readonly name: string;
  readonly type: OrganizationType;
  readonly tier: Tier | null;
  readonly status: OrganizationStatus;
}

/** How far ahead an operation can be recorded. */
const monthsAhead = 36;

export function checkCode(code: string): void {
  if (!codePattern.test(code)) throw organizationErrors.CODE_FORM({ code: code.slice(0, 80) });
}

export function checkEffectiveOn(effectiveOn: string, today: string): void {
  if (effectiveOn > plusMonths(today, monthsAhead))
    throw organizationErrors.TOO_FAR_AHEAD({ effectiveOn, months: monthsAhead });
}

/** Whether an organization may stand where it is to stand. */
export function checkPlace(
  organization: {
    readonly name: string;
    readonly type: OrganizationType;
    readonly relation: `${ParentRelation}` | null;
  },
  parent: Above,
): void {
  const { type, relation } = organization;
  if (parent.status !== OrganizationStatus.ACTIVE) {
    const { zh, en } = statusWords[parent.status];
    throw organizationErrors.PARENT_NOT_ACTIVE({ parent: parent.name, statusZh: zh, statusEn: en });
  }
  if (!mayHaveChildren(parent.type)) throw organizationErrors.GROUP_HAS_NO_CHILDREN({ parent: parent.name });
  if (!mayStandUnder(type, parent.type)) throw underOther(type, parent.type);
  if (relation && !mayBeRelated(type, relation)) throw organizationErrors.GROUP_IS_LED();
}

/** One root for each association, a committee. */
export async function checkRoot(tx: EntityManager, associationId: string, type: OrganizationType): Promise<void> {
  const [root] = await tx.query<{ name: string }[]>(
    // the version, as the root may lie outside what the transaction reaches; its name is known to everyone
    `select name from organization_version where association_id = $1 and parent_id is null and valid_to is null`,
    [associationId],
  );
  if (root) throw organizationErrors.ROOT_EXISTS({ root: root.name });
  if (!mayBeRoot(type)) throw organizationErrors.ROOT_TYPE({ typeZh: typeWords[type].zh, typeEn: typeWords[type].en });
}

/** No two organizations of one name directly below the same parent; dissolved ones do not count. */
export async function checkSiblings(
  tx: EntityManager,
  associationId: string,
  rows: readonly Pick<PartyOrganizationEntity, 'id' | 'name' | 'parentId'>[],
): Promise<void> {
  const [same] = await tx.query<{ name: string; parent: string }[]>(
    // a roster brings thousands at once: each side is compared as a set, never row by row
    `with given as (select * from unnest($2::uuid[], $3::text[], $4::uuid[]) g (id, name, parent_id)),
     same as (
       select parent_id, name from given where parent_id is not null group by parent_id, name having count(*) > 1
       union all
       select o.parent_id, o.name from party_organization o
       where o.association_id = $1 and o.parent_id = any($4) and o.status <> 'DISSOLVED' and o.deleted_at is null
         and exists (select from given g where g.parent_id = o.parent_id and g.name = o.name and g.id <> o.id))
     select s.name, coalesce(p.name, '') as parent from same s left join party_organization p on p.id = s.parent_id
     limit 1`,
    [associationId, rows.map((row) => row.id), rows.map((row) => row.name), rows.map((row) => row.parentId)],
  );
  if (same) throw organizationErrors.NAME_TAKEN(same);
}

/** The refusal for a type that does not stand under another. */
export function underOther(type: OrganizationType, parentType: OrganizationType): Error {
  const allowed = parentTypesOf(type);
  return organizationErrors.TYPE_UNDER_TYPE({
    typeZh: typeWords[type].zh,
    typeEn: typeWords[type].en,
    parentTypeZh: typeWords[parentType].zh,
    parentTypeEn: typeWords[parentType].en,
    allowedZh: allowed.map((each) => typeWords[each].zh).join('、'),
    allowedEn: allowed.map((each) => typeWords[each].en).join(', '),
  });
}
