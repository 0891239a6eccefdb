import { Field, ID, InputType } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';

@InputType({ description: 'A secret vote of one group of voters on one indicator.' })
export class OpenAssessmentVoteInput {
  @Field(() => ID, { description: 'The cycle.' })
  @IsString()
  cycleId!: string;

  @Field({ description: 'Key of the indicator, of the kind BALLOT.' })
  @IsString()
  @MaxLength(120)
  nodeKey!: string;

  @Field({ description: 'Key of the group of voters, as the scheme has it.' })
  @IsString()
  @MaxLength(120)
  groupKey!: string;

  @Field(() => [ID], { description: 'The assessments that are marked, in the order in which papers show them.' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  assessmentIds!: string[];

  @Field(() => [ID], { description: 'The accounts of those who vote.' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(1_000)
  @IsString({ each: true })
  voterIds!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Why it is held with fewer voters than the rule says; left out where there are enough.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string | null;
}

@InputType({ isAbstract: true })
class OfAssessmentVote {
  @Field(() => ID, { description: 'The vote.' })
  @IsString()
  voteId!: string;
}

@InputType({ description: 'A vote whose credentials are given out.' })
export class BeginAssessmentCastingInput extends OfAssessmentVote {
  @Field(() => String, {
    nullable: true,
    description: 'Why it goes on with fewer credentials than the rule says; left out where there are enough.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string | null;
}

@InputType({ description: 'A vote that is over.' })
export class CountAssessmentVoteInput extends OfAssessmentVote {}

@InputType({ description: 'A vote that is given up uncounted, to be repeated.' })
export class VoidAssessmentVoteInput extends OfAssessmentVote {
  @Field({ description: 'Why.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}

@InputType({ description: 'What a device blinded, to be signed for one vote of an assessment (RFC 9474).' })
export class TakeAssessmentCredentialInput extends OfAssessmentVote {
  @Field({ description: 'The blinded message, base64url.' })
  @IsString()
  @MaxLength(1_000)
  blinded!: string;
}
