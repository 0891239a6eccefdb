import { everywhere, type Viewer } from '@dangwu/access';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MatterEntity } from '../matter/matter.entity';
import { renumber } from './agenda-order';
import { ChangeSession } from './change-session';
import { SessionNotices } from './session-notices';
import { ReviewSessionEntity, SessionItemEntity } from './session.entity';
import { SessionItemState, SessionState } from './session.enums';
import { sessionErrors } from './session.errors';

/** Takes what its proposer withdraws off the agenda it is on; the proposer need not see the session. */
@Injectable()
export class WithdrawnMatters {
  constructor(
    private readonly changes: ChangeSession,
    private readonly notices: SessionNotices,
  ) {}

  /** @throws SESSION_ITEM_BEGUN when it is being dealt with */
  async takeOff(
    tx: EntityManager,
    viewer: Viewer,
    { id: matterId, title }: MatterEntity,
    reason: string,
  ): Promise<void> {
    await everywhere(tx, async () => {
      const item = await tx.findOneBy(SessionItemEntity, { matterId, state: SessionItemState.WAITING });
      if (!item) {
        if (await tx.existsBy(SessionItemEntity, { matterId, state: SessionItemState.CURRENT }))
          throw sessionErrors.SESSION_ITEM_BEGUN({ item: title });
        return;
      }
      const session = await tx.findOneOrFail(ReviewSessionEntity, {
        where: { id: item.sessionId },
        lock: { mode: 'pessimistic_write' },
      });
      await tx.update(SessionItemEntity, item.id, { state: SessionItemState.REMOVED });
      // while it sits, numbers are what people say to each other
      if (session.state !== SessionState.OPEN) await renumber(tx, session.id);
      await this.notices.changed(tx, session, 'AGENDA');
      await this.changes.leave(tx, viewer, session, {
        action: 'session.removeItem',
        before: { item: title },
        reason,
      });
    });
  }
}
