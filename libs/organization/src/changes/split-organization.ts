import { Clock } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FoundOrganizations } from '../found-organizations';
import { identityOf } from '../organization-identity';
import { checkCode, checkPlace, checkSiblings, type Above } from '../organization-checks';
import { OperationKind, ParentRelation, SplitPlacement, type OrganizationType } from '../organization.enums';
import type { PartyOrganizationEntity } from '../organization.entity';
import { organizationErrors } from '../organization.errors';
import type { Carrying, Decision, OrganizationChange, Period } from './organization-change';

export interface SplitPart {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly type: OrganizationType;
  readonly reportedMemberCount: number | null;
}

export interface Split {
  readonly placement: SplitPlacement;
  readonly parts: readonly SplitPart[];
}

/** New organizations founded out of one, beside it or below it; their members are taken off its reported count. */
@Injectable()
export class SplitOrganization implements OrganizationChange<Split> {
  readonly kind = OperationKind.SPLIT;
  readonly action = 'splitOrganization';
  readonly many = true;

  constructor(
    private readonly founding: FoundOrganizations,
    private readonly clock: Clock,
  ) {}

  refersTo({ parts }: Split): readonly string[] {
    return parts.map(({ id }) => id);
  }

  /**
   * @throws COUNT_CHANGED_LATER, ROOT_STAYS, CODE_FORM, CODE_TAKEN, NAME_TAKEN, SPLIT_MORE_THAN_MEMBERS and the refusals of a place
   */
  async decide(
    tx: EntityManager,
    organization: PartyOrganizationEntity,
    { placement, parts }: Split,
    { from, until }: Period,
  ): Promise<Decision> {
    const { name, reportedMemberCount: present, reportedOn } = organization;
    if (until) throw organizationErrors.COUNT_CHANGED_LATER({ name, later: until, on: from });
    const { parentId, relation } = placeOf(organization, placement);
    const parent: Above = parentId === organization.id ? organization : await identityOf(tx, parentId);
    for (const part of parts) {
      checkCode(part.code);
      checkPlace({ name: part.name, type: part.type, relation }, parent);
    }
    await checkCodes(tx, organization.associationId, parts);
    await checkSiblings(
      tx,
      organization.associationId,
      parts.map((part) => ({ id: part.id, name: part.name, parentId })),
    );
    const names = parts.map((part) => part.name);
    const counted = parts.flatMap(({ reportedMemberCount }) => reportedMemberCount ?? []);
    if (present === null || counted.length === 0) return { set: {}, before: {}, after: { names } };
    const count = counted.reduce((sum, each) => sum + each, 0);
    if (count > present) throw organizationErrors.SPLIT_MORE_THAN_MEMBERS({ name, count, present });
    const today = this.clock.today();
    const reported = from > today ? today : from;
    return {
      set: { reported_member_count: present - count, reported_on: reported },
      before: { reportedMemberCount: present, reportedOn },
      after: { names, reportedMemberCount: present - count, reportedOn: reported },
    };
  }

  async carryOut(
    tx: EntityManager,
    organization: PartyOrganizationEntity,
    { placement, parts }: Split,
    { actor, effectiveOn, basis, groupId }: Carrying,
  ): Promise<void> {
    const place = placeOf(organization, placement);
    const facts = parts.map((part) => ({ ...part, ...place, tier: organization.tier, effectiveOn, basis }));
    await this.founding.foundAll(tx, actor, facts, OperationKind.FOUNDED, groupId);
  }
}

function placeOf(
  { id, name, parentId, relation }: PartyOrganizationEntity,
  placement: SplitPlacement,
): { parentId: string; relation: ParentRelation } {
  if (placement === SplitPlacement.BELOW) return { parentId: id, relation: ParentRelation.LEADS };
  // there is one root, and nothing beside it
  if (!parentId) throw organizationErrors.ROOT_HAS_NOTHING_BESIDE({ name });
  return { parentId, relation: relation as ParentRelation };
}

/** No code twice, in the association or among the parts; told now, not only on the day. */
async function checkCodes(tx: EntityManager, associationId: string, parts: readonly SplitPart[]): Promise<void> {
  const codes = parts.map(({ code }) => code.toUpperCase());
  const twice = codes.find((code, i) => codes.indexOf(code) !== i);
  if (twice) throw organizationErrors.CODE_TAKEN({ code: twice });
  const [taken] = await tx.query<{ code: string }[]>(
    `select code from organization_version where association_id = $1 and upper(code) = any($2) limit 1`,
    [associationId, codes],
  );
  if (taken) throw organizationErrors.CODE_TAKEN(taken);
}
