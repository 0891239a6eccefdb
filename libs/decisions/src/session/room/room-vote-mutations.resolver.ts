import { VoteCredential } from '@dangwu/ballots';
import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import type { Language } from '@dangwu/platform/text';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CastVotes } from './cast-votes';
import { CurrentLanguage } from './current-language';
import { RoomVotes } from './room-votes';
import {
  BeginCastingInput,
  CastNamedVoteInput,
  CountVoteInput,
  RecordNamedVotesInput,
  TakeCredentialInput,
  VoidVoteInput,
} from './room-vote.inputs';
import { OpenVoteInput } from './room.inputs';
import { SessionRoom } from './room.type';
import { Rooms } from './rooms';

/** Votes of the room: each delegates, then answers the room as its caller sees it. Papers of secret votes come another way. */
@Resolver()
export class RoomVoteMutations {
  constructor(
    private readonly rooms: Rooms,
    private readonly votes: RoomVotes,
    private readonly cast: CastVotes,
  ) {}

  @Requires('session.conduct')
  @Mutation(() => SessionRoom, {
    description: 'Open the vote of a body on the item (开始表决): how many there are and how many it takes is frozen.',
  })
  openVote(
    @Args('input', { description: 'Which item, who votes.' }) input: OpenVoteInput,
    @CurrentViewer() viewer: Viewer,
    @CurrentLanguage() language: Language,
  ): Promise<SessionRoom> {
    return this.read(viewer, language, this.votes.open(viewer, input));
  }

  @Requires('session.conduct')
  @Mutation(() => SessionRoom, {
    description: 'End the issuing of credentials of a secret vote and begin the casting (开始投票).',
  })
  beginCasting(
    @Args('input', { description: 'Which vote.' }) input: BeginCastingInput,
    @CurrentViewer() viewer: Viewer,
    @CurrentLanguage() language: Language,
  ): Promise<SessionRoom> {
    return this.read(viewer, language, this.votes.beginCasting(viewer, input));
  }

  @Requires('session.conduct')
  @Mutation(() => SessionRoom, { description: 'Close a vote and count it (计票).' })
  countVote(
    @Args('input', { description: 'Which vote.' }) input: CountVoteInput,
    @CurrentViewer() viewer: Viewer,
    @CurrentLanguage() language: Language,
  ): Promise<SessionRoom> {
    return this.read(viewer, language, this.votes.count(viewer, input));
  }

  @Requires('session.conduct')
  @Mutation(() => SessionRoom, {
    description: 'Give up a vote that is not counted, so that it can be repeated (作废重投).',
  })
  voidVote(
    @Args('input', { description: 'Which vote, why.' }) input: VoidVoteInput,
    @CurrentViewer() viewer: Viewer,
    @CurrentLanguage() language: Language,
  ): Promise<SessionRoom> {
    return this.read(viewer, language, this.votes.giveUp(viewer, input));
  }

  @Requires('session.own')
  @Mutation(() => SessionRoom, { description: 'Vote by name (记名投票).' })
  castNamedVote(
    @Args('input', { description: 'Which vote, how.' }) input: CastNamedVoteInput,
    @CurrentViewer() viewer: Viewer,
    @CurrentLanguage() language: Language,
  ): Promise<SessionRoom> {
    return this.read(viewer, language, this.cast.own(viewer, input));
  }

  @Requires('session.conduct')
  @Mutation(() => SessionRoom, { description: 'Record votes by show of hands, of open votes alone (登记举手表决).' })
  recordNamedVotes(
    @Args('input', { description: 'Which vote, who voted how.' }) input: RecordNamedVotesInput,
    @CurrentViewer() viewer: Viewer,
    @CurrentLanguage() language: Language,
  ): Promise<SessionRoom> {
    return this.read(viewer, language, this.cast.record(viewer, input));
  }

  @Requires('session.own')
  @Mutation(() => VoteCredential, {
    description:
      'Have a credential for a secret vote signed unseen (领票). Asked again with the same it answers the same.',
  })
  takeCredential(
    @Args('input', { description: 'Which vote, what was blinded.' }) input: TakeCredentialInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<VoteCredential> {
    return this.cast.credential(viewer, input);
  }

  private async read(viewer: Viewer, language: Language, written: Promise<string>): Promise<SessionRoom> {
    return this.rooms.after(viewer, await written, language);
  }
}
