import { Access, Unconfirmed, type Viewer } from '@dangwu/access';
import { Database, together, type ReadingConnection, type Statements } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { dayOf } from './activity-checks';
import { ActivityFrame } from './activity-frame';
import { ActivityEntity } from './activity.entity';
import type { CorrectActivityRecordInput, RecordActivityInput } from './activity.inputs';
import { ChangeActivity, checkStep, type ActivityChange } from './change-activity';
import { factsOf, lockForRecord, type RecordFacts } from './record-facts';
import { VenueBookings } from './venue-bookings';

/** A day on which nothing is due, for one that is none of the calendar, which is refused once the activity is found. */
const noDay = '1000-01-01';
const isDay = (day: string): boolean => /^[1-9]\d{3}-\d\d-\d\d$/.test(day);

/** An activity that was written, with what was read of it before that was committed. */
export interface WrittenRecord {
  readonly id: string;
  readonly answer?: Promise<unknown>;
}

/** Reads an activity by its UUID. */
export type Answer = (connection: ReadingConnection, id: string) => Promise<unknown>;

/** Writes records, which come in by the thousand when a month ends: asked once and written once, in two round trips. */
@Injectable()
export class WriteRecord {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly frame: ActivityFrame,
    private readonly changes: ChangeActivity,
    private readonly bookings: VenueBookings,
  ) {}

  /**
   * As `ChangeActivity.change`.
   * @param judge answers what is to be set
   * @throws UNKNOWN_ID, PERMISSION_MISSING, STALE_VERSION, ACTIVITY_STATE, VENUE_TAKEN, and what `judge` refuses
   * @param answer reads what was written, with the commit; without it, or where that cannot be, nothing is read
   */
  async write(
    viewer: Viewer,
    act: 'record' | 'correct',
    input: RecordActivityInput | CorrectActivityRecordInput,
    judge: (tx: Statements, facts: RecordFacts) => Promise<ActivityChange>,
    answer?: Answer,
  ): Promise<WrittenRecord> {
    const id = localId('Activity', input.id);
    const day = dayOf(input.startsAt);
    const outOfReach = new Error('not where the viewer may keep activities');
    try {
      return await this.database.plainTransaction(viewer.scope('activity.maintain'), async (tx) => {
        const [[place], [facts]] = await together([
          lockForRecord(tx, id),
          factsOf(tx, viewer, id, isDay(day) ? day : noDay),
        ]);
        // of a remembered viewer nothing counts before it is confirmed
        if (viewer.proof && !facts?.confirmed) throw new Unconfirmed();
        if (!place || !facts) throw outOfReach;
        this.access.require(viewer, 'activity.maintain', place, 'activity.read');
        checkStep(facts, act, input.version);
        await this.changes.set(tx, viewer, facts, await judge(tx, facts), facts.duties);
        const reading = answer && tx.reading();
        if (!reading) return { id };
        const read = answer(reading, id);
        // heard by whoever answers; what was written stays written
        read.catch(() => undefined);
        return { id, answer: read };
      });
    } catch (error) {
      if (error !== outOfReach) throw await this.bookings.refusalOf(viewer, error);
      await this.frame.find(viewer, (tx) => tx.findOneBy(ActivityEntity, { id }));
      throw platformErrors.UNKNOWN_ID();
    }
  }
}
