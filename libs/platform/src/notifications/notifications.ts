import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Audit, leavesNothing } from '../audit';
import { Clock } from '../clock';
import { LiveEvents } from '../events';
import { globalId, newId } from '../ids';
import { fillText } from '../text';
import { notificationKind } from './notification-kinds';
import { NotificationEntity } from './notification.entity';

export interface NewNotification {
  readonly accountId: string;
  readonly associationId: string;
  /** a name given to `defineNotifications` */
  readonly kind: string;
  readonly params?: Record<string, unknown>;
  /** path in the console, `/imports/…` */
  readonly link?: string | null;
}

/** The bell: rows written with what they tell about, heard at once by consoles that are open. */
@Injectable()
export class Notifications {
  constructor(
    private readonly live: LiveEvents,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** @returns the notification's id */
  async add(
    tx: EntityManager,
    { accountId, associationId, kind, params = {}, link }: NewNotification,
  ): Promise<string> {
    const { title, text } = notificationKind(kind);
    const id = newId();
    await tx.insert(NotificationEntity, {
      id,
      associationId,
      accountId,
      kind,
      params: params as object,
      title: fillText(title, params),
      text: fillText(text, params),
      link: link ?? null,
      createdAt: this.clock.now(),
    });
    await this.live.publish(tx, {
      to: accountId,
      associationId,
      kind: 'notification',
      id: globalId('Notification', id),
    });
    return id;
  }

  /** What was told is over, and not shown any more. */
  async withdraw(
    tx: EntityManager,
    accountId: string,
    { kind, link }: Required<Pick<NewNotification, 'kind' | 'link'>>,
  ): Promise<void> {
    const { affected } = await tx.update(
      NotificationEntity,
      { accountId, kind, link: link ?? IsNull(), deletedAt: IsNull() },
      { deletedAt: this.clock.now() },
    );
    if (affected) await this.live.publish(tx, { to: accountId, kind: 'notification', id: '' });
  }

  /**
   * Marks the account's own notifications; those of others are passed over in silence.
   * @param ids null = all
   * @returns how many were unread before
   */
  async markRead(tx: EntityManager, accountId: string, ids: readonly string[] | null): Promise<number> {
    const { affected } = await tx.update(
      NotificationEntity,
      { accountId, readAt: IsNull(), ...(ids && { id: In([...ids]) }) },
      { readAt: this.clock.now() },
    );
    if (!affected) {
      leavesNothing('none was new');
      return 0;
    }
    await this.audit.record(tx, {
      action: 'markNotificationsRead',
      subjectType: 'Account',
      subjectId: accountId,
      after: { read: affected },
    });
    await this.live.publish(tx, { to: accountId, kind: 'notification', id: '' });
    return affected;
  }
}
