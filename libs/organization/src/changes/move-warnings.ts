import type { Messages } from '@dangwu/platform/errors';
import type { EntityManager } from 'typeorm';
import { identityOf } from '../organization-identity';
import { tierWords } from '../organization-words';
import { ParentRelation, Tier } from '../organization.enums';
import type { PartyOrganizationEntity } from '../organization.entity';

interface Move {
  readonly parentId: string;
  readonly relation: ParentRelation;
  readonly from: string;
  readonly today: string;
}

/** What is allowed and still worth knowing before a move is confirmed. */
export async function moveWarnings(
  tx: EntityManager,
  organization: PartyOrganizationEntity,
  { parentId, relation, from, today }: Move,
): Promise<Messages[]> {
  const warnings: Messages[] = [];
  const { name, tier } = organization;
  const parent = await identityOf(tx, parentId);
  if (organization.relation === ParentRelation.LEADS && relation === ParentRelation.GUIDES)
    warnings.push({
      zh: `由领导改为指导：“${parent.name}”只能看到“${name}”向它公开的内容，不能布置和考核。`,
      en: `From leading to guiding: "${parent.name}" sees only what "${name}" publishes to it, and can require or assess nothing.`,
    });
  if (organization.relation === ParentRelation.GUIDES && relation === ParentRelation.LEADS)
    warnings.push({
      zh: `由指导改为领导：“${parent.name}”可以布置、考核“${name}”，并看到它的全部记录。`,
      en: `From guiding to leading: "${parent.name}" may require and assess, and sees all records of "${name}".`,
    });
  // the council stands above all tiers
  if (tier && parent.tier && parent.tier !== Tier.COUNCIL && tier !== parent.tier)
    warnings.push({
      zh: `“${name}”属于${tierWords[tier].zh}，新的上级属于${tierWords[parent.tier].zh}；所属层面不会随调整改变。`,
      en: `"${name}" belongs to the tier ${tierWords[tier].en}, the new parent to ${tierWords[parent.tier].en}; the tier stays as it is.`,
    });
  if (from < today)
    warnings.push({
      zh: `生效日期在过去：${from} 以来按日期回看的组织树都会随之改变。`,
      en: `The day lies in the past: the tree as of any day since ${from} changes with it.`,
    });
  if (from > today)
    warnings.push({
      zh: `到 ${from} 零时才执行；那时如不再符合条件，不会执行，并通知您。`,
      en: `It is carried out on ${from} at 00:00. If it is no longer possible then, it is not, and you are told.`,
    });
  const [waiting] = await tx.query<{ count: number }[]>(
    `select count(*)::int as count from organization_operation where organization_id = $1 and state = 'PENDING'`,
    [organization.id],
  );
  if (waiting?.count)
    warnings.push({
      zh: `“${name}”还有 ${waiting.count} 项变更尚未到生效日期，它们不会因此取消。`,
      en: `${waiting.count} changes of "${name}" wait for their day; they are not cancelled by this.`,
    });
  return warnings;
}
