import type { Viewer } from '@dangwu/access';
import { toPdf, toWord } from '@dangwu/documents';
import { Audit } from '@dangwu/platform/audit';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { PartyOrganizationEntity } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import { dayOf } from '../activity/activity-checks';
import { ActivityEntity } from '../activity/activity.entity';
import { minutesDocument, type DocumentOf } from './minutes-document';
import type { MinutesContent } from './minutes-content';
import { MinutesEntity, MinutesVersionEntity } from './minutes.entities';

/** A file that is made for whoever asks. */
export interface MadeFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
type Format = keyof typeof types;

/** Minutes as files: a signed version, or a preview of what is written. Nothing is kept: the same content makes the same. */
@Injectable()
export class MinutesFiles {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /**
   * @param which number of a signed version, or `preview`
   * @throws UNKNOWN_ID, also to whoever may not read the activity
   */
  async make(viewer: Viewer, global: string, which: string, format: string): Promise<MadeFile> {
    if (!isFormat(format)) throw platformErrors.UNKNOWN_ID();
    const { content, of } = await this.read(viewer, localId('Minutes', global), which, format);
    const document = minutesDocument(content, of);
    const bytes = await (format === 'pdf' ? toPdf(document) : toWord(document));
    return { name: `${of.title}纪要${of.number ?? '（草稿）'}.${format}`, type: types[format], content: bytes };
  }

  private read(
    viewer: Viewer,
    id: string,
    which: string,
    format: Format,
  ): Promise<{ content: MinutesContent; of: DocumentOf }> {
    return this.database.transaction(viewer.scope('activity.read'), async (tx) => {
      const minutes = await tx.findOneBy(MinutesEntity, { id });
      if (!minutes) throw platformErrors.UNKNOWN_ID();
      const no = /^\d{1,4}$/.test(which) ? Number(which) : null;
      const version = no ? await tx.findOneBy(MinutesVersionEntity, { minutesId: id, no }) : null;
      if (!version && which !== 'preview') throw platformErrors.UNKNOWN_ID();
      const { title, organizationId } = await tx.findOneByOrFail(ActivityEntity, { id: minutes.activityId });
      const { name: organization } = await tx.findOneByOrFail(PartyOrganizationEntity, { id: organizationId });
      await this.audit.record(tx, {
        action: 'minutes.download',
        subjectType: 'Minutes',
        subjectId: id,
        subjectName: title,
        organizationId,
        after: { format, ...(version && { versionNo: version.no }) },
      });
      return {
        content: version?.content ?? minutes.content,
        of: {
          organization,
          title,
          number: version ? minutes.documentNumber : null,
          signed: version && {
            on: dayOf(version.chairSignedAt),
            recorder: version.recorderName,
            chair: version.chairName,
          },
          correction: version?.reason ? { no: version.no, reason: version.reason } : null,
        },
      };
    });
  }
}

const isFormat = (format: string): format is Format => Object.hasOwn(types, format);
