import type { Viewer } from '@dangwu/access';
import { Injectable } from '@nestjs/common';
@Injectable()
export class RoomVotes {
  open(_viewer: Viewer, _input: object): Promise<never> {
    throw new Error('Not there yet');
  }
  beginCasting(_viewer: Viewer, _input: object): Promise<never> {
    throw new Error('Not there yet');
  }
  count(_viewer: Viewer, _input: object): Promise<never> {
    throw new Error('Not there yet');
  }
  giveUp(_viewer: Viewer, _input: object): Promise<never> {
    throw new Error('Not there yet');
  }
}
