import type { Viewer } from '@dangwu/access';
import { Injectable } from '@nestjs/common';
import type { SessionRoom } from './room.type';

/** What the room shows. */
@Injectable()
export class Rooms {
  one(_viewer: Viewer, _id: string): Promise<SessionRoom | null> {
    throw new Error('Not there yet');
  }

  after(_viewer: Viewer, _sessionId: string): Promise<SessionRoom> {
    throw new Error('Not there yet');
  }
}
