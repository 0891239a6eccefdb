import type { Viewer } from '@dangwu/access';
import { associationZone, Clock, dateIn } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { MatterRecordKind } from '../record/matter-record.enums';
import { ReviewRuleEntity } from '../review-rule/review-rule.entity';
import { decidingWords, reviewingWords } from '../review-rule/review-rule-words';
import { ReviewRules } from '../review-rule/review-rules';
import { ChangeMatter, type MatterChange, type MatterStep } from './change-matter';
import { gateOpen } from './matter-lifecycle';
import { opinionWords } from './matter-words';
import { CouncilItemEntity, MatterEntity } from './matter.entity';
import { CouncilOutcome, MatterState } from './matter.enums';
import { matterErrors } from './matter.errors';
import type { PlaceOnCouncilAgendaInput, RecordCouncilOutcomeInput } from './matter.inputs';
import { ruleInWords } from './submit-matter';

/** What the standing council made of a matter in a joint session. */
export interface SessionDecision {
  readonly outcome: CouncilOutcome;
  /** when it sat */
  readonly on: Date;
  /** how it was voted */
  readonly reason: string;
}

/** The way to the body that decides, and the gate before it. */
@Injectable()
export class CouncilAgenda {
  constructor(
    private readonly changes: ChangeMatter,
    private readonly database: Database,
    private readonly rules: ReviewRules,
    private readonly clock: Clock,
  ) {}

  /** @throws MATTER_GATE, MATTER_STATE, COUNCIL_MEETING_DAY, STALE_VERSION */
  place(viewer: Viewer, { meetingOn, ...step }: PlaceOnCouncilAgendaInput): Promise<string> {
    return this.throughGate(viewer, 'forward', step, async (tx, matter) => {
      const today = this.clock.today();
      if (meetingOn < today) throw matterErrors.COUNCIL_MEETING_DAY({ on: meetingOn });
      return this.forwarding(tx, viewer, matter, meetingOn);
    });
  }

  /** @throws MATTER_GATE, MATTER_STATE, COUNCIL_MEETING_DAY, COUNCIL_OUTCOME_REASON, STALE_VERSION */
  recordOutcome(viewer: Viewer, input: RecordCouncilOutcomeInput): Promise<string> {
    const { outcome, decidedOn, reason: given, ...step } = input;
    const reason = given?.trim() || null;
    return this.throughGate(viewer, 'decide', step, async (tx, matter) => {
      const item = await tx.findOneByOrFail(CouncilItemEntity, { matterId: matter.id });
      if (decidedOn > this.clock.today() || decidedOn < item.meetingOn)
        throw matterErrors.COUNCIL_MEETING_DAY({ on: decidedOn });
      if (outcome !== CouncilOutcome.ADOPTED && !reason) throw matterErrors.COUNCIL_OUTCOME_REASON();
      return this.deciding(tx, viewer, matter, item, { outcome, decidedOn, reason });
    });
  }

  /**
   * What the standing council decided in the session that it sits in together with the reviewing body: forwarded and decided
   * in the transaction of the session, through the same gate.
   * @throws MATTER_STATE
   */
  async decideInSession(tx: EntityManager, viewer: Viewer, matterId: string, decision: SessionDecision): Promise<void> {
    const { outcome, reason } = decision;
    const on = dateIn(associationZone, decision.on);
    const step = { id: matterId };
    await this.changes.within(tx, viewer, 'forward', step, (_, matter) => this.forwarding(tx, viewer, matter, on));
    await this.changes.within(tx, viewer, 'decide', step, async (_, matter) => {
      const item = await tx.findOneByOrFail(CouncilItemEntity, { matterId });
      return this.deciding(tx, viewer, matter, item, { outcome, decidedOn: on, reason });
    });
  }

