import { DateScalar } from '@dangwu/platform/graphql';
import { IsDay } from '@dangwu/organization';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import {
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
} from 'class-validator';
import { AdviceKind, AdviceStance } from './advice.enums';

@InputType({ isAbstract: true })
abstract class AdviceStep {
  @Field(() => ID, { description: 'Which opinion.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when it was changed since.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ isAbstract: true })
abstract class ReasonedAdviceStep extends AdviceStep {
  @Field({ description: 'Why.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}

@InputType({ description: 'An opinion on a matter that somebody is asked for.' })
export class AskAdviceInput {
  @Field(() => ID, { description: 'Which matter.' })
  @IsString()
  matterId!: string;

  @Field(() => AdviceKind, { description: 'Which opinion.' })
  @IsEnum(AdviceKind)
  kind!: AdviceKind;

  @Field(() => ID, { description: 'Whose: the account.' })
  @IsString()
  advisorId!: string;

  @Field({ description: 'What is asked.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(1000)
  question!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether a score is asked for; no when left out.' })
  @IsOptional()
  @IsBoolean()
  scoreAsked?: boolean | null;

  @Field(() => DateScalar, { description: 'By which day, today or later.' })
  @Validate(IsDay)
  dueOn!: string;
}

@InputType({ description: 'The opinion one was asked for.' })
export class GiveAdviceInput extends AdviceStep {
  @Field(() => AdviceStance, { description: 'What it comes to.' })
  @IsEnum(AdviceStance)
  stance!: AdviceStance;

  @Field(() => Int, { nullable: true, description: 'From 1 to 5, where a score was asked for.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  score?: number | null;

  @Field({ description: 'The opinion in words.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(10_000)
  text!: string;

  @Field(() => ID, { nullable: true, description: 'A file that you uploaded, which belongs to it.' })
  @IsOptional()
  @IsString()
  fileId?: string | null;
}

@InputType({ description: 'An opinion that one does not give, such as for recusal.' })
export class DeclineAdviceInput extends ReasonedAdviceStep {}

@InputType({ description: 'An opinion that is no longer asked for.' })
export class RevokeAdviceInput extends ReasonedAdviceStep {}

@InputType({ description: 'An opinion that somebody is urged for.' })
export class NudgeAdviceInput {
  @Field(() => ID, { description: 'Which opinion.' })
  @IsString()
  id!: string;
}

@ArgsType()
export class AdviceCandidatesArguments {
  @Field(() => AdviceKind, { description: 'For which opinion.' })
  @IsEnum(AdviceKind)
  kind!: AdviceKind;

  @Field(() => String, { nullable: true, description: 'Part of the name or of the username.' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  search?: string | null;
}
