import { Access, type Viewer } from '@dangwu/access';
import { Database, systemScope } from '@dangwu/platform/database';
import { localId, typeOfId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { AuditEventFilter } from './audit.inputs';

/**
 * The filter as the read model takes it: UUIDs, and for an organization the bounds of its subtree, as PostgreSQL writes
 * an array. How many events lie there decides how they are found.
 */
export interface FoundFilter extends Omit<AuditEventFilter, 'within'> {
  /** few: fetched by the organizations, then put in order */
  readonly withinFew?: string;
  /** many: met often enough on a walk along the log */
  readonly withinMany?: string;
}

/** Up to so many events, fetching all of a subtree is quicker than walking the log until a page is full. */
const few = 20_000;

@Injectable()
export class EventFilters {
  constructor(
    private readonly access: Access,
    private readonly database: Database,
  ) {}

  /** @throws MALFORMED_ID, UNKNOWN_ID */
  async found(viewer: Viewer, filter: AuditEventFilter | null | undefined): Promise<FoundFilter | null> {
    if (!filter) return null;
    const { within, ...rest } = filter;
    const { actorId, subjectId } = rest;
    return {
      ...rest,
      ...(actorId && { actorId: localId('Account', actorId) }),
      ...(subjectId && { subjectId: localId(typeOfId(subjectId), subjectId) }),
      ...(within && (await this.within(viewer, within))),
    };
  }

  private async within(viewer: Viewer, id: string): Promise<FoundFilter> {
    const { ranges } = await this.access.below(viewer, id);
    const { lo, hi } = ranges[0]!;
    // paths hold digits and slashes alone
    const bounds = `{${lo},${hi}}`;
    const [counted] = await this.database.transaction(systemScope(viewer.association.id), (tx) =>
      tx.query<{ many: boolean }[]>(
        `select count(*) > $4 as many from (
           select from audit_event e where e.association_id = $1 and e.organization_id in (
             select o.id from party_organization o where o.path >= $2 and o.path < $3) limit $4 + 1) as events`,
        [viewer.association.id, lo, hi, few],
      ),
    );
    return counted!.many ? { withinMany: bounds } : { withinFew: bounds };
  }
}
