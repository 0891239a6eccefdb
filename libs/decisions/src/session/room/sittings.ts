import type { Viewer } from '@dangwu/access';
import { Injectable } from '@nestjs/common';
@Injectable()
export class Sittings {
  open(_viewer: Viewer, _input: object): Promise<never> {
    throw new Error('Not there yet');
  }
  close(_viewer: Viewer, _input: object): Promise<never> {
    throw new Error('Not there yet');
  }
  call(_viewer: Viewer, _input: object): Promise<never> {
    throw new Error('Not there yet');
  }
}
