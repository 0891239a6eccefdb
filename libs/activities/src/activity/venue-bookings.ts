import type { Viewer } from '@dangwu/access';
import { associationZone } from '@dangwu/platform/clock';
import { Database, together, type Statements } from '@dangwu/platform/database';
import { Injectable } from '@nestjs/common';
import { VenueEntity } from '../catalogue/catalogue.entities';
import { lockVenue } from '../catalogue/venue-lock';
import { activityErrors } from './activity.errors';

export interface Booking {
  readonly venueId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

interface Other {
  readonly title: string;
  readonly organization: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The constraint refused a booking; who was first is looked up afterwards, with the eyes of whoever asks. */
class Taken extends Error {
  constructor(readonly booking: Booking) {
    super('activity_venue_once');
  }
}

const clockTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: associationZone,
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A venue is booked once at a time: the constraint `activity_venue_once` holds that, this says who was first. */
@Injectable()
export class VenueBookings {
  constructor(private readonly database: Database) {}

  /** Writes what may book a venue; the lock goes out in front, at once, and nobody waits for it alone. */
  async book(tx: Statements, booking: Booking, write: () => Promise<unknown>): Promise<void> {
    try {
      await together([booking.venueId ? lockVenue(tx, booking.venueId) : Promise.resolve(), write()]);
    } catch (error) {
      throw isTaken(error) ? new Taken(booking) : error;
    }
  }

  /** The refusal that names the other activity, as far as the viewer may see it; any other error as it is. */
  async refusalOf(viewer: Viewer, error: unknown): Promise<unknown> {
    if (!(error instanceof Taken)) return error;
    const { venueId, startsAt, endsAt } = error.booking;
    return this.database.transaction(viewer.scope('activity.read'), async (tx) => {
      const venue = await tx.findOneByOrFail(VenueEntity, { id: venueId! });
      const [other] = await tx.query<Other[]>(
        `select a.title, o.name as organization, a.starts_at as "startsAt", a.ends_at as "endsAt"
         from activity a join party_organization o on o.id = a.organization_id
         where a.venue_id = $1 and tstzrange(a.starts_at, a.ends_at) && tstzrange($2, $3)
           and a.state in ('SCHEDULED', 'HELD', 'RECORDED') and a.deleted_at is null
         order by a.starts_at limit 1`,
        [venueId, startsAt, endsAt],
      );
      return activityErrors.VENUE_TAKEN({ venue: venue.name, ...(other ? named(other) : unnamed) });
    });
  }
}

const unnamed = { otherZh: '另一个组织的活动', otherEn: 'by an activity of another organization' };

function named({ title, organization, startsAt, endsAt }: Other): { otherZh: string; otherEn: string } {
  const span = `${clockTime.format(startsAt)} – ${clockTime.format(endsAt)}`;
  return { otherZh: `${organization}“${title}”（${span}）`, otherEn: `"${title}" of ${organization} (${span})` };
}

/** TypeORM wraps the driver's errors and keeps what they say. */
const isTaken = (error: unknown): boolean =>
  error instanceof Error && (error as { constraint?: string }).constraint === 'activity_venue_once';
