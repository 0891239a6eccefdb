import { IsDay, OrganizationType, ParentRelation, Tier } from '@dangwu/organization';
import { DateScalar } from '@dangwu/platform/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
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
import { CycleStage, GroupBy } from './cycle.enums';

@InputType({ isAbstract: true })
export class CycleScope {
  @Field(() => ID, { description: 'Who assesses; what is below can be covered.' })
  @IsString()
  organizationId!: string;

  @Field(() => [Tier], { nullable: true, description: 'The tiers that are covered; left out: all.' })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(10)
  @IsEnum(Tier, { each: true })
  tiers?: Tier[] | null;

  @Field(() => [OrganizationType], { nullable: true, description: 'The types that are covered; left out: all.' })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @IsEnum(OrganizationType, { each: true })
  organizationTypes?: OrganizationType[] | null;

  @Field(() => [ParentRelation], { description: 'Whether those are covered that are led, guided, or both.' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(2)
  @IsEnum(ParentRelation, { each: true })
  relations!: ParentRelation[];

  @Field(() => GroupBy, { description: 'By what those that are compared are put together.' })
  @IsEnum(GroupBy)
  groupBy!: GroupBy;
}

@InputType({ description: 'The scope of a cycle that is about to be opened. Nothing is saved.' })
export class PreviewAssessmentCycleInput extends CycleScope {}

@InputType({ description: 'Until when a stage lasts.' })
export class StageDeadlineInput {
  @Field(() => CycleStage, { description: 'Which stage.' })
  @IsEnum(CycleStage)
  stage!: CycleStage;

  @Field(() => DateScalar, { description: 'Its last day.' })
  @Validate(IsDay)
  dueOn!: string;
}

@InputType({ description: 'A cycle that is opened.' })
export class OpenAssessmentCycleInput extends CycleScope {
  @Field(() => ID, { description: 'The published version of a scheme.' })
  @IsString()
  schemeVersionId!: string;

  @Field({ description: 'What it is called.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(80)
  title!: string;

  @Field(() => DateScalar, { description: 'The first day that counts, the first of a month.' })
  @Validate(IsDay)
  periodFrom!: string;

  @Field(() => DateScalar, { description: 'The last day that counts, the last of a month.' })
  @Validate(IsDay)
  periodTo!: string;

  @Field(() => [StageDeadlineInput], { description: 'Of each stage from self-assessment to the end, in their order.' })
  @IsArray()
  @ArrayMaxSize(8)
  @ValidateNested({ each: true })
  @Type(() => StageDeadlineInput)
  deadlines!: StageDeadlineInput[];
}

@InputType({ isAbstract: true })
class CycleStepFields {
  @Field(() => ID, { description: 'Which cycle.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when it was changed since.' })
  @IsInt()
  @Min(1)
  version!: number;
}

const reasonWords = 'Why, for the record and for those who are told.';

@InputType({ description: 'Deadlines that are moved, or another title.' })
export class ChangeAssessmentCycleInput extends CycleStepFields {
  @Field(() => String, { nullable: true, description: 'What it is called; left out: as before.' })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(80)
  title?: string | null;

  @Field(() => [StageDeadlineInput], { nullable: true, description: 'Only stages whose deadline moves.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(8)
  @ValidateNested({ each: true })
  @Type(() => StageDeadlineInput)
  deadlines?: StageDeadlineInput[] | null;

  @Field(() => String, { nullable: true, description: `${reasonWords} Needed once people rely on the deadline.` })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string | null;
}

@InputType({ description: 'A cycle that moves on.' })
export class AdvanceAssessmentCycleInput extends CycleStepFields {
  @Field(() => CycleStage, { nullable: true, description: 'To which stage; left out: the next.' })
  @IsOptional()
  @IsEnum(CycleStage)
  to?: CycleStage | null;

  @Field(() => String, {
    nullable: true,
    description: `${reasonWords} Needed where something is missing, or stages are passed over.`,
  })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string | null;
}

@InputType({ description: 'A cycle that is taken back to an earlier stage. Its results are not on notice any more.' })
export class ReopenAssessmentCycleInput extends CycleStepFields {
  @Field(() => CycleStage, { description: 'To which stage.' })
  @IsEnum(CycleStage)
  to!: CycleStage;

  @Field(() => [StageDeadlineInput], {
    nullable: true,
    description: 'New deadlines of that stage and those behind it.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(8)
  @ValidateNested({ each: true })
  @Type(() => StageDeadlineInput)
  deadlines?: StageDeadlineInput[] | null;

  @Field({ description: reasonWords })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}

@InputType({ description: 'A cycle that is cancelled. What was said in it stays on record.' })
export class CancelAssessmentCycleInput extends CycleStepFields {
  @Field({ description: reasonWords })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}

@InputType({ description: 'Figures that are read for everybody in a cycle.' })
export class TakeMetricSnapshotInput extends CycleStepFields {
  @Field(() => String, { nullable: true, description: `${reasonWords} Needed when they were read before.` })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string | null;
}

@InputType({ isAbstract: true })
class AssessmentStepFields {
  @Field(() => ID, { description: 'Which assessment.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when it was changed since.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ description: 'What a guided organization answers to its invitation.' })
export class AnswerAssessmentInvitationInput extends AssessmentStepFields {
  @Field({ description: 'Whether it takes part.' })
  @IsBoolean()
  takesPart!: boolean;

  @Field(() => String, { nullable: true, description: 'Words that go with it.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string | null;
}

@InputType({ description: 'An organization that is taken out of a cycle.' })
export class ExcludeFromAssessmentInput extends AssessmentStepFields {
  @Field({ description: reasonWords })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}

@InputType({ description: 'An expert of a cycle.' })
export class ScorerInput {
  @Field(() => ID, { description: 'Of the account.' })
  @IsString()
  accountId!: string;

  @Field(() => String, { nullable: true, description: 'As what; left out: EXPERT. Weights of a scheme are by role.' })
  @IsOptional()
  @IsString()
  @Matches(/^[A-Za-z][\w.-]{0,39}$/)
  role?: string | null;

  @Field(() => [String], { nullable: true, description: 'The groups that are scored; left out: all.' })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  groups?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Organizations that are not scored, beside their own.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsString({ each: true })
  recused?: string[] | null;
}

@InputType({ description: 'Experts that are named for a cycle, or whose part in it changes. Others stay as they are.' })
export class NameAssessmentScorersInput extends CycleStepFields {
  @Field(() => [ScorerInput], { description: 'These.' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ScorerInput)
  scorers!: ScorerInput[];
}

@InputType({ description: 'An expert that is removed. Scores that were handed in stay.' })
export class RemoveAssessmentScorerInput extends CycleStepFields {
  @Field(() => ID, { description: 'Which expert.' })
  @IsString()
  scorerId!: string;

  @Field({ description: reasonWords })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}
