import type { Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { platformErrors } from '@dangwu/platform/errors';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { MoreThan, type EntityManager } from 'typeorm';
import type { ActivityEntity } from '../activity/activity.entity';
import { ChangeMinutes } from './change-minutes';
import type { MinutesContent } from './minutes-content';
import { resolutionStateWords } from './minutes-words';
import { ResolutionEntity } from './minutes.entities';
import { ResolutionState } from './minutes.enums';
import { minutesErrors } from './minutes.errors';
import type { CompleteResolutionInput } from './minutes.inputs';

/** What was resolved, as rows that somebody carries out. */
@Injectable()
export class Resolutions {
  constructor(
    private readonly changes: ChangeMinutes,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Makes the rows equal to the signed minutes. What was carried out stays so; what a correction took out is dropped. */
  async settle(tx: EntityManager, activity: ActivityEntity, { items }: MinutesContent): Promise<void> {
    const { id: activityId, associationId, organizationId } = activity;
    const resolved = items.flatMap(({ resolutions }) => resolutions).filter(({ text }) => text);
    for (const [i, { text, owner, dueOn }] of resolved.entries()) {
      const no = i + 1;
      const present = await tx.findOneBy(ResolutionEntity, { activityId, no });
      const state = present && present.state !== ResolutionState.DROPPED ? present.state : ResolutionState.OPEN;
      await tx.save(ResolutionEntity, {
        ...(present ?? { id: newId(this.clock.now().getTime()), associationId, activityId, organizationId, no }),
        text,
        owner,
        dueOn,
        state,
      });
    }
    const gone = { activityId, no: MoreThan(resolved.length) };
    for (const row of await tx.findBy(ResolutionEntity, gone))
      await tx.save(ResolutionEntity, { ...row, state: ResolutionState.DROPPED, doneAt: null, doneBy: null });
  }

  /** It was carried out. @returns UUID of its activity. @throws STALE_VERSION, RESOLUTION_STATE */
  async complete(viewer: Viewer, input: CompleteResolutionInput): Promise<string> {
    const id = localId('Resolution', input.id);
    const found = await this.changes.find(viewer, (tx) => tx.findOneBy(ResolutionEntity, { id }));
    return this.changes.ofActivity(viewer, globalId('Activity', found.activityId), async (tx, activity) => {
      const row = await tx.findOne(ResolutionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!row) throw platformErrors.UNKNOWN_ID();
      if (row.version !== input.version) throw platformErrors.STALE_VERSION({ current: row.version });
      const { state } = row;
      if (state !== ResolutionState.OPEN) {
        const { zh, en } = resolutionStateWords[state];
        throw minutesErrors.RESOLUTION_STATE({ stateZh: zh, stateEn: en });
      }
      const done = { state: ResolutionState.DONE, doneAt: this.clock.now(), doneBy: viewer.account.name };
      await tx.save(ResolutionEntity, { ...row, ...done });
      await this.audit.record(tx, {
        action: 'resolution.complete',
        subjectType: 'Resolution',
        subjectId: id,
        subjectName: activity.title,
        organizationId: activity.organizationId,
        before: { state },
        after: { state: ResolutionState.DONE },
      });
      return activity.id;
    });
  }
}
