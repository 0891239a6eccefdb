import './activity-series.audited';
import { ActivitySeriesEntity } from './activity-series.entity';
import { ActivitySeriesModel } from './activity-series.read-model';
import { ActivitySeriesResolver } from './activity-series.resolver';
import { ActivitySeriesService } from './activity-series.service';
import { AddSeriesDate } from './add-series-date';
import { ChangeActivitySeries } from './change-series';
import { ExtendSeries } from './extend-series.job';
import { MoveOccurrences } from './move-occurrences';
import { SeriesFrame } from './series-frame';
import { SeriesOccurrences } from './series-occurrences';
import { ShiftActivitySeries } from './shift-activity-series';
import { WriteOccurrences } from './write-occurrences';

export const seriesEntities = [ActivitySeriesEntity];
export const seriesModels = [ActivitySeriesModel];

/** Series, for the providers of the activities module. */
export const seriesProviders = [
  ActivitySeriesResolver,
  ActivitySeriesService,
  AddSeriesDate,
  ChangeActivitySeries,
  ExtendSeries,
  MoveOccurrences,
  SeriesFrame,
  SeriesOccurrences,
  ShiftActivitySeries,
  WriteOccurrences,
];
