import { Access, type Permission, type Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MatterRecords, type MatterEvent } from '../record/matter-records';
import { possible, type MatterAct } from './matter-lifecycle';
import { matterActWords, matterStateWords } from './matter-words';
import { CouncilItemEntity, MatterEntity } from './matter.entity';
import { matterErrors } from './matter.errors';
import { seenMatter } from './seen-matter';

/** What is done to a matter. */
export interface MatterChange {
  readonly set: Partial<Omit<MatterEntity, 'id' | 'version'>>;
  readonly event: MatterEvent;
}

export interface MatterStep {
  /** global id */
  readonly id: string;
  readonly version: number;
}

/** The frame of all writes of matters: rights, lock, version, state, the row, the record with its audit event, a live event. */
@Injectable()
export class ChangeMatter {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly records: MatterRecords,
    private readonly live: LiveEvents,
  ) {}

  /** What is new at an organization. @throws UNKNOWN_ID, PERMISSION_MISSING, and what `work` refuses */
  async add(
    viewer: Viewer,
    organizationId: string,
    work: (tx: EntityManager) => Promise<{ readonly matter: MatterEntity; readonly event: MatterEvent }>,
  ): Promise<string> {
    this.access.require(viewer, 'matter.propose', await this.access.place(null, viewer, organizationId));
    return this.database.transaction(viewer.scope('matter.propose'), async (tx) => {
      const { matter, event } = await work(tx);
      await this.leave(tx, viewer, matter, event);
      return matter.id;
    });
  }

  /**
   * What is there.
   * @param act of the state machine; null: possible in every state, as far as `work` does not refuse
   * @returns its UUID
   * @throws UNKNOWN_ID, PERMISSION_MISSING, STALE_VERSION, MATTER_STATE, and what `work` refuses
   */
  async change(
    viewer: Viewer,
    permission: Permission,
    act: MatterAct | null,
    step: MatterStep,
    work: (tx: EntityManager, matter: MatterEntity) => Promise<MatterChange>,
  ): Promise<string> {
    const id = localId('Matter', step.id);
    await this.find(viewer, permission, id);
    return this.database.transaction(viewer.scope(permission), async (tx) => {
      await this.within(tx, viewer, act, { id, version: step.version }, work);
      return id;
    });
  }

  /**
   * The same in the transaction of something larger, whose rights were asked before.
   * @param step the id is a UUID; without a version whatever the matter has become is changed
   * @throws UNKNOWN_ID, STALE_VERSION, MATTER_STATE, and what `work` refuses
   */
  async within(
    tx: EntityManager,
    viewer: Viewer,
    act: MatterAct | null,
    { id, version }: { readonly id: string; readonly version?: number },
    work: (tx: EntityManager, matter: MatterEntity) => Promise<MatterChange>,
  ): Promise<MatterEntity> {
    const matter = await tx.findOne(MatterEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!matter) throw platformErrors.UNKNOWN_ID();
    if (version !== undefined && matter.version !== version)
      throw platformErrors.STALE_VERSION({ current: matter.version });
    if (act) await refuseImpossible(tx, act, matter);
    const { set, event } = await work(tx, matter);
    const { searchText: _, neverSubmitted: __, ...row } = matter;
    await tx.save(MatterEntity, { ...row, ...set });
    await this.leave(tx, viewer, { ...matter, ...set }, event);
    return matter;
  }

  /** Who may see it but not do this is told so; to others it does not exist. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async find(viewer: Viewer, permission: Permission, id: string): Promise<MatterEntity> {
    const matter = await seenMatter(this.database, viewer, id);
    const place = await this.access.place(null, viewer, matter.organizationId);
    this.access.require(viewer, permission, place, 'matter.read');
    return matter;
  }

  /** What a write leaves behind it: the entry of the record, its audit event, a live event. */
  async leave(tx: EntityManager, viewer: Viewer, matter: MatterEntity, event: MatterEvent): Promise<void> {
    await this.records.add(tx, viewer, matter, event);
    const associationId = viewer.association.id;
    await this.live.publish(tx, {
      to: 'association',
      kind: 'matter',
      id: globalId('Matter', matter.id),
      associationId,
    });
  }
}

async function refuseImpossible(tx: EntityManager, act: MatterAct, matter: MatterEntity): Promise<void> {
  const item = await tx.findOneBy(CouncilItemEntity, { matterId: matter.id });
  if (possible(act, { ...matter, outcome: item?.outcome ?? null })) return;
  const [is, done] = [matterStateWords[matter.state], matterActWords[act]];
  throw matterErrors.MATTER_STATE({
    title: matter.title,
    stateZh: is.zh,
    stateEn: is.en,
    actZh: done.zh,
    actEn: done.en,
  });
}
