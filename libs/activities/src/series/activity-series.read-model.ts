import { describeSeries, type HolidayPolicy } from '@dangwu/calendar';
import { after, asc, column, one, readModel, sql } from '@dangwu/read-model';
import { ActivitySeriesEntity } from './activity-series.entity';
import { ActivitySeries } from './activity-series.type';
import { seriesOf } from './series-occurrences';

export const ActivitySeriesModel = readModel<ActivitySeries, ActivitySeriesEntity, { ended?: boolean | null }, 'TITLE'>(
  {
    type: ActivitySeries,
    entity: ActivitySeriesEntity,
    place: 'organizationId',
    read: 'activity.read',
    deleted: 'deletedAt',
    fields: {
      organization: one('organizationId'),
      type: one('activityTypeId'),
      time: column('atTime'),
      venue: one('venueId'),
      exceptions: (series) => sql`${series.exceptions}::date[]`,
      additions: (series) => sql`${series.additions}::date[]`,
      words: after(['rule', 'startsOn', 'atTime', 'holidayPolicy'], (row) =>
        describeSeries(
          seriesOf({
            rule: String(row['rule']),
            startsOn: String(row['startsOn']),
            atTime: String(row['atTime']),
            holidayPolicy: row['holidayPolicy'] as HolidayPolicy,
            exceptions: [],
            additions: [],
          }),
        ),
      ),
    },
    orders: { TITLE: [asc('title'), asc('startsOn')] },
    filters: { ended: (series, ended) => sql`(${series.endedReason} is not null) = ${ended}::boolean` },
  },
);
