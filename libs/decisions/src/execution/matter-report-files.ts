import type { Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { Files, type FileEntity } from '@dangwu/platform/files';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { MatterReportEntity } from './matter-report.entity';

/** Files of reports back. */
@Injectable()
export class MatterReportFiles {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly audit: Audit,
  ) {}

  /** For whoever may read the matter now. @throws UNKNOWN_ID, FILE_GONE */
  async open(viewer: Viewer, global: string): Promise<{ file: FileEntity; content: Readable }> {
    const id = localId('MatterReport', global);
    const fileId = await this.database.transaction(viewer.scope('matter.read'), async (tx) => {
      const row = await tx.findOneBy(MatterReportEntity, { id });
      if (!row?.fileId) throw platformErrors.UNKNOWN_ID();
      await this.audit.record(tx, {
        action: 'matter.downloadReport',
        subjectType: 'MatterReport',
        subjectId: id,
        subjectName: row.fileName,
        organizationId: row.organizationId,
        after: { name: row.fileName },
      });
      return row.fileId;
    });
    const file = await this.files.find(viewer.association.id, fileId);
    return { file, content: await this.files.open(file) };
  }
}
