import type { Viewer } from '@dangwu/access';
import { Database, systemScope } from '@dangwu/platform/database';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { MinutesToSign } from './minutes-to-sign.type';

/** So many are answered at once. */
const most = 50;

/** Minutes that await one's own signature as the chair, whatever one may read otherwise. */
@Injectable()
export class AwaitedMinutes {
  constructor(private readonly database: Database) {}

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
}
