import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import { ChangeDispatch } from './change-dispatch';
import { DispatchAttachments } from './dispatch-attachments';
import { DispatchOutcome, DispatchPart, DispatchState, DispatchStepKind } from './dispatch.enums';
import { dispatchErrors } from './dispatch.errors';
import type { RecordDispatchReceiptInput, RecordDispatchReplyInput } from './dispatch.inputs';

/** What the superior does: receives and replies. */
@Injectable()
export class AnswerDispatch {
  constructor(
    private readonly changes: ChangeDispatch,
    private readonly attachments: DispatchAttachments,
    private readonly clock: Clock,
  ) {}

  /** @throws STALE_VERSION, DISPATCH_STATE, DISPATCH_DAY, DISPATCH_FILE_UNKNOWN, DISPATCH_FILE_USED */
  receive(viewer: Viewer, { on, fileId, ...step }: RecordDispatchReceiptInput): Promise<string> {
    return this.changes.change(viewer, 'dispatch.answer', 'receive', step, async (tx, dispatch) => {
      this.refuseDay(on, dispatch.issuedOn!);
      return {
        after: await this.attachments.shown(tx, viewer, dispatch, DispatchPart.RECEIPT, fileId),
        set: { state: DispatchState.RECEIVED, receivedOn: on },
        action: 'dispatch.receive',
        step: { kind: DispatchStepKind.RECEIVED, on },
      };
    });
  }

  /**
   * @throws STALE_VERSION, DISPATCH_STATE, DISPATCH_DAY, DISPATCH_REPLY_WORDS, DISPATCH_FILE_UNKNOWN, DISPATCH_FILE_USED
   */
  reply(viewer: Viewer, input: RecordDispatchReplyInput): Promise<string> {
    const { on, outcome, followUpDueOn = null } = input;
    const [number, text] = [input.number?.trim() || null, input.text?.trim() || null];
    if (outcome !== DispatchOutcome.APPROVED && !text) throw dispatchErrors.DISPATCH_REPLY_WORDS();
    return this.changes.change(viewer, 'dispatch.answer', 'reply', input, async (tx, dispatch) => {
      this.refuseDay(on, dispatch.receivedOn!);
      if (followUpDueOn && followUpDueOn < on) throw dispatchErrors.DISPATCH_DAY({ on: followUpDueOn });
      const followUp = followUpDueOn ? { followUpAsked: true, followUpDueOn } : {};
      return {
        after: await this.attachments.shown(tx, viewer, dispatch, DispatchPart.REPLY, input.fileId),
        set: {
          state: DispatchState.REPLIED,
          outcome,
          repliedOn: on,
          replyNumber: number,
          replyText: text,
          ...followUp,
        },
        action: 'dispatch.reply',
        step: {
          kind: DispatchStepKind.REPLIED,
          on,
          text: [number, text].filter(Boolean).join(' · ') || null,
        },
      };
    });
  }

  private refuseDay(on: string, earliest: string): void {
    if (on < earliest || on > this.clock.today()) throw dispatchErrors.DISPATCH_DAY({ on });
  }
}
