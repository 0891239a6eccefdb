import type { Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import type { Area } from '@dangwu/read-model';
import { Injectable } from '@nestjs/common';
import { insideOf, onDay } from './figures';
import type { MemberFigures } from './member-figures.type';

/** Counts for heads of pages. Row-level security narrows the statement to what the viewer may read today. */
@Injectable()
export class MemberCounts {
  constructor(private readonly database: Database) {}

  /** @param within only this part of the tree, as it was on the day asked for */
  async figures(viewer: Viewer, { within, asOf }: { within?: Area; asOf?: string }): Promise<MemberFigures> {
    const values: unknown[] = [];
    const value = (one: unknown): string => `$${values.push(one)}`;
    const day = asOf ? value(asOf) : null;
    const inside = insideOf('m', within, day, value);
    const [figures] = await this.database.transaction(viewer.scope('member.read'), (tx) =>
      tx.query<MemberFigures[]>(
        `select count(*)::int as total,
           (count(*) filter (where m.status in ('FULL', 'PROBATIONARY')))::int as members,
           (count(*) filter (where m.status = 'FULL'))::int as full,
           (count(*) filter (where m.status = 'PROBATIONARY'))::int as probationary,
           (count(*) filter (where m.status = 'CANDIDATE'))::int as candidates,
           (count(*) filter (where m.status = 'ACTIVIST'))::int as activists,
           (count(*) filter (where m.status = 'APPLICANT'))::int as applicants
         from ${asOf ? 'member_version' : 'member'} m ${inside}
         where m.left_on is null and m.affiliation_kind = 'FORMAL' and m.deleted_at is null ${onDay('m', day)}`,
        values,
      ),
    );
    return figures!;
  }
}
