import { PlaceTree } from '@dangwu/access';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { nextOfItsKind } from '../history/ledger';
import { OrganizationHistory, type ChangedColumns } from '../history/organization-history';
import type { OrganizationOperationEntity } from '../history/organization-operation.entity';
import { stateBefore } from '../history/state-before';
import { identityOf } from '../organization-identity';
import { checkPlace, checkSiblings } from '../organization-checks';
import { OperationKind, OrganizationStatus, type ParentRelation } from '../organization.enums';
import { PartyOrganizationEntity } from '../organization.entity';
import { organizationErrors } from '../organization.errors';
import { when } from '../history/organization-times';
import { Clock } from '@dangwu/platform/clock';
import { ChangeOrganizationType } from './change-organization-type';
import { DissolutionChecks } from './dissolution-checks';
import { MoveOrganization } from './move-organization';
import type { Period } from './organization-change';
import { RenameOrganization } from './rename-organization';

/**
 * Writes into versions and row what would hold had an operation not been: until the next of its kind took over, the
 * value from before it. Judged by the same decisions as the change back would be.
 */
@Injectable()
export class ReverseOperation {
  constructor(
    private readonly history: OrganizationHistory,
    private readonly tree: PlaceTree,
    private readonly clock: Clock,
    private readonly checks: DissolutionChecks,
    private readonly renaming: RenameOrganization,
    private readonly retyping: ChangeOrganizationType,
    private readonly moving: MoveOrganization,
  ) {}

  async reverse(tx: EntityManager, operation: OrganizationOperationEntity): Promise<void> {
    const { organizationId: id, kind, effectiveOn } = operation;
    const organization = await tx.findOneByOrFail(PartyOrganizationEntity, { id });
    const until = await nextOfItsKind(tx, id, kind, effectiveOn);
    const period: Period = { from: effectiveOn, until };
    if (kind === OperationKind.FOUNDED || kind === OperationKind.IMPORTED) return this.unfound(tx, organization);
    if (kind === OperationKind.DISSOLVED) return this.revive(tx, organization, effectiveOn);
    if (kind === OperationKind.MERGED || kind === OperationKind.SPLIT)
      return this.recount(tx, organization, operation, period);
    return this.back(tx, organization, operation, period);
  }

  /** Name, type and place. */
  private async back(
    tx: EntityManager,
    organization: PartyOrganizationEntity,
    operation: OrganizationOperationEntity,
    period: Period,
  ): Promise<void> {
    const before = await stateBefore(tx, this.history, operation);
    // one of the same day that was recorded later holds already
    if (before === 'SUPERSEDED') return;
    const open = !period.until;
    if (operation.kind === OperationKind.RENAMED) {
      if (open && before.name === organization.name) return;
      const { set } = await this.renaming.decide(tx, organization, { name: before.name }, period);
      return this.write(tx, organization.id, period, set);
    }
    if (operation.kind === OperationKind.RETYPED) {
      if (open && before.type === organization.type) return;
      const { set } = await this.retyping.decide(tx, organization, { type: before.type }, period);
      const term = before.past && { term_years: before.past.termYears, term_ends_on: before.past.termEndsOn };
      return this.write(tx, organization.id, period, { ...set, ...term });
    }
    const { parentId, relation } = before as { parentId: string; relation: ParentRelation };
    if (open && parentId === organization.parentId && relation === organization.relation) return;
    const { set } = await this.moving.decide(tx, organization, { parentId, relation }, period);
    await this.write(tx, organization.id, period, set);
    if (open) await this.tree.move(tx, organization.id, parentId, relation);
  }

  /** @throws PARENT_NOT_ACTIVE, NAME_TAKEN */
  private async revive(tx: EntityManager, organization: PartyOrganizationEntity, from: string): Promise<void> {
    const { id, associationId, parentId } = organization;
    if (parentId) checkPlace(organization, await identityOf(tx, parentId));
    await checkSiblings(tx, associationId, [organization]);
    const set = { status: OrganizationStatus.ACTIVE, dissolved_on: null };
    await this.write(tx, id, { from, until: null }, set);
  }

  /** It stays as dissolved from its first day: nobody took part in it, and its code is not given again. */
  private async unfound(tx: EntityManager, organization: PartyOrganizationEntity): Promise<void> {
    const { id, name, parentId, foundedOn } = organization;
    if (!parentId) throw organizationErrors.ROOT_STAYS({ name });
    const from = (await this.history.firstDay(tx, id))!;
    const [child] = await this.history.childrenSince(tx, id, from, null);
    const whenever = when(from, this.clock.today());
    if (child) throw organizationErrors.HAS_CHILDREN({ name, child: child.name, count: 1, ...whenever });
    await this.checks.check(tx, { organizationId: id, name, on: from });
    const on = foundedOn && foundedOn > from ? foundedOn : from;
    await this.write(tx, id, { from, until: null }, { status: OrganizationStatus.DISSOLVED, dissolved_on: on });
  }

  /** A newer report than that of the merge or split stays. */
  private async recount(
    tx: EntityManager,
    { id, reportedMemberCount }: PartyOrganizationEntity,
    { before, after }: OrganizationOperationEntity,
    period: Period,
  ): Promise<void> {
    if (!('reportedMemberCount' in after) || after['reportedMemberCount'] !== reportedMemberCount) return;
    await this.write(tx, id, period, {
      reported_member_count: (before['reportedMemberCount'] as number | null) ?? null,
      reported_on: (before['reportedOn'] as string | null) ?? null,
    });
  }

  private async write(tx: EntityManager, id: string, period: Period, set: ChangedColumns): Promise<void> {
    await this.history.change(tx, id, { ...period, set });
    if (period.until) return;
    const { parent_id: _parent, relation: _relation, ...own } = set;
    const names = Object.keys(own);
    if (names.length === 0) return;
    await tx.query(
      `update party_organization set ${names.map((name, i) => `${name} = $${i + 2}`).join(', ')} where id = $1`,
      [id, ...Object.values(own)],
    );
  }
}
