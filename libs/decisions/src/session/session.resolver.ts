import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { localId } from '@dangwu/platform/ids';
import { Reader } from '@dangwu/read-model';
import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { OwnSessions } from './own-sessions';
import { RosterCandidates } from './roster-candidates';
import { SessionPreparations } from './session-preparations';
import { OwnSession, RosterCandidate, SessionPreparation } from './session-parts.type';
import { ReviewSessionsArguments } from './session.filters';
import { RosterCandidatesArguments } from './session.inputs';
import { ReviewSessionModel } from './session.read-model';
import { ReviewSession, ReviewSessionConnection } from './session.type';

/** Reads. Writes stand in `session-mutations.resolver.ts`, the room in `room`. */
@Resolver()
export class SessionResolver {
  constructor(
    private readonly reader: Reader,
    private readonly own: OwnSessions,
    private readonly preparations: SessionPreparations,
    private readonly candidates: RosterCandidates,
  ) {}

  @Requires('session.read')
  @Query(() => ReviewSession, {
    nullable: true,
    description: 'A session; null when there is none or you may not read it.',
  })
  reviewSession(
    @Args('id', { type: () => ID, description: 'The session.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(ReviewSessionModel, { key: localId('ReviewSession', id) }, info, viewer);
  }

  @Requires('session.read')
  @Query(() => ReviewSessionConnection, { description: 'The sessions you may read (审议会议).' })
  reviewSessions(
    @Args() { order, ...page }: ReviewSessionsArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.connection(ReviewSessionModel, { ...page, order: order ?? 'LATEST' }, info, viewer);
  }

  @Requires('session.own')
  @Query(() => [OwnSession], {
    description: 'Sessions in which you are entitled to sit, called and not over yet, the soonest first; at most 50.',
  })
  ownSessions(@CurrentViewer() viewer: Viewer): Promise<OwnSession[]> {
    return this.own.of(viewer);
  }

  @Requires('session.conduct')
  @Query(() => SessionPreparation, {
    description: 'What is to be noticed of the agenda of a session, and which matters wait for one (会议筹备).',
  })
  sessionPreparation(
    @Args('id', { type: () => ID, description: 'The session.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<SessionPreparation> {
    return this.preparations.of(viewer, id);
  }

  @Requires('session.conduct')
  @Query(() => [RosterCandidate], {
    description: 'Whom the roster of a session may name: members who have not left, and accounts; at most 20.',
  })
  rosterCandidates(
    @Args() { search }: RosterCandidatesArguments,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RosterCandidate[]> {
    return this.candidates.find(viewer, search);
  }
}
