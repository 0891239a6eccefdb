import { PlaceTree } from '@dangwu/access';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkPlace, checkSiblings } from '../organization-checks';
import { OrganizationHistory } from '../history/organization-history';
import { identityOf } from '../organization-identity';
import { OperationKind, type ParentRelation } from '../organization.enums';
import type { PartyOrganizationEntity } from '../organization.entity';
import { organizationErrors } from '../organization.errors';
import type { Decision, OrganizationChange, Period } from './organization-change';

export interface NewPlace {
  readonly parentId: string;
  readonly relation: ParentRelation;
}

@Injectable()
export class MoveOrganization implements OrganizationChange<NewPlace> {
  readonly kind = OperationKind.MOVED;
  readonly action = 'moveOrganization';

  constructor(
    private readonly tree: PlaceTree,
    private readonly history: OrganizationHistory,
  ) {}

  /** @throws ROOT_STAYS, NOTHING_CHANGES, PARENT_NOT_ACTIVE, TYPE_UNDER_TYPE, GROUP_IS_LED, MOVE_BELOW_ITSELF, NAME_TAKEN */
  async decide(
    tx: EntityManager,
    organization: PartyOrganizationEntity,
    { parentId, relation }: NewPlace,
    { from, until }: Period,
  ): Promise<Decision> {
    const { id, name, associationId } = organization;
    if (!organization.parentId) throw organizationErrors.ROOT_STAYS({ name });
    if (!until && organization.parentId === parentId && organization.relation === relation)
      throw organizationErrors.NOTHING_CHANGES({ name, on: from });
    const parent = await identityOf(tx, parentId);
    // in the past, too: a tree that had a cycle on any day cannot be shown as of that day
    if (await this.history.isBelowSince(tx, parentId, id, from, until))
      throw organizationErrors.MOVE_BELOW_ITSELF({ name, parent: parent.name, on: from });
    checkPlace({ ...organization, relation }, parent);
    if (!until) await checkSiblings(tx, associationId, [{ id, name, parentId }]);
    const present = await identityOf(tx, organization.parentId);
    return {
      set: { parent_id: parentId, relation },
      before: { parentId: organization.parentId, parent: present.name, relation: organization.relation },
      after: { parentId, parent: parent.name, relation },
    };
  }

  async carryOut(tx: EntityManager, { id }: PartyOrganizationEntity, { parentId, relation }: NewPlace): Promise<void> {
    await this.tree.move(tx, id, parentId, relation);
  }
}
