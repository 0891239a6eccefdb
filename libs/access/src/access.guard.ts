import { identifyCall } from '@dangwu/platform/audit';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { missing } from './access';
import { accessErrors } from './access.errors';
import { callOf, operationOf } from './current-viewer';
import { requirementOf } from './requirement';
import { Viewers } from './viewers';

/** Stands before every operation, GraphQL and HTTP: whoever calls must hold its permission somewhere. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly viewers: Viewers) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const call = callOf(context);
    const viewer = call.viewer === undefined ? await this.viewers.viewerOf(call.req) : call.viewer;
    call.viewer = viewer;
    identifyCall({
      operation: operationOf(context),
      ...(viewer && { client: viewer.byToken ? 'TOKEN' : 'SESSION', sessionId: viewer.sessionId }),
    });
    const requirement = requirementOf(context.getHandler());
    if (requirement === 'PUBLIC') return true;
    if (!viewer) throw accessErrors.SIGN_IN_REQUIRED();
    // the boot check finds operations without a requirement; one that slips by stays closed
    if (!requirement) return false;
    if (!viewer.holds(requirement.permission)) throw missing(requirement.permission);
    return true;
  }
}
