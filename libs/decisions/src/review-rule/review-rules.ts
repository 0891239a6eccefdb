import { Tier } from '@dangwu/organization';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReviewRuleEntity } from './review-rule.entity';
import type { MatterCategory } from './review-rule.enums';
import { shippedReviewRules } from './shipped-review-rules';

/** A matter as far as it decides which rule applies. */
export interface ReviewQuestion {
  readonly associationId: string;
  readonly category: MatterCategory;
  /** who proposes it */
  readonly organizationId: string;
  /** in fen; null where none was said: the lowest band */
  readonly amountFen: string | null;
}

/** Which rule applies to what. */
@Injectable()
export class ReviewRules {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The rule that holds today for such a matter; null: none does, as of a member unit. */
  async applying(tx: EntityManager, question: ReviewQuestion): Promise<ReviewRuleEntity | null> {
    const { associationId, category, organizationId, amountFen } = question;
    return tx
      .createQueryBuilder(ReviewRuleEntity, 'r')
      .where('r.associationId = :associationId and r.category = :category', { associationId, category })
      .andWhere('r.tier = :tier', { tier: await tierOf(tx, associationId, organizationId) })
      .andWhere('r.amountFrom <= :amount and (r.amountTo is null or :amount < r.amountTo)', {
        amount: amountFen ?? '0',
      })
      .andWhere('r.effectiveFrom <= :on and (r.effectiveTo is null or :on < r.effectiveTo)', { on: this.clock.today() })
      .getOne();
  }

  /** Gives an association the shipped rules of a category and tier of which it has had none. */
  async ship(tx: EntityManager, associationId: string): Promise<void> {
    const had = await tx.find(ReviewRuleEntity, { where: { associationId }, withDeleted: true });
    const known = new Set(had.map(({ category, tier }) => `${category} ${tier}`));
    const missing = shippedReviewRules.filter(({ category, tier }) => !known.has(`${category} ${tier}`));
    if (missing.length === 0) return;
    await tx.insert(
      ReviewRuleEntity,
      missing.map((rule) => ({ ...rule, id: newId(), associationId })),
    );
    await this.audit.record(tx, {
      action: 'shipReviewRules',
      subjectType: 'Association',
      subjectId: associationId,
      after: { rules: missing.length },
      associationId,
    });
  }
}

/** The organization's own tier, else that of the nearest above it: a group belongs to the tier of its branch. */
async function tierOf(tx: EntityManager, associationId: string, organizationId: string): Promise<Tier> {
  const [found] = await tx.query<{ tier: Tier }[]>(
    `select above.tier from party_organization o
       join party_organization above on above.association_id = o.association_id
         and starts_with(o.path, above.path) and above.tier is not null
      where o.id = $2 and o.association_id = $1
      order by length(above.path) desc limit 1`,
    [associationId, organizationId],
  );
  // the root stands at the council's side
  return found?.tier ?? Tier.COUNCIL;
}
