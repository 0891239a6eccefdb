import type { Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import type { Area } from '@dangwu/read-model';
import { Injectable } from '@nestjs/common';
import { OrganizationType, ParentRelation, Tier } from './organization.enums';
import type { OrganizationFigures } from './organization-figures.type';

interface Group {
  readonly tier: Tier | null;
  readonly type: OrganizationType;
  readonly relation: ParentRelation | null;
  readonly count: number;
  readonly flagged: number;
}

/** Counts for Today and the heads of pages. Row-level security narrows the statements to what the viewer may read. */
@Injectable()
export class OrganizationCounts {
  constructor(private readonly database: Database) {}

  /** @param within only this part of the tree */
  async figures(viewer: Viewer, within: Area | null): Promise<OrganizationFigures> {
    const sight = viewer.area('organization.read');
    const area = within ? sight.intersect(within) : sight;
    const scope = { association: viewer.association.id, places: area.ranges, account: viewer.account.id };
    return this.database.transaction(scope, async (tx) => {
      const groups = await tx.query<Group[]>(
        `select tier, type, relation, count(*)::int as count, (count(*) filter (where flag_count > 0))::int as flagged
         from party_organization where status <> 'DISSOLVED' and deleted_at is null group by tier, type, relation`,
      );
      const terms = await tx.query<{ code: string; count: number }[]>(
        `select code, count(*)::int as count from organization_flag
         where code in ('TERM_ENDS_SOON', 'TERM_OVERDUE') and deleted_at is null group by code`,
      );
      const sum = (of: (group: Group) => boolean, what: 'count' | 'flagged' = 'count'): number =>
        groups.reduce((total, group) => (of(group) ? total + group[what] : total), 0);
      const term = (code: string): number => terms.find((each) => each.code === code)?.count ?? 0;
      return {
        total: sum(() => true),
        led: sum(({ relation }) => relation === ParentRelation.LEADS),
        guided: sum(({ relation }) => relation === ParentRelation.GUIDES),
        byTier: [...Object.values(Tier), null]
          .map((tier) => ({ tier, count: sum((group) => group.tier === tier) }))
          .filter(({ count }) => count > 0),
        byType: Object.values(OrganizationType)
          .map((type) => ({ type, count: sum((group) => group.type === type) }))
          .filter(({ count }) => count > 0),
        flagged: sum(() => true, 'flagged'),
        termsEndingSoon: term('TERM_ENDS_SOON'),
        termsOverdue: term('TERM_OVERDUE'),
      };
    });
  }
}
