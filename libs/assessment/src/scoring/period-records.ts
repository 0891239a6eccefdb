import type { Permission, Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { AssessmentCycleEntity } from '../cycle/cycle.entity';

/** A record of the assessed in the period. */
export interface PeriodRecord {
  /** global id */
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly on: string;
}

interface Kind {
  readonly type: string;
  readonly permission: Permission;
  /** SQL: `id, title, on`, of the organizations $1 to $2 by led path, between the days $3 and $4 */
  readonly rows: string;
}

const most = 200;
const led = (column: string): string =>
  `${column} in (select o.id from party_organization o where o.leads_path >= $1 and o.leads_path < $2)`;

const kinds: readonly Kind[] = [
  {
    type: 'Activity',
    permission: 'activity.read',
    rows: `select id, title, held_on as "on" from activity
      where ${led('organization_id')} and held_on between $3 and $4 and state in ('HELD', 'RECORDED') and deleted_at is null`,
  },
  {
    type: 'Matter',
    permission: 'matter.read',
    rows: `select id, title, (submitted_at at time zone 'Asia/Shanghai')::date as "on" from matter
      where ${led('organization_id')} and (submitted_at at time zone 'Asia/Shanghai')::date between $3 and $4 and deleted_at is null`,
  },
  {
    type: 'Dispatch',
    permission: 'dispatch.read',
    rows: `select id, title, issued_on as "on" from dispatch
      where ${led('organization_id')} and issued_on between $3 and $4 and state <> 'WITHDRAWN' and deleted_at is null`,
  },
];

/** What the system has of an organization in the period of a cycle: nothing of it is uploaded again. */
@Injectable()
export class PeriodRecords {
  constructor(private readonly database: Database) {}

  /** As far as the viewer may read them, the latest first. @param organizationId UUID */
  async of(
    viewer: Viewer,
    organizationId: string,
    { periodFrom, periodTo }: Pick<AssessmentCycleEntity, 'periodFrom' | 'periodTo'>,
  ): Promise<PeriodRecord[]> {
    const place = await this.ledPath(viewer, organizationId);
    if (!place) return [];
    const found: PeriodRecord[] = [];
    for (const { type, permission, rows } of kinds) {
      if (!viewer.holds(permission)) continue;
      const of = await this.database.transaction(viewer.scope(permission), (tx) =>
        tx.query<{ id: string; title: string; on: string }[]>(
          `select id, title, "on"::text as "on" from (${rows}) r order by r."on" desc, r.id desc limit ${most}`,
          [place, `${place.slice(0, -1)}0`, periodFrom, periodTo],
        ),
      );
      found.push(...of.map((row) => ({ ...row, type, id: globalId(type, row.id) })));
    }
    return found.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  }

  private ledPath(viewer: Viewer, organizationId: string): Promise<string | undefined> {
    return this.database.transaction(viewer.scope('organization.identify'), async (tx) => {
      const [row] = await tx.query<{ path: string }[]>(
        `select leads_path as path from party_organization where id = $1`,
        [organizationId],
      );
      return row?.path;
    });
  }
}
