import { DateScalar } from '@dangwu/platform/graphql';
import { IsDay, Tier } from '@dangwu/organization';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  Validate,
  ValidateNested,
} from 'class-validator';
import {
  BallotKind,
  DecidingBody,
  MajorityBase,
  MatterCategory,
  ReviewingBody,
  SpeakingOrder,
} from './review-rule.enums';

/** Fen as decimal text, below ten million million yuan. */
export const fenPattern = /^(0|[1-9]\d{0,14})$/;

/** Which rules; the filter of the read model. */
export interface ReviewRuleFilter {
  readonly category?: MatterCategory | null;
  readonly tier?: Tier | null;
  readonly includeEnded?: boolean | null;
}

@ArgsType()
export class ReviewRulesArguments {
  @Field(() => MatterCategory, { nullable: true, description: 'Only of this category.' })
  @IsOptional()
  @IsEnum(MatterCategory)
  category?: MatterCategory | null;

  @Field(() => Tier, { nullable: true, description: 'Only of this tier.' })
  @IsOptional()
  @IsEnum(Tier)
  tier?: Tier | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Also versions that no longer hold; without it they are left out.',
  })
  @IsOptional()
  @IsBoolean()
  includeEnded?: boolean | null;
}

@ArgsType()
export class ReviewRuleForArguments {
  @Field(() => MatterCategory, { description: 'Which category the matter is of.' })
  @IsEnum(MatterCategory)
  category!: MatterCategory;

  @Field(() => ID, { description: 'Which organization proposes it.' })
  @IsString()
  organizationId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its amount in fen, as decimal text; the lowest band without it.',
  })
  @IsOptional()
  @Matches(fenPattern)
  amountFen?: string | null;
}

@InputType({ description: 'How matters of a band of amounts are reviewed.' })
export class ReviewBandInput {
  @Field({ description: 'The band begins with this amount: fen, as decimal text.' })
  @Matches(fenPattern)
  amountFrom!: string;

  @Field(() => String, { nullable: true, description: 'The band ends before this amount, in fen; null: open.' })
  @IsOptional()
  @Matches(fenPattern)
  amountTo?: string | null;

  @Field(() => Boolean, { description: 'Whether such a matter is reviewed at all.' })
  @IsBoolean()
  reviewRequired!: boolean;

  @Field(() => ReviewingBody, { description: 'Which body reviews it.' })
  @IsEnum(ReviewingBody)
  reviewingBody!: ReviewingBody;

  @Field(() => [String], { description: 'What must be handed in, by name; each once.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Matches(/\S/, { each: true })
  @MaxLength(60, { each: true })
  materials!: string[];

  @Field(() => Int, { description: 'Working days before the session by which the papers are there.' })
  @IsInt()
  @Min(0)
  @Max(60)
  daysAhead!: number;

  @Field({ description: 'The share of members who must be present: >= 1/2.' })
  @IsString()
  @MaxLength(12)
  presence!: string;

  @Field(() => MajorityBase, { description: 'Of whom the majority is asked.' })
  @IsEnum(MajorityBase)
  majorityBase!: MajorityBase;

  @Field({ description: 'The share of votes it takes: > 1/2.' })
  @IsString()
  @MaxLength(12)
  majority!: string;

  @Field(() => BallotKind, { description: 'How it is voted.' })
  @IsEnum(BallotKind)
  ballot!: BallotKind;

  @Field(() => BallotKind, {
    nullable: true,
    description: 'How the standing council votes in a joint session; as the reviewing body when left out.',
  })
  @IsOptional()
  @IsEnum(BallotKind)
  councilBallot?: BallotKind | null;

  @Field(() => SpeakingOrder, { description: 'In which order members speak.' })
  @IsEnum(SpeakingOrder)
  speakingOrder!: SpeakingOrder;

  @Field(() => Boolean, { description: 'Whether experts give their opinion first.' })
  @IsBoolean()
  expertOpinion!: boolean;

  @Field(() => Boolean, { description: 'Whether it is checked by law first.' })
  @IsBoolean()
  legalCheck!: boolean;

  @Field(() => DecidingBody, { description: 'Which body decides afterwards.' })
  @IsEnum(DecidingBody)
  decidingBody!: DecidingBody;

  @Field(() => Int, { description: 'Within how many days an urgent matter is reviewed.' })
  @IsInt()
  @Min(1)
  @Max(60)
  urgentDays!: number;
}

@InputType({ description: 'All bands of a category and tier, from a day on: a new version.' })
export class SetReviewRulesInput {
  @Field(() => MatterCategory, { description: 'Of which category of matters.' })
  @IsEnum(MatterCategory)
  category!: MatterCategory;

  @Field(() => Tier, { description: 'Of which tier.' })
  @IsEnum(Tier)
  tier!: Tier;

  @Field(() => Int, {
    description: 'The latest version as read last, 0 when there is none; CONFLICT when it was changed.',
  })
  @IsInt()
  @Min(0)
  versionNo!: number;

  @Field(() => [ReviewBandInput], { description: 'The bands: from 0, without gap or overlap, the last one open.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => ReviewBandInput)
  bands!: ReviewBandInput[];

  @Field({ description: 'The decision it rests on.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(300)
  basis!: string;

  @Field(() => DateScalar, { description: 'From which day on, today or later.' })
  @Validate(IsDay)
  effectiveFrom!: string;
}
