import { BallotReports } from '@dangwu/ballots';
import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { ChangeMatter } from '../../matter/change-matter';
import { CouncilAgenda } from '../../matter/council-agenda';
import { ruleInWords } from '../../matter/submit-matter';
import { MatterState, OpinionKind } from '../../matter/matter.enums';
import { MatterRecordKind } from '../../record/matter-record.enums';
import { ReviewRuleEntity } from '../../review-rule/review-rule.entity';
import { ReviewSessionEntity, SessionItemEntity, SessionVoteEntity } from '../session.entity';
import { SessionItemState, SessionState } from '../session.enums';
import { faultOfConclusion, outcomeOf, type ConclusionFault } from './conclusion-rules';
import { RoomFrame, type InRoom } from './room-frame';
import { bodyWords } from './room-words';
import { roomErrors } from './room.errors';
import type { ConcludeSessionItemInput } from './room.inputs';

/** The end of an item: the opinion on its matter, and in a joint session what the standing council decided. */
@Injectable()
export class Conclusions {
  constructor(
    private readonly frame: RoomFrame,
    private readonly changes: ChangeMatter,
    private readonly agenda: CouncilAgenda,
    private readonly reports: BallotReports,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns UUID of the session
   * @throws STALE_VERSION, ROOM_STATE, SESSION_ITEM_STATE, SESSION_VOTE_OPEN, SESSION_OPINION_MISSING,
   * SESSION_AGREE_NEEDS_VOTE, SESSION_OPINION_AGAINST_VOTE, MATTER_STATE
   */
  conclude(viewer: Viewer, input: ConcludeSessionItemInput): Promise<string> {
    const { itemId, version, opinion = null } = input;
    const text = input.opinionText.trim();
    const id = localId('SessionItem', itemId);
    return this.frame.conduct(viewer, { item: id }, async (tx, room) => {
      this.frame.checkState(room, 'conduct', SessionState.OPEN);
      const item = await this.frame.item(tx, room, id);
      if (item.version !== version) throw platformErrors.STALE_VERSION({ current: item.version });
      // the party body first, as it voted
      const votes = await tx.find(SessionVoteEntity, {
        where: { itemId: id, voidReason: IsNull() },
        order: { body: 'DESC' },
      });
      const fault = faultOfConclusion({ matter: item.matterId !== null, opinion, text, votes });
      if (fault) throw await refusal(tx, fault, item);
      const state = SessionItemState.CONCLUDED;
      const concluded = { state, opinion, opinionText: text, concludedAt: this.clock.now() };
      await tx.update(SessionItemEntity, { id }, concluded);
      await tx.update(ReviewSessionEntity, { id: room.session.id }, { currentItemId: null });
      await this.frame.leave(tx, room, { action: 'session.conclude', after: { item: item.title, opinion } });
      if (item.matterId && opinion) await this.review(tx, room, item.matterId, opinion, text, votes);
    });
  }

  private async review(
    tx: EntityManager,
    room: InRoom,
    matterId: string,
    opinion: OpinionKind,
    text: string,
    votes: readonly SessionVoteEntity[],
  ): Promise<void> {
    const { viewer, session } = room;
    const ids = votes.map(({ ballotId }) => ballotId);
    const reports = await this.reports.progress(tx, ids, viewer.account.id);
    const hashes = new Map(reports.map((report) => [report.id, report.publishedHash]));
    await this.changes.within(tx, viewer, 'review', { id: matterId }, async (_, matter) => {
      const state = MatterState.REVIEWED;
      const counts = votes.map((vote) => countsOf(vote, hashes));
      return {
        set: { state, opinion },
        event: {
          kind: MatterRecordKind.REVIEWED,
          data: { session: session.title, opinion, text, votes: counts },
          action: 'matter.review',
          before: { state: matter.state },
          after: { state, opinion },
        },
      };
    });
    const outcome = outcomeOf(votes);
    if (!outcome) return;
    const vote = votes.find(({ body }) => body === 'COUNCIL')!;
    await this.agenda.decideInSession(tx, viewer, matterId, {
      outcome,
      // it may have begun on another day than it was called for
      on: session.openedAt ?? session.startsAt,
      reason: inFavourOf(vote),
    });
  }
}

/** What the record keeps of a vote, for whoever looks at it in ten years. */
function countsOf(vote: SessionVoteEntity, hashes: ReadonlyMap<string, string | null>): Record<string, unknown> {
  const { body, secrecy, inFavour, against, abstained, entitled, present, recused, base, needed, passed } = vote;
  const { presence, majority, majorityBase, ballotId } = vote;
  const asked = { presence, majority, majorityBase, base, needed };
  const counted = { inFavour, against, abstained, passed };
  return {
    body,
    secrecy,
    entitled,
    present,
    recused,
    ...asked,
    ...counted,
    publishedHash: hashes.get(ballotId) ?? null,
  };
}

const inFavourOf = ({ inFavour, against, abstained, needed }: SessionVoteEntity): string =>
  `常务理事会表决：赞成 ${inFavour} 票，反对 ${against} 票，弃权 ${abstained} 票，须 ${needed} 票赞成。`;

async function refusal(tx: EntityManager, fault: ConclusionFault, item: SessionItemEntity): Promise<Error> {
  const { title } = item;
  if (fault === 'VOTE_OPEN') return roomErrors.SESSION_VOTE_OPEN({ item: title });
  if (fault === 'HEARD_ONLY') return roomErrors.SESSION_HEARD_ONLY({ item: title });
  if (fault === 'OPINION_MISSING') return roomErrors.SESSION_OPINION_MISSING({ item: title });
  const rule = ruleInWords(await tx.findOneByOrFail(ReviewRuleEntity, { id: item.reviewRuleId! }));
  if (fault === 'AGAINST_VOTE') return roomErrors.SESSION_OPINION_AGAINST_VOTE({ item: title, ...rule });
  const { zh, en } = bodyWords.PARTY;
  return roomErrors.SESSION_AGREE_NEEDS_VOTE({ item: title, bodyZh: zh, bodyEn: en, ...rule });
}
