import type { Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActivityFrame } from '../activity/activity-frame';
import { ActivityEntity } from '../activity/activity.entity';
import { minutesActWords, minutesStateWords, type MinutesAct } from './minutes-words';
import { MinutesEntity } from './minutes.entities';
import { MinutesState } from './minutes.enums';
import { minutesErrors } from './minutes.errors';

const { DRAFT, AWAITING, LOCKED } = MinutesState;

/** In which states each is possible. */
const from: Readonly<Record<MinutesAct, readonly MinutesState[]>> = {
  save: [DRAFT],
  sign: [DRAFT, AWAITING],
  paper: [AWAITING],
  withdraw: [AWAITING],
  correct: [LOCKED],
};

/** What is done to minutes. */
export interface MinutesChange {
  readonly set: Partial<Omit<MinutesEntity, 'id' | 'version'>>;
  readonly action: string;
  readonly before?: object;
  readonly after: object;
  readonly reason?: string;
  /** readers of the activity look again */
  readonly told: boolean;
}

export interface MinutesStep {
  /** global id */
  readonly id: string;
  readonly version: number;
}

/** The frame of all writes of minutes: rights, the lock of the organization's activities, version, state, audit. */
@Injectable()
export class ChangeMinutes {
  constructor(
    private readonly frame: ActivityFrame,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
  ) {}

  /** @throws UNKNOWN_ID, PERMISSION_MISSING, MINUTES_CONFLICT, MINUTES_STATE, and what `work` refuses */
  async change(
    viewer: Viewer,
    act: MinutesAct,
    step: MinutesStep,
    work: (tx: EntityManager, minutes: MinutesEntity, activity: ActivityEntity) => Promise<MinutesChange>,
  ): Promise<string> {
    const id = localId('Minutes', step.id);
    const awaited = act === 'sign' ? await this.awaited(viewer, id) : null;
    const { organizationId } = awaited ?? (await this.frame.find(viewer, (tx) => tx.findOneBy(MinutesEntity, { id })));
    const within = async (tx: EntityManager): Promise<string> => {
      // of two editors the second waits here, and then sees what the first has saved
      const minutes = await tx.findOne(MinutesEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!minutes) throw platformErrors.UNKNOWN_ID();
      const activity = await tx.findOneByOrFail(ActivityEntity, { id: minutes.activityId });
      const { title } = activity;
      if (minutes.version !== step.version) throw minutesErrors.MINUTES_CONFLICT({ savedBy: minutes.savedBy });
      if (!from[act].includes(minutes.state)) {
        const [is, done] = [minutesStateWords[minutes.state], minutesActWords[act]];
        throw minutesErrors.MINUTES_STATE({ title, stateZh: is.zh, stateEn: is.en, actZh: done.zh, actEn: done.en });
      }
      const change = await work(tx, minutes, activity);
      await tx.save(MinutesEntity, { ...minutes, ...change.set });
      await this.leave(tx, viewer, activity, id, change);
      return id;
    };
    return this.frame.write(viewer, organizationId, within, awaited ? 'activity.read' : 'activity.maintain');
  }

  /** What an activity has or is given. `work` runs with the lock of the organization's activities. */
  async ofActivity(
    viewer: Viewer,
    activityId: string,
    work: (tx: EntityManager, activity: ActivityEntity) => Promise<string>,
  ): Promise<string> {
    const id = localId('Activity', activityId);
    const { organizationId } = await this.frame.find(viewer, (tx) => tx.findOneBy(ActivityEntity, { id }));
    return this.frame.write(viewer, organizationId, async (tx) => {
      const activity = await tx.findOne(ActivityEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!activity) throw platformErrors.UNKNOWN_ID();
      return work(tx, activity);
    });
  }

  /** What a write leaves behind it. */
  async leave(
    tx: EntityManager,
    viewer: Viewer,
    { id: activityId, title, organizationId }: ActivityEntity,
    id: string,
    { action, before, after, reason, told }: Omit<MinutesChange, 'set'>,
  ): Promise<void> {
    await this.audit.record(tx, {
      action,
      subjectType: 'Minutes',
      subjectId: id,
      subjectName: title,
      organizationId,
      reason,
      before: before ? { ...before } : null,
      after: { ...after },
    });
    const associationId = viewer.association.id;
    if (told)
      await this.live.publish(tx, {
        to: 'association',
        kind: 'activity',
        id: globalId('Activity', activityId),
        associationId,
      });
  }

  /** Minutes that await the viewer's own signature, who need not keep the activities there. */
  private awaited(viewer: Viewer, id: string): Promise<MinutesEntity | null> {
    return this.database.transaction(viewer.scope('activity.read'), (tx) =>
      tx.findOneBy(MinutesEntity, { id, state: AWAITING, chairAccountId: viewer.account.id }),
    );
  }
}
