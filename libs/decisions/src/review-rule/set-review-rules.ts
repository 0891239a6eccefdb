import { missing, type Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { checkBands, checkShare } from './bands';
import { categoryWords } from './review-rule-words';
import { ReviewRuleEntity } from './review-rule.entity';
import { reviewRuleErrors } from './review-rule.errors';
import type { SetReviewRulesInput } from './review-rule.inputs';

/** Puts a new version of the rules of a category and tier in force. Versions before it stay: matters were filed under them. */
@Injectable()
export class SetReviewRules {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** @returns UUID of its lowest band. @throws REVIEW_BANDS_…, REVIEW_SHARE, REVIEW_RULE_PAST, _CHANGED, _LATER */
  async set(viewer: Viewer, input: SetReviewRulesInput): Promise<string> {
    if (!viewer.holdsEverywhere('reviewRule.maintain')) throw missing('reviewRule.maintain');
    const bands = input.bands.map((band) => ({ ...band, amountTo: band.amountTo ?? null }));
    checkBands(bands);
    for (const { presence, majority } of bands) [presence, majority].forEach(checkShare);
    const { effectiveFrom } = input;
    if (effectiveFrom < this.clock.today()) throw reviewRuleErrors.REVIEW_RULE_PAST({ on: effectiveFrom });
    return this.database.transaction(viewer.scope('reviewRule.maintain'), async (tx) => {
      const before = await this.endLatest(tx, viewer.association.id, input);
      const facts = {
        associationId: viewer.association.id,
        category: input.category,
        tier: input.tier,
        versionNo: input.versionNo + 1,
        basisZh: input.basis.trim(),
        basisEn: input.basis.trim(),
        effectiveFrom,
        effectiveTo: null,
      };
      const rows = bands
        .sort((a, b) => (BigInt(a.amountFrom) < BigInt(b.amountFrom) ? -1 : 1))
        .map((band) => ({ ...band, councilBallot: band.councilBallot ?? null, ...facts, id: newId() }));
      await tx.insert(ReviewRuleEntity, rows);
      const { id } = rows[0]!;
      await this.audit.record(tx, {
        action: 'reviewRule.set',
        subjectType: 'ReviewRule',
        subjectId: id,
        subjectName: categoryWords[input.category].zh,
        reason: facts.basisZh,
        before: before.length ? { versionNo: input.versionNo, bands: before.map(recorded) } : null,
        after: { tier: input.tier, versionNo: facts.versionNo, effectiveFrom, bands: rows.map(recorded) },
      });
      return id;
    });
  }

  /** The version before ends the day this one begins; one that was to begin that day never holds. */
  private async endLatest(
    tx: EntityManager,
    associationId: string,
    { category, tier, versionNo, effectiveFrom }: SetReviewRulesInput,
  ): Promise<ReviewRuleEntity[]> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('review_rule'), hashtext($1))`, [
      `${associationId} ${category} ${tier}`,
    ]);
    const open = await tx.findBy(ReviewRuleEntity, { associationId, category, tier, effectiveTo: IsNull() });
    const { zh: categoryZh, en: categoryEn } = categoryWords[category];
    const current = open[0]?.versionNo ?? 0;
    if (current !== versionNo) throw reviewRuleErrors.REVIEW_RULE_CHANGED({ categoryZh, categoryEn, current });
    for (const row of open) {
      if (row.effectiveFrom > effectiveFrom)
        throw reviewRuleErrors.REVIEW_RULE_LATER({ categoryZh, categoryEn, from: row.effectiveFrom });
      const gone = row.effectiveFrom === effectiveFrom;
      await tx.save(ReviewRuleEntity, {
        ...row,
        ...(gone ? { deletedAt: this.clock.now() } : { effectiveTo: effectiveFrom }),
      });
    }
    return open;
  }
}

const recorded = (row: Pick<ReviewRuleEntity, keyof Recorded>): Recorded => ({
  amountFrom: row.amountFrom,
  amountTo: row.amountTo,
  reviewRequired: row.reviewRequired,
  reviewingBody: row.reviewingBody,
  materials: row.materials,
  daysAhead: row.daysAhead,
  presence: row.presence,
  majorityBase: row.majorityBase,
  majority: row.majority,
  ballot: row.ballot,
  councilBallot: row.councilBallot,
  speakingOrder: row.speakingOrder,
  expertOpinion: row.expertOpinion,
  legalCheck: row.legalCheck,
  decidingBody: row.decidingBody,
  urgentDays: row.urgentDays,
});
type Recorded = Pick<
  ReviewRuleEntity,
  | 'amountFrom'
  | 'amountTo'
  | 'reviewRequired'
  | 'reviewingBody'
  | 'materials'
  | 'daysAhead'
  | 'presence'
  | 'majorityBase'
  | 'majority'
  | 'ballot'
  | 'councilBallot'
  | 'speakingOrder'
  | 'expertOpinion'
  | 'legalCheck'
  | 'decidingBody'
  | 'urgentDays'
>;
