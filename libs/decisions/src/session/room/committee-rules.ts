import type { Messages } from '@dangwu/platform/errors';
import { Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MajorityBase, type BallotKind } from '../../review-rule/review-rule.enums';
import type { ReviewRuleEntity } from '../../review-rule/review-rule.entity';
import { ruleInWords } from '../../matter/submit-matter';
import { SessionBody } from '../session.enums';
import type { Asked } from '../standing';

/** A rule as refusals name it. */
export interface RuleInWords {
  readonly ruleZh: string;
  readonly ruleEn: string;
  readonly basisZh: string;
  readonly basisEn: string;
}

/** What is asked of one body, and by which rule. */
export interface AskedOfBody {
  readonly asked: Asked;
  readonly rule: RuleInWords;
}

/** What rules ask of the two bodies: the review rule of the reviewing body, the register of the standing council. */
@Injectable()
export class CommitteeRules {
  constructor(private readonly rules: Rules) {}

  /**
   * @param rule of the item
   * @param recusals whether anybody is recused: only then the rule on how they count is read
   */
  async asked(tx: EntityManager, rule: ReviewRuleEntity, body: SessionBody, recusals: boolean): Promise<AskedOfBody> {
    const { associationId, presence, majority, majorityBase } = rule;
    const recusedEntitled = recusals && (await this.recusedCount(tx, associationId));
    if (body === SessionBody.PARTY)
      return { asked: { presence, majority, majorityBase, recusedEntitled }, rule: ruleInWords(rule) };
    const quorum = await this.rules.inForce(tx, { associationId, key: 'council.quorum' });
    const passed = await this.rules.inForce(tx, { associationId, key: 'council.majority' });
    const shares = { presence: quorum.value, majority: passed.value, majorityBase: MajorityBase.PRESENT };
    return { asked: { ...shares, recusedEntitled }, rule: inWords(quorum) };
  }

  /** The chair speaks last on every matter. */
  async chairLast(tx: EntityManager, associationId: string): Promise<RuleInWords> {
    return inWords(await this.rules.inForce(tx, { associationId, key: 'session.chairLast' }));
  }

  async recusal(tx: EntityManager, associationId: string): Promise<RuleInWords> {
    return inWords(await this.rules.inForce(tx, { associationId, key: 'recusal.base' }));
  }

  /** Whether those recused are counted as entitled all the same; they are never there. */
  private async recusedCount(tx: EntityManager, associationId: string): Promise<boolean> {
    return (await this.rules.inForce(tx, { associationId, key: 'recusal.base' })).value === 'entitled';
  }
}

/** How a body votes: the standing council as the reviewing body, unless the rule says otherwise. */
export const ballotOf = ({ ballot, councilBallot }: ReviewRuleEntity, body: SessionBody): BallotKind =>
  body === SessionBody.COUNCIL ? (councilBallot ?? ballot) : ballot;

const inWords = ({ name, basis }: { readonly name: Messages; readonly basis: Messages }): RuleInWords => ({
  ruleZh: name.zh,
  ruleEn: name.en,
  basisZh: basis.zh,
  basisEn: basis.en,
});
