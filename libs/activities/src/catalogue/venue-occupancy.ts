import type { Viewer } from '@dangwu/access';
import { associationZone, plusDays } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ActivityEntity } from '../activity/activity.entity';
import { VenueEntity } from './catalogue.entities';
import { catalogueErrors } from './catalogue.errors';
import type { VenueBooking } from './catalogue.type';

/** How long a span may be asked for: six weeks show a month. */
const mostDays = 42;

/** When a venue is booked: everybody may know that, by what only whoever may see the activity. */
@Injectable()
export class VenueOccupancy {
  constructor(private readonly database: Database) {}

  /**
   * @param from first day, @param to last day
   * @throws UNKNOWN_ID, VENUE_SPAN
   */
  async of(viewer: Viewer, venue: string, from: string, to: string): Promise<VenueBooking[]> {
    if (to < from || to > plusDays(from, mostDays - 1)) throw catalogueErrors.VENUE_SPAN({ from, to, days: mostDays });
    const id = localId('Venue', venue);
    const booked = await this.database.transaction(viewer.scope('catalogue.read'), async (tx) => {
      if (!(await tx.existsBy(VenueEntity, { id }))) throw platformErrors.UNKNOWN_ID();
      return tx.query<{ id: string; startsAt: Date; endsAt: Date }[]>(
        `select activity_id as id, starts_at as "startsAt", ends_at as "endsAt"
         from dangwu_venue_occupancy($1, $2::date::timestamp at time zone $4,
           ($3::date + 1)::timestamp at time zone $4)`,
        [id, from, to, associationZone],
      );
    });
    const seen = await this.database.transaction(viewer.scope('activity.read'), (tx) =>
      tx.find(ActivityEntity, {
        select: { id: true, title: true, organizationId: true },
        where: { id: In(booked.map((one) => one.id)) },
      }),
    );
    const byId = new Map(seen.map((activity) => [activity.id, activity]));
    return booked.map(({ id: activityId, startsAt, endsAt }) => {
      const activity = byId.get(activityId);
      return {
        startsAt,
        endsAt,
        activityId: activity ? globalId('Activity', activityId) : null,
        title: activity?.title ?? null,
        organizationId: activity ? globalId('PartyOrganization', activity.organizationId) : null,
      };
    });
  }
}
