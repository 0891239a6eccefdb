import type { Viewer } from '@dangwu/access';
import { toPdf, toWord } from '@dangwu/documents';
import { PartyOrganizationEntity } from '@dangwu/organization';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { dispatchDocument } from './dispatch-document';
import { ownOf } from './dispatch-attachments';
import { DispatchEntity } from './dispatch.entity';

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** A file that is made for whoever asks. */
export interface PrintedDispatch {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Dispatches as they are printed and signed, Word or PDF. Nothing is kept: the same dispatch makes the same file. */
@Injectable()
export class DispatchFiles {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws UNKNOWN_ID, also to whoever may not read it */
  async make(viewer: Viewer, global: string, format: string): Promise<PrintedDispatch> {
    if (!isFormat(format)) throw platformErrors.UNKNOWN_ID();
    const id = localId('Dispatch', global);
    const { dispatch, organization, attachments } = await this.database.transaction(
      viewer.scope('dispatch.read'),
      async (tx) => {
        const found = await tx.findOneBy(DispatchEntity, { id });
        if (!found) throw platformErrors.UNKNOWN_ID();
        const { organizationId, title } = found;
        await this.audit.record(tx, {
          action: 'dispatch.download',
          subjectType: 'Dispatch',
          subjectId: id,
          subjectName: title,
          organizationId,
          after: { format },
        });
        const { name } = await tx.findOneByOrFail(PartyOrganizationEntity, { id: organizationId });
        const files = await ownOf(tx, found);
        return { dispatch: found, organization: name, attachments: files.map((file) => file.name) };
      },
    );
    const document = dispatchDocument(dispatch, organization, this.clock.today(), attachments);
    const content = await (format === 'pdf' ? toPdf(document) : toWord(document));
    return { name: `${dispatch.title}${dispatch.number ?? '（草稿）'}.${format}`, type: types[format], content };
  }
}

const isFormat = (format: string): format is keyof typeof types => Object.hasOwn(types, format);
