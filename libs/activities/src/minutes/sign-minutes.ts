import type { Viewer } from '@dangwu/access';
import { DocumentNumbers } from '@dangwu/documents';
import { Clock } from '@dangwu/platform/clock';
import { globalId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ActivityEntity } from '../activity/activity.entity';
import { RecordActivity } from '../activity/record-activity';
import { ChangeMinutes, type MinutesChange } from './change-minutes';
import { faultOfContent, overfullVote, type MinutesContent } from './minutes-content';
import { isWritten, paragraphsOf } from './minutes-text';
import { faultWords, minutesActWords, minutesStateWords } from './minutes-words';
import { MinutesEntity, MinutesVersionEntity } from './minutes.entities';
import { MinutesSigner, MinutesState } from './minutes.enums';
import { minutesErrors } from './minutes.errors';
import type { SignMinutesInput } from './minutes.inputs';
import { Resolutions } from './resolutions';

/** The two signatures: the recorder's hands the minutes over, the chair's locks them. */
@Injectable()
export class SignMinutes {
  constructor(
    private readonly changes: ChangeMinutes,
    private readonly records: RecordActivity,
    private readonly numbers: DocumentNumbers,
    private readonly resolutions: Resolutions,
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
      const name = input.as === MinutesSigner.CHAIR ? content.chair : content.recorder;
      if (name !== viewer.account.name) throw minutesErrors.MINUTES_SIGNER({ name, account: viewer.account.name });
      return input.as === MinutesSigner.RECORDER
        ? this.handOver(viewer, minutes)
        : this.lock(tx, viewer, minutes, activity);
    });
  }

  private handOver(viewer: Viewer, { state, contentHash, versionNo }: MinutesEntity): MinutesChange {
    return {
      set: {
        state: MinutesState.AWAITING,
        recorderAccountId: viewer.account.id,
        recorderName: viewer.account.name,
        recorderSignedAt: this.clock.now(),
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
      chairAccountId: viewer.account.id,
      chairName: viewer.account.name,
      chairSignedAt: now,
    });
    await this.record(tx, viewer, activity, content, correctionReason);
    await this.resolutions.settle(tx, activity, content);
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
      action: 'minutes.lock',
      before: { state: minutes.state },
      after: { state: MinutesState.LOCKED, versionNo: no, contentHash, documentNumber },
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
