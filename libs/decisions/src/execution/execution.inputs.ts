import { DateScalar } from '@dangwu/platform/graphql';
import { IsDay } from '@dangwu/organization';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  MinLength,
  Validate,
  ValidateNested,
} from 'class-validator';

@InputType({ isAbstract: true })
abstract class MatterStepInput {
  @Field(() => ID, { description: 'Which matter.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when it was changed since.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ description: 'Something that is to be done until a day for a decision to be carried out.' })
export class MilestoneInput {
  @Field({ description: 'What is to be done.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(200)
  text!: string;

  @Field({ description: 'Who carries it out, by name.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(100)
  owner!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Who that is: an account, a member or an organization; null: nobody whom the system knows.',
  })
  @IsOptional()
  @IsString()
  ownerId?: string | null;

  @Field(() => DateScalar, { description: 'By which day.' })
  @Validate(IsDay)
  dueOn!: string;
}

@InputType({ description: 'A decided matter that is to be carried out.' })
export class ExecuteMatterInput extends MatterStepInput {
  @Field(() => [MilestoneInput], { description: 'What is to be done, at least one thing.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => MilestoneInput)
  milestones!: MilestoneInput[];
}

@InputType({ description: 'One more milestone of a matter that is carried out.' })
export class AddMilestoneInput extends MatterStepInput {
  @Field(() => MilestoneInput, { description: 'The milestone.' })
  @ValidateNested()
  @Type(() => MilestoneInput)
  milestone!: MilestoneInput;
}

@InputType({ description: 'A milestone that is not carried out any more.' })
export class DropMilestoneInput extends MatterStepInput {
  @Field(() => ID, { description: 'Which milestone.' })
  @IsString()
  milestoneId!: string;

  @Field({ description: 'Why.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}

@InputType({ description: 'What is reported back to the committee on a matter that is carried out.' })
export class ReportBackInput extends MatterStepInput {
  @Field({ description: 'How it was carried out, with what result.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(10_000)
  text!: string;

  @Field(() => ID, { nullable: true, description: 'A file that you uploaded, which belongs to it.' })
  @IsOptional()
  @IsString()
  fileId?: string | null;
}

@InputType({ description: 'A deferred matter that is taken up again.' })
export class ResumeMatterInput extends MatterStepInput {}

@InputType({ description: 'A matter that is over.' })
export class CloseMatterInput extends MatterStepInput {
  @Field(() => String, {
    nullable: true,
    description: 'What is to be said at its end; of a matter that was not adopted or not submitted it must be said.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string | null;
}

@ArgsType()
export class MilestoneOwnersArguments {
  @Field(() => ID, { description: 'For milestones of which matter.' })
  @IsString()
  id!: string;

  @Field({ description: 'Part of the name, or of its pinyin.' })
  @IsString()
  @MinLength(1)
  @MaxLength(50)
  search!: string;
}
