import type { Viewer } from '@dangwu/access';
import { DocumentNumbers } from '@dangwu/documents';
import { Clock } from '@dangwu/platform/clock';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { ActivityEntity } from '../activity/activity.entity';
import { RecordActivity } from '../activity/record-activity';
import { AttachmentEntity } from '../attachment/attachment.entity';
import { ChangeMinutes, type MinutesChange } from './change-minutes';
import { faultOfContent, overfullVote, type MinutesContent } from './minutes-content';
import { isWritten, paragraphsOf } from './minutes-text';
import { faultWords, minutesActWords, minutesStateWords } from './minutes-words';
import { MinutesEntity, MinutesVersionEntity } from './minutes.entities';
import { MinutesSigner, MinutesState } from './minutes.enums';
import { minutesErrors } from './minutes.errors';
import type { SignMinutesInput, SignMinutesOnPaperInput } from './minutes.inputs';
import { Resolutions } from './resolutions';
import { Signers } from './signers';

/** What the chair's signature leaves: here, or on a page that somebody puts on record. */
type ChairSignature = Pick<MinutesVersionEntity, 'chairAccountId' | 'chairName'> &
  Partial<Pick<MinutesVersionEntity, 'paperAttachmentId' | 'paperReason' | 'paperBy'>>;

const signedPages = /^(application\/pdf|image\/)/;

/** The two signatures: the recorder's hands the minutes over, the chair's locks them. */
@Injectable()
export class SignMinutes {
  constructor(
    private readonly changes: ChangeMinutes,
    private readonly records: RecordActivity,
    private readonly numbers: DocumentNumbers,
    private readonly resolutions: Resolutions,
    private readonly signers: Signers,
    private readonly clock: Clock,
  ) {}

  /**
   * A signature is on the content that was read: its hash is sent along.
   * @throws MINUTES_CHANGED, MINUTES_INCOMPLETE, MINUTES_SIGNER, MINUTES_SIGNED_BY_YOU, MINUTES_STATE, and what recording
   *   refuses
   */
  sign(viewer: Viewer, input: SignMinutesInput): Promise<string> {
    return this.changes.change(viewer, 'sign', input, async (tx, minutes, activity) => {
      if (minutes.contentHash !== input.contentHash) throw minutesErrors.MINUTES_CHANGED();
      const { content } = minutes;
      checkComplete(content);
      checkTurn(input.as, minutes, activity);
      // who signed once is told that before anything of names
      if (input.as === MinutesSigner.CHAIR && minutes.recorderAccountId === viewer.account.id)
        throw minutesErrors.MINUTES_SIGNED_BY_YOU({ chair: content.chair });
      const [id, name] =
        input.as === MinutesSigner.CHAIR ? [content.chairId, content.chair] : [content.recorderId, content.recorder];
      if (!(await this.signers.isNamed(tx, viewer, id, name)))
        throw minutesErrors.MINUTES_SIGNER({ name, account: viewer.account.name });
      if (input.as === MinutesSigner.RECORDER) return this.handOver(tx, viewer, minutes, activity);
      const { id: accountId, name: accountName } = viewer.account;
      return this.lock(tx, viewer, minutes, activity, { chairAccountId: accountId, chairName: accountName });
    });
  }

  /**
   * The chair has no account and signed a printed page, which is attached: another than the recorder puts it on record.
   * @throws MINUTES_CHANGED, MINUTES_CHAIR_SIGNS, MINUTES_PAPER_BY_RECORDER, MINUTES_PAPER_UNKNOWN, MINUTES_STATE
   */
  signOnPaper(viewer: Viewer, input: SignMinutesOnPaperInput): Promise<string> {
    return this.changes.change(viewer, 'paper', input, async (tx, minutes, activity) => {
      const { content, contentHash, associationId } = minutes;
      if (contentHash !== input.contentHash) throw minutesErrors.MINUTES_CHANGED();
      checkComplete(content);
      if (await this.signers.chairOf(tx, associationId, content))
        throw minutesErrors.MINUTES_CHAIR_SIGNS({ name: content.chair });
      if (minutes.recorderAccountId === viewer.account.id) throw minutesErrors.MINUTES_PAPER_BY_RECORDER();
      const paper = { id: localId('Attachment', input.attachmentId), activityId: activity.id, deletedAt: IsNull() };
      const page = await tx.findOneBy(AttachmentEntity, paper);
      if (!page || !signedPages.test(page.type)) throw minutesErrors.MINUTES_PAPER_UNKNOWN({ title: activity.title });
      return this.lock(tx, viewer, minutes, activity, {
        chairAccountId: viewer.account.id,
        chairName: content.chair,
        paperAttachmentId: page.id,
        paperReason: input.reason.trim(),
        paperBy: viewer.account.name,
      });
    });
  }

