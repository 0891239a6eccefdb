import { NamedPerson } from '@dangwu/activities';
import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { MatterModel } from '../matter/matter.read-model';
import { Matter } from '../matter/matter.type';
import {
  AddMilestoneInput,
  CloseMatterInput,
  DropMilestoneInput,
  ExecuteMatterInput,
  MilestoneOwnersArguments,
  ReportBackInput,
  ResumeMatterInput,
} from './execution.inputs';
import { MatterExecution } from './execution.service';
import { Milestones } from './milestones';

/** Each write delegates, then reads the matter anew as its caller may see it. */
@Resolver()
export class ExecutionResolver {
  constructor(
    private readonly reader: Reader,
    private readonly execution: MatterExecution,
    private readonly milestones: Milestones,
  ) {}

  @Requires('matter.conduct')
  @Query(() => [NamedPerson], {
    description: 'Whom milestones of a matter may name as who carries them out; at most 20.',
  })
  milestoneOwners(
    @Args() { id, search }: MilestoneOwnersArguments,
    @CurrentViewer() viewer: Viewer,
  ): Promise<NamedPerson[]> {
    return this.milestones.owners(viewer, id, search);
  }

  @Requires('matter.conduct')
  @Mutation(() => Matter, { description: 'Take a deferred matter up again: it waits for another session (重新待审).' })
  resumeMatter(
    @Args('input', { description: 'Which matter.' }) input: ResumeMatterInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.execution.resume(viewer, input), info, viewer);
  }

  @Requires('matter.conduct')
  @Mutation(() => Matter, { description: 'Begin to carry an adopted matter out, by milestones (转入执行).' })
  executeMatter(
    @Args('input', { description: 'Which matter, which milestones.' }) input: ExecuteMatterInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.execution.execute(viewer, input), info, viewer);
  }

  @Requires('matter.conduct')
  @Mutation(() => Matter, { description: 'Add a milestone to a matter that is carried out (添加节点).' })
  addMilestone(
    @Args('input', { description: 'To which matter, which milestone.' }) input: AddMilestoneInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.execution.addMilestone(viewer, input), info, viewer);
  }

  @Requires('matter.conduct')
  @Mutation(() => Matter, { description: 'Drop a milestone that is not carried out any more (取消节点).' })
  dropMilestone(
    @Args('input', { description: 'Which milestone, why.' }) input: DropMilestoneInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.execution.dropMilestone(viewer, input), info, viewer);
  }

  @Requires('matter.propose')
  @Mutation(() => Matter, {
    description: 'Report back to the committee how a matter is carried out: who proposed or conducts it (反馈).',
  })
  reportBack(
    @Args('input', { description: 'On which matter, what.' }) input: ReportBackInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.execution.reportBack(viewer, input), info, viewer);
  }

  @Requires('matter.conduct')
  @Mutation(() => Matter, {
    description:
      'Close a matter (办结): carried out and reported back, or with a note when it was not adopted or not submitted.',
  })
  closeMatter(
    @Args('input', { description: 'Which matter, what is to be said.' }) input: CloseMatterInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.execution.close(viewer, input), info, viewer);
  }

  private async read(written: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(MatterModel, { key: await written }, info, viewer);
  }
}
