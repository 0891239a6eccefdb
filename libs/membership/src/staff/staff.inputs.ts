import { IsDay } from '@dangwu/organization';
import { DateScalar } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  Validate,
  ValidateNested,
} from 'class-validator';
import { HandoverItemState, HandoverSide, StaffTime } from './staff.enums';

const basis = 'The document it rests on, as people cite it (依据文件).';
const phone = 'The mobile phone; kept sealed and shown masked.';
const position = 'What the work is called, such as 党务专员.';

@InputType({ description: 'Somebody to do party-affairs work at an organization.' })
export class AssignStaffInput {
  @Field(() => ID, { description: 'At which organization.' })
  @IsString()
  organizationId!: string;

  @Field(() => ID, { nullable: true, description: 'Which member; left out for somebody who is not on the register.' })
  @IsOptional()
  @IsString()
  memberId?: string | null;

  @Pii('ORDINARY')
  @Field(() => String, { nullable: true, description: 'The name of somebody who is not on the register.' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  name?: string | null;

  @Field({ description: position })
  @IsString()
  @Matches(/\S/)
  @MaxLength(50)
  position!: string;

  @Field(() => StaffTime, { description: 'Full-time or part-time.' })
  @IsEnum(StaffTime)
  time!: StaffTime;

  @Pii('SENSITIVE')
  @Field(() => String, { nullable: true, description: phone })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string | null;

  @Field(() => DateScalar, { description: 'From which day; a day ahead takes effect then.' })
  @Validate(IsDay)
  since!: string;

  @Field({ description: basis })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  basis!: string;
}

@InputType({ isAbstract: true })
abstract class VersionedInput {
  @Field(() => ID, { description: 'Which one.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when somebody changed it since.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ description: 'What is known of one of the staff, corrected. What is left out stays.' })
export class ChangeStaffInput extends VersionedInput {
  @Field(() => String, { nullable: true, description: position })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(50)
  position?: string | null;

  @Field(() => StaffTime, { nullable: true, description: 'Full-time or part-time, if it was recorded wrongly.' })
  @IsOptional()
  @IsEnum(StaffTime)
  time?: StaffTime | null;

  @Pii('SENSITIVE')
  @Field(() => String, { nullable: true, description: phone })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string | null;
}

@InputType({ description: 'An assignment that ends.' })
export class EndStaffInput extends VersionedInput {
  @Field(() => DateScalar, { description: 'The first day on which it no longer holds; a day ahead takes effect then.' })
  @Validate(IsDay)
  on!: string;

  @Field({ description: basis })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  basis!: string;
}

@InputType({ description: 'A phone to look at. Who looked and why stands in the audit log.' })
export class RevealStaffPhoneInput {
  @Field(() => ID, { description: 'Of which assignment.' })
  @IsString()
  id!: string;

  @Field({ description: 'Why, in at least four characters.' })
  @IsString()
  @Matches(/\S.*\S.*\S.*\S/)
  @MaxLength(200)
  reason!: string;
}

@InputType({ description: 'A thing to hand over.' })
export class HandoverItemInput {
  @Field({ description: 'What it is: papers, seals, accounts, matters under way.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(200)
  text!: string;

  @Field(() => HandoverItemState, { defaultValue: HandoverItemState.OPEN, description: 'What became of it.' })
  @IsEnum(HandoverItemState)
  state!: HandoverItemState;

  @Field(() => String, { nullable: true, description: 'What else is to be said of it.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string | null;
}

@InputType({ description: 'A handover to plan (工作交接).' })
export class PlanHandoverInput {
  @Field(() => ID, { description: 'Whose work: an assignment.' })
  @IsString()
  fromId!: string;

  @Field(() => ID, { description: 'Who takes it over: another assignment of the same organization.' })
  @IsString()
  toId!: string;

  @Field(() => DateScalar, {
    description: 'On which day; from the next day on it is overdue unless both sides confirmed.',
  })
  @Validate(IsDay)
  dueOn!: string;

  @Field(() => [HandoverItemInput], { description: 'What is to be handed over, 1 to 100 things.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => HandoverItemInput)
  items!: HandoverItemInput[];
}

@InputType({ description: 'The list of a handover as it is to be, and what became of each thing.' })
export class ChangeHandoverInput extends VersionedInput {
  @Field(() => [HandoverItemInput], { description: 'All of them, 1 to 100 things.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => HandoverItemInput)
  items!: HandoverItemInput[];
}

@InputType({ description: 'One side says that everything was handed over.' })
export class ConfirmHandoverInput extends VersionedInput {
  @Field(() => HandoverSide, { description: 'Which side; the two sides are confirmed by two people.' })
  @IsEnum(HandoverSide)
  side!: HandoverSide;
}

@InputType({ description: 'A handover that is not to take place.' })
export class WithdrawHandoverInput extends VersionedInput {}
