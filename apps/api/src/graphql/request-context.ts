import type { Viewer } from '@dangwu/access';
import type { Request, Response } from 'express';

/** What every resolver can reach of its request. */
export interface RequestContext {
  readonly req: Request;
  readonly res: Response;
  /** null when nobody is signed in; guarded operations never see that */
  readonly viewer: Viewer | null;
  /** charges the caller. @throws TOO_MANY */
  readonly charge: (cost: number) => Promise<void>;
}
