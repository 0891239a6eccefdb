import { everywhere, type Viewer } from '@dangwu/access';
import { toPdf, toWord } from '@dangwu/documents';
import { Audit } from '@dangwu/platform/audit';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { PartyOrganizationEntity } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
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
    return which === 'preview' ? this.written(viewer, id, format) : this.signed(viewer, id, which, format);
  }

  /** What is written, for whoever may write there, or is to sign it; what is locked for all. */
  private async written(viewer: Viewer, id: string, format: Format) {
    for (const permission of ['activity.maintain', 'activity.read'] as const) {
      const found = await this.database.transaction(viewer.scope(permission), async (tx) => {
        const minutes = await tx.findOneBy(MinutesEntity, { id });
        if (!minutes) return null;
        const of = await this.told(tx, minutes, format, null);
        return { content: minutes.content, of: { ...of, number: null, signed: null, correction: null } };
      });
      if (found) return found;
    }
    throw platformErrors.UNKNOWN_ID();
  }

  private signed(viewer: Viewer, id: string, which: string, format: Format) {
    return this.database.transaction(viewer.scope('activity.read'), async (tx) => {
      const no = /^\d{1,4}$/.test(which) ? Number(which) : null;
      const version = no ? await tx.findOneBy(MinutesVersionEntity, { minutesId: id, no }) : null;
      if (!version) throw platformErrors.UNKNOWN_ID();
      // who reads what was signed does not see the correction that is being written
      const minutes = await everywhere(tx, () => tx.findOneByOrFail(MinutesEntity, { id }));
      const of = await this.told(tx, minutes, format, version.no);
      const { recorderName: recorder, chairName: chair, reason } = version;
      return {
        content: version.content,
        of: {
          ...of,
          number: minutes.documentNumber,
          signed: { on: dayOf(version.chairSignedAt), recorder, chair },
          correction: reason ? { no: version.no, reason } : null,
        },
      };
    });
  }

  /** Whose they are, and that they were downloaded. */
  private async told(
    tx: EntityManager,
    { id, activityId }: MinutesEntity,
    format: Format,
    versionNo: number | null,
  ): Promise<Pick<DocumentOf, 'organization' | 'title'>> {
    const { title, organizationId } = await tx.findOneByOrFail(ActivityEntity, { id: activityId });
    const { name: organization } = await tx.findOneByOrFail(PartyOrganizationEntity, { id: organizationId });
    await this.audit.record(tx, {
      action: 'minutes.download',
      subjectType: 'Minutes',
      subjectId: id,
      subjectName: title,
      organizationId,
      after: { format, ...(versionNo && { versionNo }) },
    });
    return { organization, title };
  }
}

const isFormat = (format: string): format is Format => Object.hasOwn(types, format);
