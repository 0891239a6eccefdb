import { platformErrors } from '@dangwu/platform/errors';
import { Clock } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ChangeOrganization } from '../change-organization';
import { OrganizationHistory } from '../history/organization-history';
import { OperationKind, OrganizationStatus, type ParentRelation } from '../organization.enums';
import { PartyOrganizationEntity } from '../organization.entity';
import { organizationErrors } from '../organization.errors';
import { DissolveOrganization } from './dissolve-organization';
import { MoveOrganization } from './move-organization';
import type { Carrying, Decision, OrganizationChange, Period } from './organization-change';

/** Who is merged into the organization, by UUID. */
export interface Merged {
  readonly ids: readonly string[];
}

/** Several into one: what stands below them moves, they are dissolved, reported members add up. */
@Injectable()
export class MergeOrganizations implements OrganizationChange<Merged> {
  readonly kind = OperationKind.MERGED;
  readonly action = 'mergeOrganizations';
  readonly many = true;

  constructor(
    private readonly frame: ChangeOrganization,
    private readonly history: OrganizationHistory,
    private readonly moving: MoveOrganization,
    private readonly dissolving: DissolveOrganization,
    private readonly clock: Clock,
  ) {}

  refersTo({ ids }: Merged): readonly string[] {
    return ids;
  }

  /** @throws COUNT_CHANGED_LATER, ORGANIZATION_DISSOLVED, ROOT_STAYS, MERGE_ITSELF, MERGE_INTO_BELOW, CHILD_CAME_OR_WENT */
  async decide(
    tx: EntityManager,
    into: PartyOrganizationEntity,
    { ids }: Merged,
    { from, until }: Period,
  ): Promise<Decision> {
    if (until) throw organizationErrors.COUNT_CHANGED_LATER({ name: into.name, later: until, on: from });
    const merged = await this.load(tx, ids);
    for (const { id, name, parentId, status, dissolvedOn } of merged) {
      if (id === into.id) throw organizationErrors.MERGE_ITSELF({ name });
      if (!parentId) throw organizationErrors.ROOT_STAYS({ name });
      if (status === OrganizationStatus.DISSOLVED)
        throw organizationErrors.ORGANIZATION_DISSOLVED({ name, on: dissolvedOn });
      if (await this.history.isBelowSince(tx, into.id, id, from, null))
        throw organizationErrors.MERGE_INTO_BELOW({ name, into: into.name, on: from });
      const children = await this.history.childrenSince(tx, id, from, null);
      const moved = await this.history.cameOrWent(
        tx,
        children.map((child) => child.id),
        id,
        from,
      );
      if (moved) throw organizationErrors.CHILD_CAME_OR_WENT({ child: moved.name, day: moved.day, name, on: from });
    }
    const counts = [into, ...merged].flatMap(({ reportedMemberCount }) => reportedMemberCount ?? []);
    const names = merged.map(({ name }) => name);
    const { reportedMemberCount, reportedOn } = into;
    // nothing to add up when none of those merged was ever counted
    if (counts.length === (reportedMemberCount === null ? 0 : 1)) return { set: {}, before: {}, after: { names } };
    const total = counts.reduce((sum, count) => sum + count, 0);
    const today = this.clock.today();
    const reported = from > today ? today : from;
    return {
      set: { reported_member_count: total, reported_on: reported },
      before: { reportedMemberCount, reportedOn },
      after: { names, reportedMemberCount: total, reportedOn: reported },
    };
  }

  async carryOut(
    tx: EntityManager,
    into: PartyOrganizationEntity,
    { ids }: Merged,
    { actor, ...entry }: Carrying,
  ): Promise<void> {
    // the deepest first: one that stands below another of them is gone before that one is asked about its children
    const merged = (await this.load(tx, ids)).sort((a, b) => b.path.length - a.path.length);
    for (const { id } of merged) {
      const children = await this.history.childrenSince(tx, id, entry.effectiveOn, null);
      const rows = await tx.findBy(PartyOrganizationEntity, { id: In(children.map((child) => child.id)) });
      for (const child of rows)
        await this.frame.apply(tx, actor, this.moving, step(child.id, entry), {
          parentId: into.id,
          relation: child.relation as ParentRelation,
        });
      const wanted = { into: into.name, intoId: into.id };
      await this.frame.apply(tx, actor, this.dissolving, step(id, entry), wanted);
    }
  }

  private async load(tx: EntityManager, ids: readonly string[]): Promise<PartyOrganizationEntity[]> {
    const found = await tx.findBy(PartyOrganizationEntity, { id: In([...ids]) });
    const byId = new Map(found.map((row) => [row.id, row]));
    return ids.map((id) => {
      const row = byId.get(id);
      if (!row) throw platformErrors.UNKNOWN_ID();
      return row;
    });
  }
}

const step = (id: string, { effectiveOn, basis, groupId }: Omit<Carrying, 'actor'>) => ({
  id,
  effectiveOn,
  basis,
  groupId,
});
