import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import type { Language } from '@dangwu/platform/text';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentLanguage } from './current-language';
import { Rooms } from './rooms';
import { SessionRoom } from './room.type';

/** What is read of the room. Writes stand in `room-mutations.resolver.ts` and `room-vote-mutations.resolver.ts`. */
@Resolver()
export class RoomResolver {
  constructor(private readonly rooms: Rooms) {}

  @Requires('session.own')
  @Query(() => SessionRoom, {
    nullable: true,
    description:
      'The room of a session, for whoever reads sessions and for whoever has a seat in it (会场); null when there is none or you may not see it.',
  })
  sessionRoom(
    @Args('id', { type: () => ID, description: 'The session.' }) id: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentLanguage() language: Language,
  ): Promise<SessionRoom | null> {
    return this.rooms.one(viewer, id, language);
  }
}
