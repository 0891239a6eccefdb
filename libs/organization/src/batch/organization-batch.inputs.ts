import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsEnum, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { ParentRelation } from '../organization.enums';
import { PartyOrganizationFilter } from '../organization.filters';
import { BatchRowsInput, expectedDescription } from './batch.inputs';

@InputType({ isAbstract: true })
abstract class OrganizationRowsInput extends BatchRowsInput {
  @Field(() => PartyOrganizationFilter, {
    nullable: true,
    description: 'Those that this finds, when no ids are given; one without any condition is refused.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => PartyOrganizationFilter)
  filter?: PartyOrganizationFilter | null;
}

@InputType({ description: 'Organizations to put under another parent together, to be foreseen.' })
export class OrganizationsMoveInput extends OrganizationRowsInput {
  @Field(() => ID, { description: 'The new parent.' })
  @IsString()
  parentId!: string;

  @Field(() => ParentRelation, { nullable: true, description: 'What it is to them; each keeps its own when left out.' })
  @IsOptional()
  @IsEnum(ParentRelation)
  relation?: ParentRelation | null;
}

@InputType({ description: 'Organizations to put under another parent together, as foreseen.' })
export class BatchMoveOrganizationsInput extends OrganizationsMoveInput {
  @Field({ description: expectedDescription })
  @IsString()
  @MaxLength(100)
  expected!: string;
}

@InputType({ description: 'Organizations to dissolve together, to be foreseen.' })
export class OrganizationsDissolveInput extends OrganizationRowsInput {}

@InputType({ description: 'Organizations to dissolve together, as foreseen.' })
export class BatchDissolveOrganizationsInput extends OrganizationsDissolveInput {
  @Field({ description: expectedDescription })
  @IsString()
  @MaxLength(100)
  expected!: string;
}
