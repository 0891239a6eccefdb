import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { localId } from '@dangwu/platform/ids';
import { Reader } from '@dangwu/read-model';
import { Args, ID, Info, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Activity } from '../activity/activity.type';
import {
  BeginMinutesInput,
  CorrectMinutesInput,
  SaveMinutesInput,
  SignMinutesInput,
  SignMinutesOnPaperInput,
  WithdrawMinutesInput,
} from './minutes.inputs';
import { MinutesModel } from './minutes.read-model';
import { MinutesService } from './minutes.service';
import { SupervisionItem } from '../supervision/supervision-item.type';
import { AwaitedMinutes } from './minutes-to-sign';
import { MinutesOnPaper, MinutesOnPaperArguments, MinutesToSign } from './minutes-to-sign.type';
import { Minutes } from './minutes.type';
import { SignMinutes } from './sign-minutes';

@Resolver()
export class MinutesResolver {
  constructor(
    private readonly reader: Reader,
    private readonly service: MinutesService,
    private readonly signatures: SignMinutes,
    private readonly awaited: AwaitedMinutes,
  ) {}

  @Requires('activity.read')
  @Query(() => Minutes, { nullable: true, description: 'Minutes; null when there are none or you may not read them.' })
  minutes(
    @Args('id', { type: () => ID, description: 'The minutes.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(MinutesModel, { key: localId('Minutes', id) }, info, viewer);
  }

  @Requires('supervision.own')
  @Query(() => [MinutesToSign], {
    description: 'Minutes that await your signature as the chair, the longest first; at most 50 (待我签字).',
  })
  minutesToSign(@CurrentViewer() viewer: Viewer): Promise<MinutesToSign[]> {
    return this.awaited.of(viewer);
  }

  @Requires('activity.maintain')
  @Query(() => [MinutesOnPaper], {
    description:
      'Minutes you keep whose chair has no account, but for those you signed as the recorder: you put the page that the chair signed on record by signMinutesOnPaper; at most 50 (待纸质签字).',
  })
  minutesToSignOnPaper(
    @Args() { within }: MinutesOnPaperArguments,
    @CurrentViewer() viewer: Viewer,
  ): Promise<MinutesOnPaper[]> {
    return this.awaited.onPaper(viewer, within ?? null);
  }

  @Requires('activity.maintain')
  @Mutation(() => Minutes, {
    description: 'Begin the minutes of an activity with what is known of it; those that are there are answered (记录).',
  })
  beginMinutes(
    @Args('input', { description: 'Which activity.' }) input: BeginMinutesInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.begin(viewer, input), info, viewer);
  }

  @Requires('activity.maintain')
  @Mutation(() => Minutes, { description: 'Save what is written so far; of two editors the second is told (保存).' })
  saveMinutes(
    @Args('input', { description: 'Which minutes, what they say.' }) input: SaveMinutesInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.save(viewer, input), info, viewer);
  }

  @Requires('activity.read')
  @Mutation(() => Minutes, {
    description:
      'Sign minutes (签字): the recorder hands them over, the chair locks them, which records the activity and gives them a number.',
  })
  signMinutes(
    @Args('input', { description: 'Which minutes, as whom, on what.' }) input: SignMinutesInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.signatures.sign(viewer, input), info, viewer);
  }

  @Requires('activity.maintain')
  @Mutation(() => Minutes, {
    description:
      'Record that the chair, who has no account, signed on paper: with the page attached and the reason, by another than the recorder (登记纸质签字).',
  })
  signMinutesOnPaper(
    @Args('input', { description: 'Which minutes, the page, why.' }) input: SignMinutesOnPaperInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.signatures.signOnPaper(viewer, input), info, viewer);
  }

  @Requires('activity.maintain')
  @Mutation(() => Minutes, { description: 'Take minutes back that await the chair: they are written on (撤回签字).' })
  withdrawMinutes(
    @Args('input', { description: 'Which minutes.' }) input: WithdrawMinutesInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.withdraw(viewer, input), info, viewer);
  }

  @Requires('activity.maintain')
  @Mutation(() => Minutes, {
    description: 'Correct locked minutes by a new version; the old one stays readable (更正).',
  })
  correctMinutes(
    @Args('input', { description: 'Which minutes, why.' }) input: CorrectMinutesInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.correct(viewer, input), info, viewer);
  }

  private async read(written: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(MinutesModel, { key: await written }, info, viewer);
  }
}

/** What minutes add to activities; `activityMinutes` answers it. */
@Resolver(() => Activity)
export class ActivityMinutesFields {
  @ResolveField(() => Minutes, { nullable: true, description: 'Its minutes (会议记录); null: none are begun.' })
  minutes(): void {
    // answered by the read model
  }

  @ResolveField(() => [SupervisionItem], {
    description: 'What was resolved, as signed minutes say, and where it stands.',
  })
  resolutions(): void {
    // answered by the read model
  }
}
