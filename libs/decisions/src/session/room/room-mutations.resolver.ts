import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import type { Language } from '@dangwu/platform/text';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Conclusions } from './conclusions';
import { CurrentLanguage } from './current-language';
import { Recusals } from './recusals';
import {
  CallSessionItemInput,
  CloseSessionInput,
  ConcludeSessionItemInput,
  FileWrittenViewInput,
  MarkSeatsInput,
  OpenSessionInput,
  RecuseSeatInput,
  SignInToSessionInput,
  StateViewInput,
  WithdrawRecusalInput,
} from './room.inputs';
import { SessionRoom } from './room.type';
import { Rooms } from './rooms';
import { Seats } from './seats';
import { Sittings } from './sittings';
import { Views } from './views';

/** What is done in the room besides voting: each delegates, then answers the room as its caller sees it. */
@Resolver()
export class RoomMutations {
  constructor(
    private readonly rooms: Rooms,
    private readonly sittings: Sittings,
    private readonly seats: Seats,
    private readonly recusals: Recusals,
    private readonly views: Views,
    private readonly conclusions: Conclusions,
  ) {}

  @Requires('session.conduct')
  @Mutation(() => SessionRoom, { description: 'Open a session that was called (宣布开会).' })
  openSession(
    @Args('input', { description: 'Which session.' }) input: OpenSessionInput,
    @CurrentViewer() viewer: Viewer,
    @CurrentLanguage() language: Language,
  ): Promise<SessionRoom> {
    return this.read(viewer, language, this.sittings.open(viewer, input));
  }

  @Requires('session.conduct')
  @Mutation(() => SessionRoom, {
    description: 'Close a session; matters that were not reached wait for another one (宣布散会).',
  })
  closeSession(
    @Args('input', { description: 'Which session.' }) input: CloseSessionInput,
    @CurrentViewer() viewer: Viewer,
    @CurrentLanguage() language: Language,
  ): Promise<SessionRoom> {
    return this.read(viewer, language, this.sittings.close(viewer, input));
  }

  @Requires('session.conduct')
  @Mutation(() => SessionRoom, { description: 'Call an item of the agenda (进入议题).' })
  callSessionItem(
    @Args('input', { description: 'Which item.' }) input: CallSessionItemInput,
    @CurrentViewer() viewer: Viewer,
    @CurrentLanguage() language: Language,
  ): Promise<SessionRoom> {
    return this.read(viewer, language, this.sittings.call(viewer, input));
  }

  @Requires('session.conduct')
  @Mutation(() => SessionRoom, { description: 'Say who is there, on leave or absent (登记到会).' })
  markSeats(
    @Args('input', { description: 'Who is there.' }) input: MarkSeatsInput,
    @CurrentViewer() viewer: Viewer,
    @CurrentLanguage() language: Language,
  ): Promise<SessionRoom> {
    return this.read(viewer, language, this.seats.mark(viewer, input));
  }

  @Requires('session.own')
  @Mutation(() => SessionRoom, {
    description: 'Sign in to a session that one is entitled to sit in, in all bodies at once (签到).',
  })
  signInToSession(
    @Args('input', { description: 'Which session.' }) input: SignInToSessionInput,
    @CurrentViewer() viewer: Viewer,
    @CurrentLanguage() language: Language,
  ): Promise<SessionRoom> {
    return this.read(viewer, language, this.seats.signIn(viewer, input));
  }

  @Requires('session.own')
  @Mutation(() => SessionRoom, {
    description:
      'Recuse somebody from an item, in all bodies at once (回避): whoever conducts the session, or the member.',
  })
  recuseSeat(
    @Args('input', { description: 'Who, from what, why.' }) input: RecuseSeatInput,
    @CurrentViewer() viewer: Viewer,
    @CurrentLanguage() language: Language,
  ): Promise<SessionRoom> {
    return this.read(viewer, language, this.recusals.recuse(viewer, input));
  }

  @Requires('session.conduct')
  @Mutation(() => SessionRoom, { description: 'Take a recusal back before the vote (撤销回避).' })
  withdrawRecusal(
    @Args('input', { description: 'Which recusal.' }) input: WithdrawRecusalInput,
    @CurrentViewer() viewer: Viewer,
    @CurrentLanguage() language: Language,
  ): Promise<SessionRoom> {
    return this.read(viewer, language, this.recusals.withdraw(viewer, input));
  }

  @Requires('session.own')
  @Mutation(() => SessionRoom, {
    description:
      'Note that somebody has spoken on the item (表态): whoever conducts the session, or the member. The chair speaks last.',
  })
  stateView(
    @Args('input', { description: 'Who, what was said.' }) input: StateViewInput,
    @CurrentViewer() viewer: Viewer,
    @CurrentLanguage() language: Language,
  ): Promise<SessionRoom> {
    return this.read(viewer, language, this.views.state(viewer, input));
  }

  @Requires('session.own')
  @Mutation(() => SessionRoom, {
    description: 'File the written view of somebody who is not there (书面意见); it is no vote.',
  })
  fileWrittenView(
    @Args('input', { description: 'Whose, what is said.' }) input: FileWrittenViewInput,
    @CurrentViewer() viewer: Viewer,
    @CurrentLanguage() language: Language,
  ): Promise<SessionRoom> {
    return this.read(viewer, language, this.views.file(viewer, input));
  }

  @Requires('session.conduct')
  @Mutation(() => SessionRoom, {
    description:
      'Conclude an item with the opinion on its matter (形成审议意见). AGREE needs a passed vote; in a joint session the vote of the standing council is recorded as its decision.',
  })
  concludeSessionItem(
    @Args('input', { description: 'Which item, which opinion.' }) input: ConcludeSessionItemInput,
    @CurrentViewer() viewer: Viewer,
    @CurrentLanguage() language: Language,
  ): Promise<SessionRoom> {
    return this.read(viewer, language, this.conclusions.conclude(viewer, input));
  }

  private async read(viewer: Viewer, language: Language, written: Promise<string>): Promise<SessionRoom> {
    return this.rooms.after(viewer, await written, language);
  }
}
