import { CurrentViewer, onceACall, Requires, type Viewer } from '@dangwu/access';
import { isTextWanted, Reader, shortWay } from '@dangwu/read-model';
import { Args, Extensions, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import {
  CancelActivityInput,
  ChangeActivityInput,
  CorrectActivityRecordInput,
  DeleteDraftActivityInput,
  PlanActivityInput,
  PostponeActivityInput,
  RecordActivityInput,
  ScheduleActivityInput,
} from './activity.inputs';
import { ActivityModel } from './activity.read-model';
import { ActivityService } from './activity.service';
import { Activity } from './activity.type';
import { PutOffActivity } from './put-off-activity';
import { RecordActivity } from './record-activity';
import { RecordHeldActivity } from './record-held';
import { RecordHeldActivityInput } from './record-held.inputs';
import type { Answer, WrittenRecord } from './write-record';

/** Writes: each delegates, then reads the activity anew as its caller may see it. */
@Resolver()
export class ActivityMutations {
  constructor(
    private readonly reader: Reader,
    private readonly service: ActivityService,
    private readonly records: RecordActivity,
    private readonly putOff: PutOffActivity,
    private readonly held: RecordHeldActivity,
  ) {}

  @Requires('activity.maintain')
  @Mutation(() => Activity, {
    description: 'Plan an activity, as a draft or to be held at once (拟定、安排).',
  })
  planActivity(
    @Args('input', { description: 'The activity.' }) input: PlanActivityInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.plan(viewer, input), info, viewer);
  }

  @Requires('activity.maintain')
  @Mutation(() => Activity, {
    description: 'Change an activity that is not recorded yet (修改).',
  })
  changeActivity(
    @Args('input', { description: 'Which activity, what changes.' }) input: ChangeActivityInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.change(viewer, input), info, viewer);
  }

  @Requires('activity.maintain')
  @Mutation(() => Activity, {
    description: 'Schedule a draft: it is to be held (安排).',
  })
  scheduleActivity(
    @Args('input', { description: 'Which draft.' }) input: ScheduleActivityInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.schedule(viewer, input), info, viewer);
  }

  @Extensions(shortWay)
  @Requires('activity.maintain')
  @Mutation(() => Activity, {
    description:
      'Record that an activity was held: times, counts, what happened (补记记录). Too few present is told, not refused.',
  })
  recordActivity(
    @Args('input', { description: 'Which activity, its record.' }) input: RecordActivityInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.shortly((answer) => this.records.record(viewer, input, answer), info, viewer);
  }

  @Requires('activity.maintain')
  @Mutation(() => Activity, {
    description:
      'Tell of an activity that was held, with its record, in one call (报送活动). The same externalId again means the same activity: nothing is entered twice.',
  })
  recordHeldActivity(
    @Args('input', { description: 'The activity and its record.' }) input: RecordHeldActivityInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.held.record(viewer, input), info, viewer);
  }

  @Extensions(shortWay)
  @Requires('activity.maintain')
  @Mutation(() => Activity, {
    description: 'Correct a record; the former one stays in the audit log (更正记录).',
  })
  correctActivityRecord(
    @Args('input', { description: 'Which activity, its record, why.' }) input: CorrectActivityRecordInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.shortly((answer) => this.records.correct(viewer, input, answer), info, viewer);
  }

  @Requires('activity.maintain')
  @Mutation(() => Activity, {
    description:
      'Put an activity off: it is postponed, and its make-up scheduled at once (延期). The postponed one is answered.',
  })
  postponeActivity(
    @Args('input', { description: 'Which activity, why, until when.' }) input: PostponeActivityInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.putOff.postpone(viewer, input), info, viewer);
  }

  @Requires('activity.maintain')
  @Mutation(() => Activity, {
    description: 'Cancel an activity (取消). What a rule needs is cancelled with a day for its make-up only.',
  })
  cancelActivity(
    @Args('input', { description: 'Which activity, why.' }) input: CancelActivityInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.putOff.cancel(viewer, input), info, viewer);
  }

  @Requires('activity.maintain')
  @Mutation(() => Boolean, { description: 'Delete a draft (删除草稿). True: it is gone.' })
  async deleteDraftActivity(
    @Args('input', { description: 'Which draft.' }) input: DeleteDraftActivityInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<boolean> {
    await this.service.delete(viewer, input);
    return true;
  }

  private async read(written: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(ActivityModel, { key: await written }, info, viewer);
  }

  /** On the short way what was written is read by the transaction that wrote it; else, and when that failed, after it. */
  private async shortly(write: (answer?: Answer) => Promise<WrittenRecord>, info: GraphQLResolveInfo, viewer: Viewer) {
    const asText = isTextWanted(info);
    const answer: Answer = (connection, key) => this.reader.using(connection).one(ActivityModel, { key }, info, viewer);
    const written = await onceACall(() => write(asText ? answer : undefined));
    if (asText && written.answer) return (await written.answer) as Activity | null;
    return this.reader.one(ActivityModel, { key: written.id }, info, viewer);
  }
}
