import { reaches, type Position, type Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { ItemSources } from './item-sources';
import { SupervisionState, type SupervisionSource } from './supervision-item.enums';
import type { OwnSupervisionItem } from './supervision-item.type';

/** So many are answered at once, and what was closed for so many days. */
const most = 200;
const closedFor = 90;

interface Row extends Omit<OwnSupervisionItem, 'canReport' | 'canClose' | 'activityId' | 'matterId'>, Position {
  readonly source: SupervisionSource;
  readonly sourceId: string;
  readonly personal: boolean;
}

/** What one carries out, oneself or for an organization of one's own, and what one is to confirm for it. */
@Injectable()
export class OwnItems {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sources: ItemSources,
  ) {}

  /** What waits first, the most pressing first. */
  list(viewer: Viewer): Promise<OwnSupervisionItem[]> {
    const since = new Date(this.clock.now().getTime() - closedFor * 86_400_000);
    return this.read(
      viewer,
      `i.state <> 'DROPPED' and (i.state <> 'CLOSED' or i.closed_at > $4)
       and (${mine} or (i.state = 'REPORTED'
         and case i.source when 'MATTER' then $5::boolean else i.organization_id = any($3) end))`,
      since,
    );
  }

  /** One that was just changed by the viewer. */
  async one(viewer: Viewer, id: string): Promise<OwnSupervisionItem> {
    return (await this.read(viewer, 'i.id = $4 and $5::boolean is not null', id))[0]!;
  }

  private async read(viewer: Viewer, which: string, value: unknown): Promise<OwnSupervisionItem[]> {
    const scope = { ...systemScope(viewer.association.id), account: viewer.account.id };
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query<Row[]>(
        `select i.id, i.version, i.text, i.owner, i.due_on::text as "dueOn", i.state, i.evidence,
           i.reported_by as "reportedBy", i.reported_at as "reportedAt", i.returned_reason as "returnedReason",
           ${files} as files, i.closed_by as "closedBy", i.closed_at as "closedAt", o.name as "organizationName",
           i.source_title as "sourceTitle", i.source, i.source_id as "sourceId", coalesce(${mine}, false) as mine,
           coalesce(${personal}, false) as personal, o.path, o.leads_path as "leadsPath"
         from supervision_item i join party_organization o on o.id = i.organization_id
         cross join (select member_id from account where id = $2) me
         where i.association_id = $1 and i.deleted_at is null and ${which}
         order by array_position(array['OPEN', 'REPORTED', 'CLOSED', 'DROPPED'], i.state),
           case when i.state = 'CLOSED' then i.closed_at end desc, i.due_on nulls last, i.id limit ${most}`,
        [viewer.association.id, viewer.account.id, homes(viewer), value, viewer.holds('matter.conduct')],
      ),
    );
    return rows.map(({ personal: ownWork, path, leadsPath, source, sourceId, ...row }) => {
      const { keep, report, of } = this.sources.of({ source });
      const keeps = viewer.can(keep, { path, leadsPath });
      const reports = keeps || viewer.can(report, { path, leadsPath });
      const from = globalId(of.type, sourceId);
      return {
        ...row,
        id: globalId('SupervisionItem', row.id),
        files: row.files.map((file) => {
          const id = globalId('SupervisionFile', file.id);
          return { ...file, id, url: `/files/supervision/${id}` };
        }),
        activityId: of.type === 'Activity' ? from : null,
        matterId: of.type === 'Matter' ? from : null,
        canReport: row.state === SupervisionState.OPEN && (row.mine || reports),
        canClose: row.state === SupervisionState.REPORTED && keeps && !ownWork,
      };
    });
  }
}

const files = `(
  select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size, 'sha256', f.sha256)
    order by f.no), '[]') from supervision_file f where f.item_id = i.id and f.deleted_at is null)`;
const personal = `(i.owner_account_id = $2 or i.owner_member_id = me.member_id)`;
const mine = `(${personal} or i.owner_organization_id = any($3))`;

/** Organizations whose activities the viewer keeps by a grant there: of all that lie below, others are in charge. */
export const homes = (viewer: Viewer): string[] =>
  viewer.grants.flatMap(({ role, organizationId }) =>
    organizationId && reaches(role, 'activity.maintain').length > 0 ? [organizationId] : [],
  );
