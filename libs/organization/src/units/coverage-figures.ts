import type { Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import type { Area } from '@dangwu/read-model';
import { Injectable } from '@nestjs/common';
import { Tier } from '../organization.enums';
import type { CoverageFigures, TierCoverage } from './coverage-figures.type';

const counted = ['total', 'own', 'joint', 'liaison', 'uncovered', 'qualifies'] as const;

/** Counts of units. Row-level security narrows the statement to what the viewer may read today. */
@Injectable()
export class CoverageCounts {
  constructor(private readonly database: Database) {}

  /** @param within only this part of the tree, as it was on the day asked for */
  async figures(viewer: Viewer, { within, asOf }: { within?: Area; asOf?: string }): Promise<CoverageFigures> {
    const values: unknown[] = [];
    const value = (one: unknown): string => `$${values.push(one)}`;
    const units = asOf ? `unit_version` : `unit`;
    const day = asOf ? value(asOf) : null;
    const on = (version: string): string =>
      day
        ? `and ${version}.valid_from <= ${day} and (${version}.valid_to is null or ${version}.valid_to > ${day})`
        : '';
    const inside = within
      ? `join ${asOf ? 'organization_version' : 'party_organization'} o on o.id = u.organization_id ${on('o')} and (${
          within.ranges
            .map(({ by, lo, hi }) => {
              const column = by === 'path' ? 'o.path' : 'o.leads_path';
              return `${column} >= ${value(lo)} and ${column} < ${value(hi)}`;
            })
            .join(' or ') || 'false'
        })`
      : '';
    const groups = await this.database.transaction(viewer.scope('unit.read'), (tx) =>
      tx.query<TierCoverage[]>(
        `select u.tier, count(*)::int as total,
           (count(*) filter (where u.coverage = 'OWN_ORGANIZATION'))::int as own,
           (count(*) filter (where u.coverage = 'JOINT_ORGANIZATION'))::int as joint,
           (count(*) filter (where u.coverage = 'LIAISON'))::int as liaison,
           (count(*) filter (where u.coverage = 'UNCOVERED'))::int as uncovered,
           (count(*) filter (where u.qualifies_without_organization))::int as qualifies
         from ${units} u ${inside}
         where u.closed_on is null and u.deleted_at is null ${on('u')} group by u.tier`,
        values,
      ),
    );
    const sums = counted.map((key) => [key, groups.reduce((sum, group) => sum + group[key], 0)] as const);
    return {
      ...(Object.fromEntries(sums) as Record<(typeof counted)[number], number>),
      byTier: [...Object.values(Tier), null].flatMap((tier) => groups.filter((group) => group.tier === tier)),
    };
  }
}
