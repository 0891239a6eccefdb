import { describeSeries, type HolidayPolicy } from '@dangwu/calendar';
import { after, column, one, readModel } from '@dangwu/read-model';
import { ActivitySeriesEntity } from './activity-series.entity';
import { ActivitySeries } from './activity-series.type';
import { seriesOf } from './series-occurrences';

export const ActivitySeriesModel = readModel<ActivitySeries, ActivitySeriesEntity>({
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
    words: after(['rule', 'startsOn', 'atTime', 'holidayPolicy'], (row) =>
      describeSeries(
        seriesOf({
          rule: String(row['rule']),
          startsOn: String(row['startsOn']),
          atTime: String(row['atTime']),
          holidayPolicy: row['holidayPolicy'] as HolidayPolicy,
          exceptions: [],
        }),
      ),
    ),
  },
});