  private async forwarding(
    tx: EntityManager,
    viewer: Viewer,
    matter: MatterEntity,
    meetingOn: string,
  ): Promise<MatterChange> {
    const rule = await tx.findOneByOrFail(ReviewRuleEntity, { id: matter.reviewRuleId! });
    const { id: matterId, associationId, organizationId } = matter;
    const { decidingBody } = rule;
    const at = this.clock.now();
    const placed = { decidingBody, meetingOn, placedBy: viewer.account.name, placedAt: at };
    const row = { id: newId(at.getTime()), associationId, matterId, organizationId, ...placed };
    await tx.insert(CouncilItemEntity, row);
    const state = MatterState.FORWARDED;
    return {
      set: { state },
      event: {
        kind: MatterRecordKind.FORWARDED,
        data: { decidingBody, meetingOn },
        action: 'matter.forward',
        before: { state: matter.state },
        after: { state, decidingBody, meetingOn },
      },
    };
  }

  private async deciding(
    tx: EntityManager,
    viewer: Viewer,
    matter: MatterEntity,
    item: CouncilItemEntity,
    decided: Pick<CouncilItemEntity, 'outcome' | 'decidedOn' | 'reason'>,
  ): Promise<MatterChange> {
    await tx.save(CouncilItemEntity, { ...item, ...decided, recordedBy: viewer.account.name });
    const { outcome, decidedOn, reason } = decided;
    const state = MatterState.DECIDED;
    return {
      set: { state },
      event: {
        kind: MatterRecordKind.DECIDED,
        data: decided,
        action: 'matter.decide',
        reason,
        before: { state: matter.state },
        after: { state, outcome, decidedOn },
      },
    };
  }

  /** The attempt at a closed gate stays on record although nothing else of it does. */
  private async throughGate(
    viewer: Viewer,
    act: 'forward' | 'decide',
    step: MatterStep,
    work: (tx: EntityManager, matter: MatterEntity) => Promise<MatterChange>,
  ): Promise<string> {
    const id = localId('Matter', step.id);
    const matter = await this.changes.find(viewer, 'matter.conduct', id);
    if (!gateOpen(matter)) throw await this.refuse(viewer, act, id);
    try {
      return await this.changes.change(viewer, 'matter.conduct', act, step, work);
    } catch (error) {
      const held = error instanceof QueryFailedError && /council_item_gate/.test(error.message);
      throw held ? await this.refuse(viewer, act, id) : error;
    }
  }

  /** Writes the attempt down, in a transaction of its own. @returns the refusal */
  private refuse(viewer: Viewer, act: 'forward' | 'decide', id: string): Promise<Error> {
    return this.database.transaction(viewer.scope('matter.conduct'), async (tx) => {
      const matter = await tx.findOneOrFail(MatterEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      const rule = matter.reviewRuleId
        ? await tx.findOneBy(ReviewRuleEntity, { id: matter.reviewRuleId })
        : await this.rules.applying(tx, matter);
      const refusal = rule
        ? matterErrors.MATTER_GATE({ title: matter.title, ...inWords(matter, rule), ...ruleInWords(rule) })
        : matterErrors.MATTER_GATE({ title: matter.title, ...inWords(matter, null), ...noRule });
      await this.changes.leave(tx, viewer, matter, {
        kind: MatterRecordKind.GATE_REFUSED,
        data: { act, reason: refusal.messages.zh },
        action: 'matter.gateRefused',
        after: { act },
      });
      return refusal;
    });
  }
}

const noRule = {
  ruleZh: '“还没有适用规则的事项不得上会”',
  ruleEn: 'the rule that what has no rule yet is not decided',
  basisZh: '协会章程和党委议事规则',
  basisEn: 'charter and rules of procedure of the house',
};

function inWords({ opinion }: MatterEntity, rule: ReviewRuleEntity | null) {
  const body = reviewingWords[rule?.reviewingBody ?? 'FUNCTIONAL_COMMITTEE'];
  const deciding = decidingWords[rule?.decidingBody ?? 'COUNCIL'];
  const words = opinion && opinionWords[opinion];
  return {
    bodyZh: body.zh,
    bodyEn: body.en,
    decidingZh: deciding.zh,
    decidingEn: deciding.en,
    opinionZh: words ? `审议意见是“${words.zh}”` : '还没有审议意见',
    opinionEn: words ? `its opinion is "${words.en}"` : 'there is no opinion yet',
  };
}
