import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { MoreThan, type EntityManager } from 'typeorm';
import type { ActivityEntity } from '../activity/activity.entity';
import { GivenItems } from '../supervision/given-items';
import { keysOf } from '../supervision/named-people';
import { SupervisionItemEntity } from '../supervision/supervision-item.entity';
import { SupervisionSource, SupervisionState } from '../supervision/supervision-item.enums';
import type { MinutesContent, MinutesResolution } from './minutes-content';

const source = SupervisionSource.RESOLUTION;
const { OPEN, DROPPED } = SupervisionState;
const undone = { closedAt: null, closedBy: null } as const;

/** What was resolved becomes what somebody carries out. */
@Injectable()
export class Resolutions {
  constructor(
    private readonly clock: Clock,
    private readonly given: GivenItems,
  ) {}

  /**
   * Makes the items equal to the signed minutes, and tells their owners. What was carried out stays so; what a correction
   * took out is dropped.
   */
  async settle(tx: EntityManager, viewer: Viewer, activity: ActivityEntity, { items }: MinutesContent): Promise<void> {
    const { id: sourceId } = activity;
    const resolved = items.flatMap(({ resolutions }) => resolutions).filter(({ text }) => text);
    const given: SupervisionItemEntity[] = [];
    for (const [i, resolution] of resolved.entries()) given.push(await this.put(tx, activity, i + 1, resolution));
    for (const row of await tx.findBy(SupervisionItemEntity, { source, sourceId, no: MoreThan(resolved.length) }))
      await tx.save(SupervisionItemEntity, { ...row, state: DROPPED, ...undone });
    await this.given.tell(
      tx,
      viewer,
      activity,
      given.filter(({ state, owner }) => state === OPEN && owner),
    );
  }

  private async put(
    tx: EntityManager,
    { id: sourceId, associationId, organizationId, title }: ActivityEntity,
    no: number,
    { text, owner, ownerId, dueOn }: MinutesResolution,
  ): Promise<SupervisionItemEntity> {
    const present = await tx.findOneBy(SupervisionItemEntity, { source, sourceId, no });
    const { accountId, memberId, organizationId: ownerOrganizationId } = keysOf(ownerId);
    return tx.save(SupervisionItemEntity, {
      ...(present ?? {
        id: newId(this.clock.now().getTime()),
        associationId,
        organizationId,
        source,
        sourceId,
        sourceTitle: title,
        no,
      }),
      text,
      owner,
      ownerAccountId: accountId,
      ownerMemberId: memberId,
      ownerOrganizationId,
      dueOn,
      state: present && present.state !== DROPPED ? present.state : OPEN,
    }) as Promise<SupervisionItemEntity>;
  }
}
