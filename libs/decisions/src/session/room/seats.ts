import type { Viewer } from '@dangwu/access';
import { Injectable } from '@nestjs/common';
@Injectable()
export class Seats {
  mark(_viewer: Viewer, _input: object): Promise<never> {
    throw new Error('Not there yet');
  }
  signIn(_viewer: Viewer, _input: object): Promise<never> {
    throw new Error('Not there yet');
  }
}
