import { Access, CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { describeSeries } from '@dangwu/calendar';
import { localId } from '@dangwu/platform/ids';
import { Reader } from '@dangwu/read-model';
import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import {
  ActivitySeriesMoveArguments,
  AddSeriesDateInput,
  AllActivitySeriesArguments,
  ChangeActivitySeriesInput,
  EndActivitySeriesInput,
  MoveActivitySeriesInput,
  PlanActivitySeriesInput,
  SeriesPreviewArguments,
} from './activity-series.inputs';
import { ActivitySeriesModel } from './activity-series.read-model';
import { ActivitySeriesService, recurring } from './activity-series.service';
import { ActivitySeries, ActivitySeriesConnection, SeriesMove, SeriesPreview } from './activity-series.type';
import { AddSeriesDate } from './add-series-date';
import { ChangeActivitySeries } from './change-series';
import { seriesOf } from './series-occurrences';
import { ShiftActivitySeries } from './shift-activity-series';

@Resolver()
export class ActivitySeriesResolver {
  constructor(
    private readonly reader: Reader,
    private readonly planning: ActivitySeriesService,
    private readonly changes: ChangeActivitySeries,
    private readonly shifts: ShiftActivitySeries,
    private readonly dates: AddSeriesDate,
    private readonly access: Access,
  ) {}

  @Requires('activity.read')
  @Query(() => ActivitySeries, {
    nullable: true,
    description: 'A series of activities; null when there is none or you may not read it.',
  })
  activitySeries(
    @Args('id', { type: () => ID, description: 'The series.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(ActivitySeriesModel, { key: localId('ActivitySeries', id) }, info, viewer);
  }

  @Requires('activity.read')
  @Query(() => ActivitySeriesConnection, { description: 'The series of activities you may read (系列活动), by title.' })
  async allActivitySeries(
    @Args() { within, ended, ...page }: AllActivitySeriesArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const place = within ? { within: await this.access.below(viewer, within) } : {};
    const filter = { ended: ended ?? null };
    return this.reader.connection(ActivitySeriesModel, { ...page, ...place, filter, order: 'TITLE' }, info, viewer);
  }

  @Requires('activity.maintain')
  @Query(() => SeriesPreview, { description: 'When a series would occur, for looking at before it is planned.' })
  async seriesPreview(
    @Args() { recurrence }: SeriesPreviewArguments,
    @CurrentViewer() viewer: Viewer,
  ): Promise<SeriesPreview> {
    const dates = await this.planning.preview(viewer, recurrence);
    return {
      words: describeSeries(seriesOf(recurring(recurrence))),
      dates: dates.map(({ certainty, ...date }) => ({ ...date, provisional: certainty !== 'NOTICED' })),
    };
  }

  @Requires('activity.maintain')
  @Mutation(() => ActivitySeries, {
    description: 'Plan a series; what occurs within 400 days is scheduled (安排系列).',
  })
  planActivitySeries(
    @Args('input', { description: 'The series.' }) input: PlanActivitySeriesInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.planning.plan(viewer, input), info, viewer);
  }

  @Requires('activity.maintain')
  @Mutation(() => ActivitySeries, {
    description:
      'Change a series from one of its occurrences: this one and those after it, or all that lie ahead (修改系列).',
  })
  changeActivitySeries(
    @Args('input', { description: 'From which occurrence, what changes.' }) input: ChangeActivitySeriesInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.changes.change(viewer, input), info, viewer);
  }

  @Requires('activity.maintain')
  @Query(() => SeriesMove, { description: 'What moveActivitySeries would do, told before it is done.' })
  activitySeriesMove(
    @Args() { input }: ActivitySeriesMoveArguments,
    @CurrentViewer() viewer: Viewer,
  ): Promise<SeriesMove> {
    return this.shifts.foresee(viewer, input);
  }

  @Requires('activity.maintain')
  @Mutation(() => ActivitySeries, {
    description:
      'Move a series by one of its dates: Fridays become Thursdays, of this and following or of all that lie ahead; what was changed by itself stays (整体改期).',
  })
  moveActivitySeries(
    @Args('input', { description: 'Which occurrence, and when it is due.' }) input: MoveActivitySeriesInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.shifts.move(viewer, input), info, viewer);
  }

  @Requires('activity.maintain')
  @Mutation(() => ActivitySeries, {
    description: 'End a series: an occurrence and all after it are cancelled (结束系列).',
  })
  endActivitySeries(
    @Args('input', { description: 'From which occurrence, why.' }) input: EndActivitySeriesInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.changes.end(viewer, input), info, viewer);
  }

  @Requires('activity.maintain')
  @Mutation(() => ActivitySeries, { description: 'Hold a series once more, on a day beside its rule (加一次).' })
  addSeriesDate(
    @Args('input', { description: 'Of which series, when, why.' }) input: AddSeriesDateInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.dates.add(viewer, input), info, viewer);
  }

  private async read(written: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(ActivitySeriesModel, { key: await written }, info, viewer);
  }
}
