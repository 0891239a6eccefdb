import { DateScalar } from '@dangwu/platform/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  IsEnum,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  Validate,
  ValidateNested,
} from 'class-validator';
import { OrganizationType, ParentRelation, Tier } from './organization.enums';
import { IsDay, PartyOrganizationFilter, PartyOrganizationOrder, presentOnly } from './organization.filters';

const effectiveOn = 'From which day it holds. Today or earlier: at once; later: on that day at 00:00.';
const basis = 'The document it rests on, as people cite it: title and number (依据文件).';
const version = 'As read last; CONFLICT when somebody changed the organization since.';

@InputType({ isAbstract: true })
abstract class ChangeInput {
  @Field(() => ID, { description: 'Which organization.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: version })
  @IsInt()
  @Min(1)
  version!: number;

  @Field(() => DateScalar, { description: effectiveOn })
  @Validate(IsDay)
  effectiveOn!: string;

  @Field({ description: basis })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  basis!: string;
}

@InputType({ description: 'A party organization to found.' })
export class FoundOrganizationInput {
  @Field(() => ID, {
    nullable: true,
    description: "Under which organization; left out only for the association's root.",
  })
  @IsOptional()
  @IsString()
  parentId?: string | null;

  @Field(() => ParentRelation, { nullable: true, description: 'What the parent is to it; left out only for the root.' })
  @IsOptional()
  @IsEnum(ParentRelation)
  relation?: ParentRelation | null;

  @Field(() => OrganizationType, { description: 'Which type.' })
  @IsEnum(OrganizationType)
  type!: OrganizationType;

  @Field(() => Tier, { nullable: true, description: "Which tier; the parent's when left out." })
  @IsOptional()
  @IsEnum(Tier)
  tier?: Tier | null;

  @Field({ description: 'Full name, 2 to 100 characters; unique among its siblings.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;

  @Field({
    description: 'Unique in the association and never given twice: 1 to 32 letters or digits, - _ . / between.',
  })
  @IsString()
  @MaxLength(64)
  code!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The founding day, when it lies before effectiveOn.' })
  @IsOptional()
  @Validate(IsDay)
  foundedOn?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Length of a term in years; by the rules of its type when left out.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10)
  termYears?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many members it has, as reported.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  reportedMemberCount?: number | null;

  @Field({ description: basis })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  basis!: string;

  @Field(() => DateScalar, {
    description: 'From which day it stands in the tree. Later than today: it is PREPARING until that day.',
  })
  @Validate(IsDay)
  effectiveOn!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The caller's own id. Sent again with the same content the organization is answered once more; with other content: CONFLICT.",
  })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  externalId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Repeating a request with the same key within 24 hours answers the first result and founds nothing.',
  })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'A new name for an organization.' })
export class RenameOrganizationInput extends ChangeInput {
  @Field({ description: 'The new full name, 2 to 100 characters; unique among its siblings.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;
}

@InputType({ description: 'Another type for an organization, such as a branch that becomes a general branch.' })
export class ChangeOrganizationTypeInput extends ChangeInput {
  @Field(() => OrganizationType, { description: 'The new type; it must fit the parent and the children.' })
  @IsEnum(OrganizationType)
  type!: OrganizationType;
}

@InputType({ description: 'Another place for an organization and everything below it.' })
export class MoveOrganizationInput extends ChangeInput {
  @Field(() => ID, { description: 'The new parent; the present one when only the relation changes.' })
  @IsString()
  parentId!: string;

  @Field(() => ParentRelation, { description: 'What the new parent is to it.' })
  @IsEnum(ParentRelation)
  relation!: ParentRelation;
}

@InputType({ description: 'An organization to dissolve. Nothing may stand below it any more.' })
export class DissolveOrganizationInput extends ChangeInput {}

@InputType({ description: 'A move to look at before it is made.' })
export class MoveConsequencesInput {
  @Field(() => ID, { description: 'Which organization would move.' })
  @IsString()
  id!: string;

  @Field(() => ID, { description: 'Under which organization.' })
  @IsString()
  parentId!: string;

  @Field(() => ParentRelation, { description: 'What the new parent would be to it.' })
  @IsEnum(ParentRelation)
  relation!: ParentRelation;

  @Field(() => DateScalar, { nullable: true, description: 'From which day; today when left out.' })
  @IsOptional()
  @Validate(IsDay)
  effectiveOn?: string | null;
}

@InputType({ description: 'A list to write into a spreadsheet, exactly as `partyOrganizations` would answer it.' })
export class ExportOrganizationsInput {
  @Field(() => ID, { nullable: true, description: 'Only this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;

  @Field(() => PartyOrganizationFilter, { nullable: true, defaultValue: presentOnly, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PartyOrganizationFilter)
  filter?: PartyOrganizationFilter | null;

  @Field(() => PartyOrganizationOrder, { nullable: true, description: 'In which order; TREE when left out.' })
  @IsOptional()
  @IsEnum(PartyOrganizationOrder)
  order?: PartyOrganizationOrder | null;

  @Field(() => DateScalar, { nullable: true, description: 'As the tree was on this day; today when left out.' })
  @IsOptional()
  @Validate(IsDay)
  asOf?: string | null;

  @Field(() => String, { nullable: true, description: 'Language of headings and words: zh (default) or en.' })
  @IsOptional()
  @Matches(/^(zh|en)(-[A-Za-z]+)?$/)
  locale?: string | null;
}
