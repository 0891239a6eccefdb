import { Viewers, type Viewer } from '@dangwu/access';
import { Clock, plusDays } from '@dangwu/platform/clock';
import { Config } from '@dangwu/platform/config';
import { Database } from '@dangwu/platform/database';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ActivityState } from '../activity/activity.enums';
import { feedHash } from './calendar-feeds';
import { ActivitySeriesEntity } from '../series/activity-series.entity';
import { SeriesOccurrences } from '../series/series-occurrences';
import type { CalendarEntry } from './calendar-writer';
import { foldSeries, type Occurring } from './fold-series';

/** What is older stands in the console; a calendar program reads it all each time. */
const daysBack = 180;
const most = 2_000;

interface Row {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly state: ActivityState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string | null;
  readonly updatedAt: Date;
  readonly seriesId: string | null;
  readonly occursOn: string | null;
}

/** What a calendar shows: the rights are those of the moment in which it is read. */
@Injectable()
export class FeedEntries {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly viewers: Viewers,
    private readonly occurrences: SeriesOccurrences,
  ) {}

  /** Null: the address is no feed, was revoked, or its account is disabled. */
  async of(token: string): Promise<{ readonly viewer: Viewer; readonly entries: CalendarEntry[] } | null> {
    const viewer = await this.viewers.viewerOfFeed(feedHash(token));
    if (!viewer) return null;
    const entries = await this.database.transaction(viewer.scope('activity.read'), async (tx) => {
      const found = (await this.rows(tx, viewer)).map((row) => this.entry(row));
      const ids = new Set(found.flatMap(({ seriesId }) => seriesId ?? []));
      if (ids.size === 0) return found;
      const series = await tx.findBy(ActivitySeriesEntity, { id: In([...ids]) });
      const calendar = await this.occurrences.calendar(tx, viewer.association.id);
      return foldSeries(found, series, calendar, `${this.config.publicUrl}/calendar`);
    });
    return { viewer, entries };
  }

  /**
   * Of the organizations at which the person has a role that reads activities, and of those the person belongs to; of
   * whoever has one for the whole association, those of its root. Row-level security takes away what may not be read.
   */
  private rows(tx: EntityManager, viewer: Viewer): Promise<Row[]> {
    const today = this.clock.today();
    const whole = viewer.grants.some(({ organizationId }) => organizationId === null);
    const own = viewer.grants.flatMap(({ organizationId }) => organizationId ?? []);
    return tx.query<Row[]>(
      `select a.id, a.version, a.title, a.state, a.starts_at as "startsAt", a.ends_at as "endsAt",
         coalesce(v.name, a.place) as place, a.updated_at as "updatedAt",
         a.series_id as "seriesId", a.occurs_on::text as "occursOn"
       from activity a join party_organization o on o.id = a.organization_id left join venue v on v.id = a.venue_id
       where a.deleted_at is null and a.state <> 'DRAFT' and a.held_on >= $1
         and (a.organization_id = any($2) or ($3 and o.parent_id is null) or exists (
           select from account c join affiliation f on f.member_id = c.member_id
           where c.id = $4 and f.organization_id = a.organization_id and f.deleted_at is null
             and f.since <= $5 and (f.until is null or f.until > $5)))
       order by a.starts_at, a.id limit $6`,
      [plusDays(today, -daysBack), own, whole && viewer.holds('activity.read'), viewer.account.id, today, most],
    );
  }

  private entry({ id, version, title, state, startsAt, endsAt, place, updatedAt, seriesId, occursOn }: Row): Occurring {
    return {
      uid: id,
      sequence: version - 1,
      changedAt: updatedAt,
      startsAt,
      endsAt,
      title,
      place,
      link: `${this.config.publicUrl}/activities/${globalId('Activity', id)}`,
      cancelled: state === ActivityState.CANCELLED || state === ActivityState.POSTPONED,
      seriesId,
      occursOn,
    };
  }
}
