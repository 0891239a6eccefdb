import { Access, type Viewer } from '@dangwu/access';
import { DocumentNumbers } from '@dangwu/documents';
import { Clock, plusDays } from '@dangwu/platform/clock';
import type { Messages } from '@dangwu/platform/errors';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { ChangeDispatch, type DispatchStep } from './change-dispatch';
import { checkDispatch, type CheckedDispatch } from './dispatch-checks';
import type { DispatchEntity } from './dispatch.entity';
import { DispatchKind, DispatchState, DispatchStepKind } from './dispatch.enums';
import { dispatchErrors } from './dispatch.errors';
import type { CheckDispatchInput } from './dispatch.inputs';
import { copiesOf, factsOf } from './dispatch.service';
import { DispatchSurroundings, superiorOf, type Superior, type Surroundings } from './surroundings';

/** The checks of a dispatch while it is written, and the same when it is issued, with its number. */
@Injectable()
export class IssueDispatch {
  constructor(
    private readonly changes: ChangeDispatch,
    private readonly surroundings: DispatchSurroundings,
    private readonly numbers: DocumentNumbers,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** What issuing it now would find. @throws UNKNOWN_ID, PERMISSION_MISSING, DISPATCH_SUPERIOR */
  async check(viewer: Viewer, { organizationId: global, ...input }: CheckDispatchInput): Promise<CheckedDispatch[]> {
    const around = await this.aroundOf(viewer, global, copiesOf(input.copies ?? []));
    const superior = superiorOf(around, input);
    return checkDispatch({ ...factsOf(input, around), superior }, around, this.clock.today());
  }

  /** To whom an organization may write, the next level up first. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async superiors(viewer: Viewer, global: string): Promise<readonly Superior[]> {
    return (await this.aroundOf(viewer, global)).superiors;
  }

  /**
   * Issued, it gets its number: of each kind the sender's own, without gaps. What was done before the reply came owes a
   * report of it.
   * @throws STALE_VERSION, DISPATCH_STATE, DISPATCH_INCOMPLETE, and what a check refuses
   */
  async issue(viewer: Viewer, step: DispatchStep): Promise<string> {
    const { organizationId, copies } = await this.changes.find(viewer, 'dispatch.write', step.id);
    const around = await this.surroundings.of(viewer, organizationId, copies);
    return this.changes.change(viewer, 'dispatch.write', 'issue', step, async (tx, dispatch) => {
      const today = this.clock.today();
      refuseIncomplete(dispatch);
      const refused = checkDispatch(standing(dispatch, around), around, today).find(({ refuses }) => refuses);
      if (refused) throw refused.refusal!;
      const { associationId, id: subjectId, kind } = dispatch;
      const year = Number(today.slice(0, 4));
      const given = await this.numbers.give(tx, { associationId, organizationId, kind, year, subjectId });
      const number = `${kind === DispatchKind.REQUEST ? '请' : '报'}${given}`;
      const acted = dispatch.actOn !== null && dispatch.actOn <= today;
      const days = around.rule('req.urgent.followUp').parsed?.numerator ?? 0;
      const owed = acted ? { followUpAsked: true, followUpDueOn: plusDays(today, days) } : {};
      return {
        set: { state: DispatchState.ISSUED, number, issuedOn: today, ...owed },
        // what was issued is told by it, also when a file is lost
        after: dispatch.attachmentsHash ? { attachmentsHash: dispatch.attachmentsHash } : {},
        action: 'dispatch.issue',
        step: { kind: DispatchStepKind.ISSUED, text: number },
      };
    });
  }

  private async aroundOf(viewer: Viewer, global: string, copies?: readonly string[]): Promise<Surroundings> {
    const organizationId = localId('PartyOrganization', global);
    this.access.require(viewer, 'dispatch.write', await this.access.place(null, viewer, organizationId));
    return this.surroundings.of(viewer, organizationId, copies);
  }
}

/** As it was drafted; whoever it was to go to may lead the sender no longer. */
function standing(dispatch: DispatchEntity, around: Surroundings) {
  const { superiorOrganizationId: id, superiorName } = dispatch;
  const superiorOrganizationId = id && globalId('PartyOrganization', id);
  return { ...dispatch, superior: superiorOf(around, { superiorOrganizationId, superiorName }) };
}

function refuseIncomplete({ title, body, superiorName }: DispatchEntity): void {
  const lacking: Messages[] = [];
  if (!body) lacking.push({ zh: '没有写正文', en: 'it has no text' });
  if (!superiorName) lacking.push({ zh: '没有主送机关', en: 'it goes to nobody' });
  if (lacking.length === 0) return;
  throw dispatchErrors.DISPATCH_INCOMPLETE({
    title,
    missingZh: lacking.map(({ zh }) => zh).join('、'),
    missingEn: lacking.map(({ en }) => en).join(', '),
  });
}
