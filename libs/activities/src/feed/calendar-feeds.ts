import type { Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Config } from '@dangwu/platform/config';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { calendarFeedErrors } from './calendar-feed.errors';
import type { CalendarFeed, NewCalendarFeed } from './calendar-feed.type';

/** A phone, a tablet, two computers and one to spare: more addresses than that nobody keeps an eye on. */
export const mostFeeds = 5;

const columns = `id, name, created_at as "createdAt", last_used_at as "lastUsedAt"`;

/** What the table knows an address by. 256 random bits need no slow hash. */
export const feedHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** One's own calendar feeds: secret addresses, shown once, that end when one says so. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Those that answer, the newest first. */
  list(viewer: Viewer): Promise<CalendarFeed[]> {
    return this.within(viewer, (tx) => live(tx, viewer));
  }

  /** @throws CALENDAR_FEEDS_FULL, CALENDAR_FEED_BY_TOKEN */
  create(viewer: Viewer, name: string): Promise<NewCalendarFeed> {
    if (viewer.byToken) throw calendarFeedErrors.CALENDAR_FEED_BY_TOKEN();
    const token = randomBytes(32).toString('base64url');
    const id = newId();
    return this.within(viewer, async (tx) => {
      // of two at once the second counts the first
      await tx.query(`select from account where id = $1 for update`, [viewer.account.id]);
      if ((await live(tx, viewer)).length >= mostFeeds)
        throw calendarFeedErrors.CALENDAR_FEEDS_FULL({ limit: mostFeeds });
      await tx.query(
        `insert into calendar_feed (id, association_id, account_id, name, token_hash, created_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [id, viewer.association.id, viewer.account.id, name.trim(), feedHash(token), this.clock.now()],
      );
      await this.record(tx, viewer, 'createCalendarFeed', { name: name.trim() });
      const feed = (await live(tx, viewer)).find((one) => one.id === globalId('CalendarFeed', id))!;
      return { feed, url: `${this.config.publicUrl}/calendar/${token}.ics` };
    });
  }

  /** @throws UNKNOWN_ID for one of somebody else's, and for one that was revoked */
  revoke(viewer: Viewer, feedId: string): Promise<CalendarFeed[]> {
    const id = localId('CalendarFeed', feedId);
    return this.within(viewer, async (tx) => {
      const [revoked] = await tx.query<[{ name: string }[], number]>(
        `update calendar_feed set revoked_at = $3 where id = $1 and account_id = $2 and revoked_at is null
         returning name`,
        [id, viewer.account.id, this.clock.now()],
      );
      if (!revoked[0]) throw platformErrors.UNKNOWN_ID();
      await this.record(tx, viewer, 'revokeCalendarFeed', { name: revoked[0].name });
      return live(tx, viewer);
    });
  }

  private record(tx: EntityManager, viewer: Viewer, action: string, after: Record<string, unknown>): Promise<void> {
    return this.audit.record(tx, { action, subjectType: 'Account', subjectId: viewer.account.id, after });
  }

  private within<T>(viewer: Viewer, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(viewer.scope('account.own'), work);
  }
}

async function live(tx: EntityManager, { account }: Viewer): Promise<CalendarFeed[]> {
  const rows = await tx.query<CalendarFeed[]>(
    `select ${columns} from calendar_feed where account_id = $1 and revoked_at is null order by created_at desc, id desc`,
    [account.id],
  );
  return rows.map(({ id, ...feed }) => ({ ...feed, id: globalId('CalendarFeed', id) }));
}
