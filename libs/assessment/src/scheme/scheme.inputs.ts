import { DateScalar } from '@dangwu/platform/graphql';
import { IsDay } from '@dangwu/organization';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsDefined, IsEnum, IsInt, IsOptional, IsString, Matches, MaxLength, Min, Validate } from 'class-validator';
import { SchemeTreeScalar } from './scheme-tree.scalar';
import { AssessmentSubject } from './scheme.enums';

@InputType({ isAbstract: true })
abstract class SchemeChangeInput {
  @Field(() => ID, { description: 'Which scheme.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when somebody changed the scheme since.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ isAbstract: true })
abstract class DraftChangeInput {
  @Field(() => ID, { description: 'Which draft.' })
  @IsString()
  id!: string;

  @Field(() => Int, {
    description: 'As read last; SCHEME_DRAFT_STALE when somebody saved it since, with who and when.',
  })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ description: 'A scheme, empty or as a copy, with a draft to write on.' })
export class CreateAssessmentSchemeInput {
  @Field({ description: 'What it is called in Chinese; not as another scheme in use.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(80)
  nameZh!: string;

  @Field({ description: 'What it is called in English.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(120)
  nameEn!: string;

  @Field(() => AssessmentSubject, {
    nullable: true,
    description:
      'Whom it assesses; of a copy as the one it is copied from, whatever is given. Organizations when left out.',
  })
  @IsOptional()
  @IsEnum(AssessmentSubject)
  subject?: AssessmentSubject | null;

  @Field(() => String, { nullable: true, description: 'What it rests on, in Chinese.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  basisZh?: string | null;

  @Field(() => String, { nullable: true, description: 'What it rests on, in English; as in Chinese when left out.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  basisEn?: string | null;

  @Field(() => ID, { nullable: true, description: 'The version it is a copy of; left out: it begins empty.' })
  @IsOptional()
  @IsString()
  copyOf?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Any text of your own: the same request under the same key within 24 hours is carried out once.',
  })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Name and basis of a scheme. What is left out stays as it is.' })
export class ChangeAssessmentSchemeInput extends SchemeChangeInput {
  @Field(() => String, { nullable: true, description: 'What it is called in Chinese.' })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(80)
  nameZh?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is called in English.' })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(120)
  nameEn?: string | null;

  @Field(() => String, { nullable: true, description: 'What it rests on, in Chinese.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  basisZh?: string | null;

  @Field(() => String, { nullable: true, description: 'What it rests on, in English.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  basisEn?: string | null;
}

@InputType({ description: 'A draft of a new version.' })
export class BeginSchemeDraftInput {
  @Field(() => ID, { description: 'Of which scheme.' })
  @IsString()
  id!: string;

  @Field(() => ID, { nullable: true, description: 'From which of its versions; left out: the one published last.' })
  @IsOptional()
  @IsString()
  basedOn?: string | null;
}

@InputType({ description: 'What a draft is to be. It may have faults.' })
export class SaveSchemeDraftInput extends DraftChangeInput {
  @Field(() => SchemeTreeScalar, { description: 'The whole tree; SCHEME_UNREADABLE when it is none.' })
  @IsDefined()
  tree!: unknown;

  @Field(() => String, { nullable: true, description: 'What changed, in words; stays as it is when left out.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string | null;
}

@InputType({ description: 'A draft that is given up.' })
export class DiscardSchemeDraftInput extends DraftChangeInput {}

@InputType({ description: 'A draft that becomes a version. It has no faults, and never changes afterwards.' })
export class PublishSchemeVersionInput extends DraftChangeInput {
  @Field(() => String, { nullable: true, description: 'What changed, in words; stays as it is when left out.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string | null;
}

@InputType({ description: 'A scheme that no cycle is opened with any more. Cycles that use it go on.' })
export class RetireAssessmentSchemeInput extends SchemeChangeInput {
  @Field(() => DateScalar, { nullable: true, description: 'From which day; today when left out.' })
  @IsOptional()
  @Validate(IsDay)
  on?: string | null;
}

@InputType({ description: 'A retired scheme that is used again.' })
export class RestoreAssessmentSchemeInput extends SchemeChangeInput {}
