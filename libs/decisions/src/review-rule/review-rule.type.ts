import { DateScalar, LocalText } from '@dangwu/platform/graphql';
import { Tier } from '@dangwu/organization';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  BallotKind,
  DecidingBody,
  MajorityBase,
  MatterCategory,
  ReviewingBody,
  SpeakingOrder,
} from './review-rule.enums';

@ObjectType({
  description:
    'How matters of a category, a tier and a band of amounts are reviewed before they are decided (审议规则).',
})
export class ReviewRule {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => MatterCategory, { description: 'Of which category of matters.' })
  category!: MatterCategory;

  @Field(() => Tier, { description: 'Of which tier: that of the organization that proposes.' })
  tier!: Tier;

  @Field(() => Int, { description: 'Version of the rules of its category and tier.' })
  versionNo!: number;

  @Field({ description: 'The band begins with this amount: fen, as decimal text.' })
  amountFrom!: string;

  @Field(() => String, { nullable: true, description: 'The band ends before this amount, in fen; null: open.' })
  amountTo!: string | null;

  @Field({ description: 'Whether such a matter is reviewed at all before it is decided.' })
  reviewRequired!: boolean;

  @Field(() => ReviewingBody, { description: 'Which body reviews it.' })
  reviewingBody!: ReviewingBody;

  @Field(() => [String], { description: 'What must be handed in, by name.' })
  materials!: string[];

  @Field(() => Int, { description: 'Working days before the session by which the papers are there.' })
  daysAhead!: number;

  @Field({ description: 'The share of members who must be present: >= 1/2.' })
  presence!: string;

  @Field(() => MajorityBase, { description: 'Of whom the majority is asked.' })
  majorityBase!: MajorityBase;

  @Field({ description: 'The share of votes it takes: > 1/2.' })
  majority!: string;

  @Field(() => BallotKind, { description: 'How it is voted.' })
  ballot!: BallotKind;

  @Field(() => BallotKind, {
    nullable: true,
    description: 'How the standing council votes in a joint session; null: as the reviewing body.',
  })
  councilBallot!: BallotKind | null;

  @Field(() => SpeakingOrder, { description: 'In which order members speak.' })
  speakingOrder!: SpeakingOrder;

  @Field({ description: 'Whether experts give their opinion first.' })
  expertOpinion!: boolean;

  @Field({ description: 'Whether it is checked by law first.' })
  legalCheck!: boolean;

  @Field(() => DecidingBody, { description: 'Which body decides afterwards.' })
  decidingBody!: DecidingBody;

  @Field(() => Int, { description: 'Within how many days an urgent matter is reviewed.' })
  urgentDays!: number;

  @Field(() => LocalText, { description: 'What it rests on.' })
  basis!: LocalText;

  @Field(() => DateScalar, { description: 'The first day on which it holds.' })
  effectiveFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer holds; null: open.' })
  effectiveTo!: string | null;
}
