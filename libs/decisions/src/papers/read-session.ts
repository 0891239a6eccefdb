import { everywhere } from '@dangwu/access';
import { PartyOrganizationEntity } from '@dangwu/organization';
import { AssociationEntity } from '@dangwu/platform/database';
import { In, Not, type EntityManager } from 'typeorm';
import { CouncilItemEntity, MatterEntity, MatterMaterialEntity } from '../matter/matter.entity';
import { ReviewRuleEntity } from '../review-rule/review-rule.entity';
import {
  SessionItemEntity,
  SessionMemberEntity,
  SessionRecusalEntity,
  SessionViewEntity,
  SessionVoteEntity,
  type ReviewSessionEntity,
} from '../session/session.entity';
import { SessionItemState } from '../session/session.enums';
import type { ItemFacts, MatterFacts, RuleFacts, SessionFacts, VoteFacts } from './session-facts';

/** A session as its papers tell it. Whoever may have the papers has them whole, wherever its matters come from. */
export const readSession = (tx: EntityManager, session: ReviewSessionEntity): Promise<SessionFacts> =>
  everywhere(tx, async () => {
    const { id: sessionId, organizationId, associationId, openedAt, closedAt } = session;
    const association = await tx.findOneByOrFail(AssociationEntity, { id: associationId });
    const organization = await tx.findOneByOrFail(PartyOrganizationEntity, { id: organizationId });
    const seats = await tx.find(SessionMemberEntity, { where: { sessionId }, order: { body: 'DESC', seat: 'ASC' } });
    const { reviewingBody, joint, title, year, no, place } = session;
    return {
      association: association.name,
      organization: organization.name,
      reviewingBody,
      joint,
      title,
      year,
      no,
      startsAt: openedAt ?? session.startsAt,
      endsAt: closedAt ?? session.endsAt,
      place,
      seats,
      items: await itemsOf(tx, sessionId),
    };
  });

async function itemsOf(tx: EntityManager, sessionId: string): Promise<ItemFacts[]> {
  const items = await tx.find(SessionItemEntity, {
    where: { sessionId, state: Not(SessionItemState.REMOVED) },
    order: { no: 'ASC' },
  });
  const of = { itemId: In(items.map(({ id }) => id)) };
  const recusals = await tx.findBy(SessionRecusalEntity, of);
  const views = await tx.find(SessionViewEntity, { where: of, order: { at: 'ASC' } });
  const votes = await tx.findBy(SessionVoteEntity, of);
  const matters = await mattersOf(tx, items);
  return items.map((item) => ({
    ...item,
    matter: (item.matterId && matters.get(item.matterId)) || null,
    recusals: recusals
      .filter(({ itemId }) => itemId === item.id)
      .map(({ sessionMemberId: seatId, reason }) => ({ seatId, reason })),
    views: views
      .filter(({ itemId }) => itemId === item.id)
      .map(({ sessionMemberId: seatId, kind, text }) => ({ seatId, kind, text })),
    votes: votes.filter(({ itemId }) => itemId === item.id).flatMap(counted),
  }));
}

/** One that was given up, or is still open, counts nothing. */
function counted({ inFavour, against, abstained, passed, ...vote }: SessionVoteEntity): VoteFacts[] {
  if (inFavour === null || against === null || abstained === null) return [];
  return [{ ...vote, inFavour, against, abstained, passed: passed === true }];
}

async function mattersOf(tx: EntityManager, items: readonly SessionItemEntity[]): Promise<Map<string, MatterFacts>> {
  const ids = items.flatMap(({ matterId }) => matterId ?? []);
  const found = new Map<string, MatterFacts>();
  const rules = await tx.findBy(ReviewRuleEntity, { id: In(items.flatMap((item) => item.reviewRuleId ?? [])) });
  for (const matter of await tx.findBy(MatterEntity, { id: In(ids) })) {
    const rule = rules.find(({ id }) => id === items.find(({ matterId }) => matterId === matter.id)?.reviewRuleId);
    found.set(matter.id, await factsOfMatter(tx, matter, rule ?? null));
  }
  return found;
}

/** A matter as its cover sheet tells it. */
export async function factsOfMatter(
  tx: EntityManager,
  matter: MatterEntity,
  rule: ReviewRuleEntity | null,
): Promise<MatterFacts> {
  const { name: proposer } = await tx.findOneByOrFail(PartyOrganizationEntity, { id: matter.organizationId });
  const rows = await tx.find(MatterMaterialEntity, {
    where: { matterId: matter.id },
    order: { kind: 'ASC', no: 'ASC' },
  });
  const latest = new Map(rows.map(({ size, ...row }) => [row.kind, { ...row, size: Number(size) }]));
  const council = await tx.findOneBy(CouncilItemEntity, { matterId: matter.id });
  return {
    ...matter,
    proposer,
    proposedBy: matter.proposerName,
    outcome: council?.outcome ?? null,
    rule: rule && ruleFacts(rule),
    materials: [...latest.values()],
  };
}

const ruleFacts = ({ basisZh, ...rule }: ReviewRuleEntity): RuleFacts => ({ ...rule, basis: basisZh });
