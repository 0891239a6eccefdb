import { Access, type Viewer } from '@dangwu/access';
import { daysBetween } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { ActivityDay, ActivityDaysArguments } from './activity-days.type';
import { activityErrors } from './activity.errors';

/** A year and the weeks around it. */
const most = 400;

/** On which days something is held, for a year at a glance. */
@Injectable()
export class ActivityDays {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** By the day; days without anything are left out. @throws ACTIVITY_RANGE */
  async of(viewer: Viewer, { from, to, kinds, within }: ActivityDaysArguments): Promise<ActivityDay[]> {
    if (to < from || daysBetween(from, to) >= most) throw activityErrors.ACTIVITY_RANGE({ from, to, most });
    const place = within ? await this.access.place(null, viewer, localId('PartyOrganization', within)) : null;
    return this.database.transaction(viewer.scope('activity.read'), (tx) =>
      tx.query<ActivityDay[]>(
        `select a.held_on::text as date, count(*)::int as count from activity a
           join party_organization o on o.id = a.organization_id join activity_type t on t.id = a.activity_type_id
         where a.held_on between $1 and $2 and a.deleted_at is null and a.state not in ('POSTPONED', 'CANCELLED')
           and starts_with(o.path, $3) and ($4::text[] is null or t.kind = any($4))
         group by a.held_on order by a.held_on`,
        [from, to, place?.path ?? '', kinds?.length ? kinds : null],
      ),
    );
  }
}