  private async handOver(
    tx: EntityManager,
    viewer: Viewer,
    minutes: MinutesEntity,
    activity: ActivityEntity,
  ): Promise<MinutesChange> {
    const { state, content, contentHash, versionNo, associationId } = minutes;
    const chair = await this.signers.chairOf(tx, associationId, content);
    if (chair) await this.signers.tell(tx, minutes, activity, chair);
    return {
      set: {
        state: MinutesState.AWAITING,
        recorderAccountId: viewer.account.id,
        recorderName: viewer.account.name,
        recorderSignedAt: this.clock.now(),
        chairAccountId: chair?.id ?? null,
      },
      action: 'minutes.signAsRecorder',
      before: { state },
      after: { state: MinutesState.AWAITING, versionNo, contentHash },
      told: true,
    };
  }

  private async lock(
    tx: EntityManager,
    viewer: Viewer,
    minutes: MinutesEntity,
    activity: ActivityEntity,
    signature: ChairSignature,
  ): Promise<MinutesChange> {
    const { id, associationId, organizationId, versionNo: no, content, contentHash, correctionReason } = minutes;
    const now = this.clock.now();
    await tx.insert(MinutesVersionEntity, {
      id: newId(now.getTime()),
      associationId,
      minutesId: id,
      organizationId,
      no,
      content,
      contentHash,
      reason: correctionReason,
      recorderAccountId: minutes.recorderAccountId!,
      recorderName: minutes.recorderName!,
      recorderSignedAt: minutes.recorderSignedAt!,
      chairSignedAt: now,
      ...signature,
    });
    await this.signers.silence(tx, associationId, id);
    await this.record(tx, viewer, activity, content, correctionReason);
    await this.resolutions.settle(tx, viewer, activity, content);
    // a version keeps the number of the first: it is the same document
    const year = Number(this.clock.today().slice(0, 4));
    const documentNumber = await this.numbers.give(tx, {
      associationId,
      organizationId,
      kind: 'MINUTES',
      year,
      subjectId: id,
    });
    return {
      set: { state: MinutesState.LOCKED, documentNumber },
      action: signature.paperReason ? 'minutes.lockOnPaper' : 'minutes.lock',
      reason: signature.paperReason ?? undefined,
      before: { state: minutes.state },
      after: {
        state: MinutesState.LOCKED,
        versionNo: no,
        contentHash,
        documentNumber,
        ...(signature.paperAttachmentId && { paperAttachmentId: signature.paperAttachmentId }),
      },
      told: true,
    };
  }

  /** What was signed is what was held: nobody types times and counts twice. */
  private async record(
    tx: EntityManager,
    viewer: Viewer,
    { id, version, state, summary }: ActivityEntity,
    { startsAt, endsAt, attendance, items }: MinutesContent,
    reason: string | null,
  ): Promise<void> {
    await this.records.take(tx, viewer, state, {
      id: globalId('Activity', id),
      version,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      entitledCount: attendance.entitled!,
      presentCount: attendance.present!,
      remoteCount: attendance.remote,
      leaveCount: attendance.leave,
      summary: summary ?? summaryOf(items),
      reason: reason ?? '会议记录签字锁定',
    });
  }
}

/** How long the summary is that is made of the text. */
const summaryLength = 500;

const summaryOf = (items: MinutesContent['items']): string =>
  items
    .map(
      ({ title, text }) =>
        `${title}：${paragraphsOf(text)
          .flat()
          .map((run) => run.text)
          .join('')}`,
    )
    .join('\n')
    .slice(0, summaryLength);

/** @throws MINUTES_INCOMPLETE, MINUTES_VOTES */
function checkComplete(content: MinutesContent): void {
  const fault = faultOfContent(
    content,
    content.items.some(({ text }) => isWritten(text)),
  );
  if (fault)
    throw minutesErrors.MINUTES_INCOMPLETE({ missingZh: faultWords[fault].zh, missingEn: faultWords[fault].en });
  const vote = overfullVote(content);
  if (vote)
    throw minutesErrors.MINUTES_VOTES({
      votes: vote.inFavour + vote.against + vote.abstained,
      entitled: content.attendance.entitled ?? 0,
    });
}

/** The recorder first, then the chair. @throws MINUTES_STATE */
function checkTurn(as: MinutesSigner, { state }: MinutesEntity, { title }: ActivityEntity): void {
  if ((as === MinutesSigner.RECORDER) === (state === MinutesState.DRAFT)) return;
  const [is, done] = [minutesStateWords[state], minutesActWords.sign];
  throw minutesErrors.MINUTES_STATE({ title, stateZh: is.zh, stateEn: is.en, actZh: done.zh, actEn: done.en });
}
