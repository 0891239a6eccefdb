import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { seenMatter } from '../matter/seen-matter';
import { ChangeDispatch, type DispatchStep } from './change-dispatch';
import { DispatchAttachments } from './dispatch-attachments';
import { DispatchEntity } from './dispatch.entity';
import { DispatchKind, DispatchPart, DispatchState, DispatchStepKind } from './dispatch.enums';
import { dispatchErrors } from './dispatch.errors';
import type {
  ChangeDispatchInput,
  DispatchFacts,
  DraftDispatchInput,
  RecordDispatchFollowUpInput,
  WithdrawDispatchInput,
} from './dispatch.inputs';
import { DispatchSurroundings, superiorOf, type Surroundings } from './surroundings';

/** What the sender does to a dispatch besides issuing it. Each answers the UUID. */
@Injectable()
export class DispatchService {
  constructor(
    private readonly changes: ChangeDispatch,
    private readonly attachments: DispatchAttachments,
    private readonly surroundings: DispatchSurroundings,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws UNKNOWN_ID, PERMISSION_MISSING, DISPATCH_SUPERIOR */
  async draft(viewer: Viewer, { organizationId: global, ...input }: DraftDispatchInput): Promise<string> {
    const organizationId = localId('PartyOrganization', global);
    const around = await this.surroundings.of(viewer, organizationId);
    const matterId = await this.matter(viewer, input.matterId);
    const now = this.clock.now();
    return this.changes.add(
      viewer,
      organizationId,
      (tx) =>
        Promise.resolve(
          tx.create(DispatchEntity, {
            ...factsOf(input, around),
            id: newId(now.getTime()),
            associationId: viewer.association.id,
            organizationId,
            matterId,
            state: DispatchState.DRAFT,
            authorName: viewer.account.name,
            createdAt: now,
          }),
        ),
      { action: 'dispatch.draft', step: { kind: DispatchStepKind.DRAFTED } },
    );
  }

  /** All of its facts anew, as a form sends them. @throws STALE_VERSION, DISPATCH_STATE, DISPATCH_SUPERIOR */
  async change(viewer: Viewer, { id, version, ...input }: ChangeDispatchInput): Promise<string> {
    const { organizationId } = await this.changes.find(viewer, 'dispatch.write', id);
    const around = await this.surroundings.of(viewer, organizationId);
    const matterId = await this.matter(viewer, input.matterId);
    return this.changes.change(viewer, 'dispatch.write', 'change', { id, version }, () => ({
      set: { ...factsOf(input, around), matterId },
      action: 'dispatch.change',
    }));
  }

  /** @throws STALE_VERSION, DISPATCH_STATE */
  withdraw(viewer: Viewer, { reason: given, ...step }: WithdrawDispatchInput): Promise<string> {
    return this.changes.change(viewer, 'dispatch.write', 'withdraw', step, () => ({
      set: { state: DispatchState.WITHDRAWN },
      action: 'dispatch.withdraw',
      step: { kind: DispatchStepKind.WITHDRAWN },
      reason: given.trim(),
    }));
  }

  /** @throws STALE_VERSION, DISPATCH_STATE, DISPATCH_DAY, DISPATCH_FILE_UNKNOWN, DISPATCH_FILE_USED */
  followUp(viewer: Viewer, { on, text: given, fileId, ...step }: RecordDispatchFollowUpInput): Promise<string> {
    const text = given.trim();
    return this.changes.change(viewer, 'dispatch.write', 'followUp', step, async (tx, dispatch) => {
      if (on < dispatch.repliedOn! || on > this.clock.today()) throw dispatchErrors.DISPATCH_DAY({ on });
      return {
        set: { followedUpOn: on, followUpText: text },
        after: await this.attachments.shown(tx, viewer, dispatch, DispatchPart.FOLLOW_UP, fileId),
        action: 'dispatch.followUp',
        step: { kind: DispatchStepKind.FOLLOWED_UP, on, text },
      };
    });
  }

  /** @throws STALE_VERSION, DISPATCH_STATE */
  close(viewer: Viewer, step: DispatchStep): Promise<string> {
    return this.changes.change(viewer, 'dispatch.write', 'close', step, () => ({
      set: { state: DispatchState.CLOSED },
      action: 'dispatch.close',
      step: { kind: DispatchStepKind.CLOSED },
    }));
  }

  /** The matter it is about, which its writer can see. @throws UNKNOWN_ID */
  private async matter(viewer: Viewer, global: string | null | undefined): Promise<string | null> {
    if (!global) return null;
    return (await seenMatter(this.database, viewer, localId('Matter', global))).id;
  }
}

const words = (text: string | null | undefined): string | null => text?.trim() || null;

/** What was written; a report plans nothing, so it is never urgent. @throws DISPATCH_SUPERIOR */
export function factsOf(input: DispatchFacts, around: Surroundings) {
  const superior = superiorOf(around, input);
  const asks = input.kind === DispatchKind.REQUEST;
  return {
    kind: input.kind,
    title: input.title.trim(),
    body: input.body?.trim() ?? '',
    superiorOrganizationId: superior?.organizationId ?? null,
    superiorName: superior?.name ?? '',
    levelReason: words(input.levelReason),
    copies: copiesOf(input.copies ?? (around.guide ? [around.guide] : [])),
    actOn: asks ? (input.actOn ?? null) : null,
    urgentReason: asks ? words(input.urgentReason) : null,
    dueOn: input.dueOn ?? null,
  };
}

/** Names of whoever gets a copy, each once. */
export const copiesOf = (names: readonly string[]): string[] => [
  ...new Set(names.map((name) => name.trim()).filter((name) => name !== '')),
];
