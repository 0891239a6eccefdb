import { DateScalar } from '@dangwu/platform/graphql';
import { IsDay, OrganizationType } from '@dangwu/organization';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
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
} from 'class-validator';
import { ActivityKind, Entitled, TermKind } from './catalogue.enums';

const key = 'Stable name in capitals, digits and underscores, unique in the association; never changed afterwards.';

@InputType({ isAbstract: true })
export abstract class CatalogueChangeInput {
  @Field(() => ID, { description: 'Which one.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when somebody changed it since.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ isAbstract: true })
abstract class RetireInput extends CatalogueChangeInput {
  @Field(() => DateScalar, { nullable: true, description: 'From which day; today when left out.' })
  @IsOptional()
  @Validate(IsDay)
  on?: string | null;
}

@InputType({ isAbstract: true })
abstract class NewEntryInput {
  @Field({ description: key })
  @Matches(/^[A-Z][A-Z0-9_]{1,39}$/)
  key!: string;

  @Field({ description: 'What it is called in Chinese.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(50)
  nameZh!: string;

  @Field({ description: 'What it is called in English.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(100)
  nameEn!: string;

  @Field(() => Int, { nullable: true, description: 'Where it stands in lists; at the end when left out.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  sort?: number | null;
}

@InputType({ isAbstract: true })
abstract class ChangedEntryInput extends CatalogueChangeInput {
  @Field(() => String, { nullable: true, description: 'What it is called in Chinese.' })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(50)
  nameZh?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is called in English.' })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(100)
  nameEn?: string | null;

  @Field(() => Int, { nullable: true, description: 'Where it stands in lists.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  sort?: number | null;
}

@InputType({ description: "A type of activity of the association's own." })
export class AddActivityTypeInput extends NewEntryInput {
  @Field(() => ActivityKind, { description: 'What it is for.' })
  @IsEnum(ActivityKind)
  kind!: ActivityKind;

  @Field(() => [OrganizationType], { description: 'Which types of organizations hold it.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(9)
  @ArrayUnique()
  @IsEnum(OrganizationType, { each: true })
  organizationTypes!: OrganizationType[];

  @Field(() => Entitled, { description: 'Who is to attend.' })
  @IsEnum(Entitled)
  entitled!: Entitled;

  @Field(() => String, { nullable: true, description: 'Key of the rule that says how many must be present.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  quorumRuleKey?: string | null;

  @Field(() => String, { nullable: true, description: 'Key of the rule by which it decides.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  majorityRuleKey?: string | null;

  @Field({ defaultValue: false, description: 'Whether its hours count as study.' })
  @IsBoolean()
  countsStudyHours!: boolean;

  @Field({ defaultValue: false, description: 'Whether minutes are kept of it.' })
  @IsBoolean()
  needsMinutes!: boolean;
}

@InputType({ description: 'What is to change of a type. What is left out stays as it is.' })
export class ChangeActivityTypeInput extends ChangedEntryInput {
  @Field(() => ActivityKind, { nullable: true, description: 'What it is for; not of shipped types.' })
  @IsOptional()
  @IsEnum(ActivityKind)
  kind?: ActivityKind | null;

  @Field(() => [OrganizationType], { nullable: true, description: 'Which types of organizations hold it.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(9)
  @ArrayUnique()
  @IsEnum(OrganizationType, { each: true })
  organizationTypes?: OrganizationType[] | null;

  @Field(() => Entitled, { nullable: true, description: 'Who is to attend; not of shipped types.' })
  @IsOptional()
  @IsEnum(Entitled)
  entitled?: Entitled | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether its hours count as study.' })
  @IsOptional()
  @IsBoolean()
  countsStudyHours?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether minutes are kept of it.' })
  @IsOptional()
  @IsBoolean()
  needsMinutes?: boolean | null;
}

@InputType({ description: 'A type that is to be used no more. Activities that have it keep it.' })
export class RetireActivityTypeInput extends RetireInput {}

@InputType({ description: "A topic, line or form of the association's own." })
export class AddCatalogueTermInput extends NewEntryInput {
  @Field(() => TermKind, { description: 'Topic, line or form.' })
  @IsEnum(TermKind)
  kind!: TermKind;
}

@InputType({ description: 'What is to change of a term. What is left out stays as it is.' })
export class ChangeCatalogueTermInput extends ChangedEntryInput {}

@InputType({ description: 'A term that is to be used no more. Activities that have it keep it.' })
export class RetireCatalogueTermInput extends RetireInput {}
