import { Access, type Viewer } from '@dangwu/access';
import { Database, systemScope } from '@dangwu/platform/database';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { MinutesOnPaper, MinutesToSign } from './minutes-to-sign.type';

/** So many are answered at once. */
const most = 50;

/** Minutes that await the chair's signature: one's own, whatever one may read otherwise, or on paper. */
@Injectable()
export class AwaitedMinutes {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The longest awaited first. */
  async of(viewer: Viewer): Promise<MinutesToSign[]> {
    const scope = { ...systemScope(viewer.association.id), account: viewer.account.id };
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query<Omit<MinutesToSign, 'previewUrl'>[]>(
        `select m.id, m.version, m.activity_id as "activityId", a.title, o.name as "organizationName", m.content,
           m.content_hash as "contentHash", m.recorder_name as "recorderName",
           m.recorder_signed_at as "recorderSignedAt"
         from minutes m join activity a on a.id = m.activity_id join party_organization o on o.id = m.organization_id
         where m.association_id = $1 and m.state = 'AWAITING' and m.chair_account_id = $2 and m.deleted_at is null
         order by m.recorder_signed_at, m.id limit ${most}`,
        [viewer.association.id, viewer.account.id],
      ),
    );
    return rows.map((row) => {
      const id = globalId('Minutes', row.id);
      const activityId = globalId('Activity', row.activityId);
      return { ...row, id, activityId, previewUrl: `/files/minutes/${id}/preview.pdf` };
    });
  }

  /**
   * Minutes whose chair has no account: whoever keeps the activities there attaches the page that the chair signed, but
   * the recorder, who signed already. The longest awaited first.
   */
  async onPaper(viewer: Viewer, within: string | null): Promise<MinutesOnPaper[]> {
    const place = within ? await this.access.place(null, viewer, localId('PartyOrganization', within)) : null;
    const rows = await this.database.transaction(viewer.scope('activity.maintain'), (tx) =>
      tx.query<MinutesOnPaper[]>(
        `select m.id, m.activity_id as "activityId", a.title, o.name as "organizationName",
           m.content ->> 'chair' as chair, m.recorder_name as "recorderName",
           m.recorder_signed_at as "recorderSignedAt"
         from minutes m join activity a on a.id = m.activity_id join party_organization o on o.id = m.organization_id
         where m.association_id = $1 and m.state = 'AWAITING' and m.chair_account_id is null and m.deleted_at is null
           and m.recorder_account_id <> $2 and starts_with(o.path, $3)
         order by m.recorder_signed_at, m.id limit ${most}`,
        [viewer.association.id, viewer.account.id, place?.path ?? ''],
      ),
    );
    return rows.map((row) => ({
      ...row,
      id: globalId('Minutes', row.id),
      activityId: globalId('Activity', row.activityId),
    }));
  }
}
