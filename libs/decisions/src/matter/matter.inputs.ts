import { DateScalar } from '@dangwu/platform/graphql';
import { IsDay } from '@dangwu/organization';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, IsString, Matches, MaxLength, Min, MinLength, Validate } from 'class-validator';
import { MatterCategory } from '../review-rule/review-rule.enums';
import { fenPattern } from '../review-rule/review-rule.inputs';
import { CouncilOutcome } from './matter.enums';

@InputType({ isAbstract: true })
class MatterFacts {
  @Field(() => String, { nullable: true, description: 'Its amount in fen, as decimal text; null: none.' })
  @IsOptional()
  @Matches(fenPattern)
  amountFen?: string | null;

  @Field(() => String, { nullable: true, description: 'Background and reasons.' })
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  background?: string | null;

  @Field(() => String, { nullable: true, description: 'What could be done, and what is proposed.' })
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  options?: string | null;

  @Field(() => String, { nullable: true, description: 'What it means for members and the public.' })
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  socialEffect?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is handled before it is reviewed, which makes it urgent; null: it is not.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  urgentReason?: string | null;
}

@InputType({ description: 'A matter that is to be brought to a decision, as a draft.' })
export class DraftMatterInput extends MatterFacts {
  @Field(() => ID, { description: 'Which organization proposes it.' })
  @IsString()
  organizationId!: string;

  @Field(() => MatterCategory, { description: 'Of which category it is.' })
  @IsEnum(MatterCategory)
  category!: MatterCategory;

  @Field({ description: 'Its title.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(120)
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: "The id in the caller's own system; unique at the organization.",
  })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  externalId?: string | null;
}

@InputType({ description: 'What changes of a matter that is not submitted, or was returned; what is left out stays.' })
export class ChangeMatterInput extends MatterFacts {
  @Field(() => ID, { description: 'Which matter.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when it was changed since.' })
  @IsInt()
  @Min(1)
  version!: number;

  @Field(() => MatterCategory, { nullable: true, description: 'Of which category it is.' })
  @IsOptional()
  @IsEnum(MatterCategory)
  category?: MatterCategory | null;

  @Field(() => String, { nullable: true, description: 'Its title.' })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(120)
  title?: string | null;
}

@InputType({ isAbstract: true })
class MatterStepFields {
  @Field(() => ID, { description: 'Which matter.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when it was changed since.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ isAbstract: true })
class ReasonedStep extends MatterStepFields {
  @Field({ description: 'Why.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(1000)
  reason!: string;
}

@InputType({ description: 'A matter that is submitted as it stands.' })
export class SubmitMatterInput extends MatterStepFields {}

@InputType({ description: 'A submitted matter that passes the formal check.' })
export class AcceptMatterInput extends MatterStepFields {}

@InputType({ description: 'A submitted matter that is returned with reasons.' })
export class ReturnMatterInput extends ReasonedStep {}

@InputType({ description: 'A matter that is withdrawn.' })
export class WithdrawMatterInput extends ReasonedStep {}

@InputType({ description: 'An uploaded file that is handed in as a material of a matter.' })
export class AddMatterMaterialInput extends MatterStepFields {
  @Field({ description: 'Which material it is, as the rule calls it; of the same name it is the next version.' })
  @IsString()
  @MaxLength(200)
  kind!: string;

  @Field(() => ID, { description: 'A file that you uploaded.' })
  @IsString()
  fileId!: string;
}

@InputType({ description: 'A material that is taken out before it was submitted.' })
export class RemoveMatterMaterialInput extends MatterStepFields {
  @Field(() => ID, { description: 'Which material.' })
  @IsString()
  materialId!: string;
}

@InputType({ description: 'A matter that goes to the body that decides.' })
export class PlaceOnCouncilAgendaInput extends MatterStepFields {
  @Field(() => DateScalar, { description: 'The day of its meeting, today or later.' })
  @Validate(IsDay)
  meetingOn!: string;
}

@InputType({ description: 'What the body that decides made of a matter.' })
export class RecordCouncilOutcomeInput extends MatterStepFields {
  @Field(() => CouncilOutcome, { description: 'The outcome.' })
  @IsEnum(CouncilOutcome)
  outcome!: CouncilOutcome;

  @Field(() => DateScalar, { description: 'The day on which it was decided.' })
  @Validate(IsDay)
  decidedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The reasons, which whatever is not adopted as agreed must have.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string | null;
}
