import { Access, type Viewer } from '@dangwu/access';
import { toPdf, toWord, type OfficialDocument } from '@dangwu/documents';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { AssessmentCycleEntity, AssessmentEntity } from '../cycle/cycle.entity';
import { ReadNotice } from '../result/read-notice';
import { AssessmentLetterEntity } from './letter.entity';
import { letterErrors } from './letter.errors';
import { noticeDocument } from './notice-document';
import { lettersOf, readyLetters } from './read-letters';
import { resultLetter } from './result-letter';

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
type Format = keyof typeof types;

/** A file that is made for whoever asks. */
export interface PrintedLetter {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Letters as they were issued, drafts of them for whoever conducts the cycle, and the public notice; Word or PDF. */
@Injectable()
export class LetterFiles {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly notices: ReadNotice,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @param global the assessment @throws UNKNOWN_ID, LETTER_NOT_ISSUED */
  async letter(viewer: Viewer, global: string, format: string): Promise<PrintedLetter> {
    if (!isFormat(format)) throw platformErrors.UNKNOWN_ID();
    const id = localId('Assessment', global);
    const { assessment, issued } = await this.database.transaction(viewer.scope('assessment.export'), async (tx) => {
      const found = await tx.findOneBy(AssessmentEntity, { id });
      if (!found) throw platformErrors.UNKNOWN_ID();
      const letter = await tx.findOne(AssessmentLetterEntity, {
        where: { assessmentId: id },
        order: { issuedAt: 'DESC' },
      });
      return { assessment: found, issued: letter };
    });
    const document = issued?.content ?? (await this.draft(viewer, assessment));
    await this.told(viewer, assessment, format, issued?.number ?? null);
    const name = `${assessment.subjectName}${document.title}${issued ? issued.number : '（草稿）'}`;
    return printed(document, name, format);
  }

  /** For everybody, as the notice is. @param global the cycle @throws UNKNOWN_ID */
  async notice(viewer: Viewer, global: string, format: string): Promise<PrintedLetter> {
    if (!isFormat(format)) throw platformErrors.UNKNOWN_ID();
    const notice = await this.notices.read(viewer, global);
    const document = noticeDocument(notice);
    return printed(document, document.title, format);
  }

  /** @throws LETTER_NOT_ISSUED to those who do not conduct the cycle, and where nothing is computed */
  private async draft(viewer: Viewer, assessment: AssessmentEntity): Promise<OfficialDocument> {
    const { subjectName: name, cycleId } = assessment;
    const early = (): Error => letterErrors.LETTER_NOT_ISSUED({ name });
    const scope = systemScope(viewer.association.id);
    const cycle = await this.database.transaction(scope, (tx) =>
      tx.findOneByOrFail(AssessmentCycleEntity, { id: cycleId }),
    );
    const place = await this.access.place(null, viewer, cycle.organizationId);
    if (!viewer.can('assessment.conduct', place) || !cycle.noticeFrom) throw early();
    const [ready] = await this.database.transaction(scope, async (tx) =>
      readyLetters(tx, await lettersOf(tx, cycle), [assessment]),
    );
    if (!ready) throw early();
    return resultLetter(ready.facts, null, this.clock.today());
  }

  private told(viewer: Viewer, assessment: AssessmentEntity, format: Format, number: string | null): Promise<void> {
    return this.database.transaction(viewer.scope('assessment.export'), async (tx) => {
      await this.audit.record(tx, {
        action: 'assessment.downloadLetter',
        subjectType: 'Assessment',
        subjectId: assessment.id,
        subjectName: assessment.subjectName,
        organizationId: assessment.organizationId,
        after: { format, number },
      });
    });
  }
}

async function printed(document: OfficialDocument, name: string, format: Format): Promise<PrintedLetter> {
  const content = await (format === 'pdf' ? toPdf(document) : toWord(document));
  return { name: `${name}.${format}`, type: types[format], content };
}

const isFormat = (format: string): format is Format => Object.hasOwn(types, format);
