import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { SessionAgenda } from './session-agenda';
import { SessionRosters } from './session-rosters';
import {
  AddSessionItemInput,
  ArrangeSessionItemsInput,
  CallSessionInput,
  CancelSessionInput,
  ChangeSessionInput,
  ChangeSessionRosterInput,
  RemoveSessionItemInput,
  ScheduleMatterInput,
  SendSessionNoticeInput,
} from './session.inputs';
import { ReviewSessionModel } from './session.read-model';
import { SessionService } from './session.service';
import { ReviewSession } from './session.type';

/** Writes: each delegates, then reads the session anew as its caller may see it. */
@Resolver()
export class SessionMutations {
  constructor(
    private readonly reader: Reader,
    private readonly service: SessionService,
    private readonly rosters: SessionRosters,
    private readonly agenda: SessionAgenda,
  ) {}

  @Requires('session.conduct')
  @Mutation(() => ReviewSession, {
    description: 'Call a session of the body that reviews; its roster is made (召集会议).',
  })
  callSession(
    @Args('input', { description: 'The session.' }) input: CallSessionInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.call(viewer, input), info, viewer);
  }

  @Requires('session.conduct')
  @Mutation(() => ReviewSession, { description: 'Change when, where or how a session is called (修改会议).' })
  changeSession(
    @Args('input', { description: 'Which session, what changes.' }) input: ChangeSessionInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.change(viewer, input), info, viewer);
  }

  @Requires('session.conduct')
  @Mutation(() => ReviewSession, { description: 'Change who sits in one of the bodies (修改名单).' })
  changeSessionRoster(
    @Args('input', { description: 'Which session, the whole roster.' }) input: ChangeSessionRosterInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.rosters.change(viewer, input), info, viewer);
  }

  @Requires('session.conduct')
  @Mutation(() => ReviewSession, {
    description: 'Put an accepted matter on the agenda of a session, under its rule (事项排会).',
  })
  scheduleMatter(
    @Args('input', { description: 'Which matter, which session.' }) input: ScheduleMatterInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.agenda.schedule(viewer, input), info, viewer);
  }

  @Requires('session.conduct')
  @Mutation(() => ReviewSession, { description: 'Put something on the agenda that is only heard (添加议题).' })
  addSessionItem(
    @Args('input', { description: 'What, on which session.' }) input: AddSessionItemInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.agenda.add(viewer, input), info, viewer);
  }

  @Requires('session.conduct')
  @Mutation(() => ReviewSession, { description: 'Arrange the agenda of a session: order and minutes (排列议程).' })
  arrangeSessionItems(
    @Args('input', { description: 'The whole agenda.' }) input: ArrangeSessionItemsInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.agenda.arrange(viewer, input), info, viewer);
  }

  @Requires('session.conduct')
  @Mutation(() => ReviewSession, {
    description: 'Take something off the agenda; a matter waits for another session (撤下议题).',
  })
  removeSessionItem(
    @Args('input', { description: 'Which item, and why.' }) input: RemoveSessionItemInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.agenda.remove(viewer, input), info, viewer);
  }

  @Requires('session.conduct')
  @Mutation(() => ReviewSession, {
    description: 'Call the members of a session: each with an account is told, once (发出通知).',
  })
  sendSessionNotice(
    @Args('input', { description: 'Which session.' }) input: SendSessionNoticeInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.notify(viewer, input), info, viewer);
  }

  @Requires('session.conduct')
  @Mutation(() => ReviewSession, { description: 'Cancel a session; its matters wait for another (取消会议).' })
  cancelSession(
    @Args('input', { description: 'Which session, and why.' }) input: CancelSessionInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.cancel(viewer, input), info, viewer);
  }

  private async read(id: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(ReviewSessionModel, { key: await id }, info, viewer);
  }
}
