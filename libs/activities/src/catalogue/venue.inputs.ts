import { DateScalar } from '@dangwu/platform/graphql';
import { IsDay } from '@dangwu/organization';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, Validate } from 'class-validator';
import { CatalogueChangeInput } from './catalogue.inputs';
import { VenueKind } from './catalogue.enums';

@InputType({ description: 'A place where activities are held.' })
export class RegisterVenueInput {
  @Field(() => ID, { description: 'Which organization keeps it.' })
  @IsString()
  organizationId!: string;

  @Field({ description: 'Its name, one of a kind among those the organization keeps.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(100)
  name!: string;

  @Field(() => VenueKind, { description: 'What kind of place it is.' })
  @IsEnum(VenueKind)
  kind!: VenueKind;

  @Field(() => String, { nullable: true, description: 'Where it is.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  address?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many people it holds.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  capacity?: number | null;
}

@InputType({ description: 'What is to change of a venue. What is left out stays; null empties what may be empty.' })
export class ChangeVenueInput extends CatalogueChangeInput {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(100)
  name?: string | null;

  @Field(() => VenueKind, { nullable: true, description: 'What kind of place it is.' })
  @IsOptional()
  @IsEnum(VenueKind)
  kind?: VenueKind | null;

  @Field(() => String, { nullable: true, description: 'Where it is.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  address?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many people it holds.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  capacity?: number | null;
}

@InputType({ description: 'A venue that cannot be used any more. Activities that were held there keep it.' })
export class CloseVenueInput extends CatalogueChangeInput {
  @Field(() => DateScalar, { nullable: true, description: 'From which day; today when left out.' })
  @IsOptional()
  @Validate(IsDay)
  on?: string | null;
}
