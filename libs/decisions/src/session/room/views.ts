import type { Viewer } from '@dangwu/access';
import { Injectable } from '@nestjs/common';
@Injectable()
export class Views {
  state(_viewer: Viewer, _input: object): Promise<never> {
    throw new Error('Not there yet');
  }
  file(_viewer: Viewer, _input: object): Promise<never> {
    throw new Error('Not there yet');
  }
}
