import { Tier } from '@dangwu/organization';
import type { ReviewRuleEntity } from './review-rule.entity';
import {
  BallotKind,
  DecidingBody,
  MajorityBase,
  MatterCategory,
  ReviewingBody,
  SpeakingOrder,
} from './review-rule.enums';

/** A rule as it ships. */
export type ShippedReviewRule = Omit<
  ReviewRuleEntity,
  'id' | 'associationId' | 'externalId' | 'version' | 'deletedAt' | 'createdAt' | 'updatedAt' | 'changeNumber'
>;

const { COUNCIL, STANDING_COUNCIL, OFFICE_MEETING } = DecidingBody;
type Facts = Pick<ShippedReviewRule, 'materials' | 'decidingBody'> &
  Partial<
    Pick<
      ShippedReviewRule,
      | 'amountFrom'
      | 'amountTo'
      | 'reviewRequired'
      | 'presence'
      | 'ballot'
      | 'speakingOrder'
      | 'expertOpinion'
      | 'legalCheck'
      | 'daysAhead'
    >
  >;

/** 10,000 yuan in fen. */
const wan = (count: number): string => String(count * 1_000_000);
const application = '议题申请表';
const plan = '实施方案';
const study = '可行性研究报告';
const funds = '资金来源与预算';

/** By category, for every tier whose matters the association decides; the amounts of a larger house are its own to set. */
const byCategory: Readonly<Record<MatterCategory, readonly Facts[]>> = {
  MAJOR_DECISION: [{ materials: [application, '决策方案及起草说明'], decidingBody: COUNCIL, legalCheck: true }],
  MAJOR_DEPLOYMENT: [{ materials: [application, plan], decidingBody: STANDING_COUNCIL }],
  MAJOR_PROJECT: [
    { amountTo: wan(100), materials: [application, plan], decidingBody: OFFICE_MEETING },
    {
      amountFrom: wan(100),
      materials: [application, study, funds],
      decidingBody: STANDING_COUNCIL,
      expertOpinion: true,
      legalCheck: true,
    },
  ],
  LARGE_FUNDS: [
    { amountTo: wan(50), materials: [application], decidingBody: OFFICE_MEETING, reviewRequired: false },
    { amountFrom: wan(50), amountTo: wan(300), materials: [application, funds], decidingBody: STANDING_COUNCIL },
    {
      amountFrom: wan(300),
      materials: [application, study, funds],
      decidingBody: STANDING_COUNCIL,
      expertOpinion: true,
      legalCheck: true,
    },
  ],
  INSTITUTION: [{ materials: [application, '机构设置方案'], decidingBody: COUNCIL }],
  PERSONNEL: [
    {
      materials: [application, '人选情况材料', '廉政意见'],
      decidingBody: COUNCIL,
      presence: '>= 2/3',
      ballot: BallotKind.SECRET,
      speakingOrder: SpeakingOrder.EVERYONE_CHAIR_LAST,
      daysAhead: 5,
    },
  ],
};

/** Member units decide their own matters: they are guided, not led. */
const tiers = [Tier.SECRETARIAT, Tier.ENTERPRISE, Tier.BRANCH_INSTITUTION, Tier.COUNCIL] as const;

/** What every association begins with: the house layer, resting on its charter and rules of procedure. */
export const shippedReviewRules: readonly ShippedReviewRule[] = tiers.flatMap((tier) =>
  Object.values(MatterCategory).flatMap((category) =>
    byCategory[category].map((facts) => ({
      category,
      tier,
      versionNo: 1,
      amountFrom: '0',
      amountTo: null,
      reviewRequired: true,
      reviewingBody: ReviewingBody.FUNCTIONAL_COMMITTEE,
      daysAhead: 3,
      presence: '>= 1/2',
      majorityBase: MajorityBase.ENTITLED,
      majority: '> 1/2',
      ballot: BallotKind.OPEN,
      councilBallot: null,
      speakingOrder: SpeakingOrder.CHAIR_LAST,
      expertOpinion: false,
      legalCheck: false,
      urgentDays: 7,
      basisZh: '协会章程和党委议事规则（重大事项前置审议）；到会和通过比例参照《中国共产党党组工作条例》',
      basisEn:
        'Charter and rules of procedure of the house (pre-review of major matters); presence and majority by analogy with the Regulations on Party Groups',
      effectiveFrom: '2026-01-01',
      effectiveTo: null,
      ...facts,
    })),
  ),
);
