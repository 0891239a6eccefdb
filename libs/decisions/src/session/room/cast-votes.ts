import type { Viewer } from '@dangwu/access';
import { Injectable } from '@nestjs/common';
@Injectable()
export class CastVotes {
  own(_viewer: Viewer, _input: object): Promise<never> {
    throw new Error('Not there yet');
  }
  record(_viewer: Viewer, _input: object): Promise<never> {
    throw new Error('Not there yet');
  }
  credential(_viewer: Viewer, _input: object): Promise<never> {
    throw new Error('Not there yet');
  }
}
