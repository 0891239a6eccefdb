import { DateScalar, PageArguments } from '@dangwu/platform/graphql';
import { IsDay } from '@dangwu/organization';
import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEnum,
  IsOptional,
  IsString,
  MaxLength,
  Validate,
  ValidateNested,
} from 'class-validator';
import { VenueKind } from './catalogue.enums';

/** What lists of the catalogue leave out. */
export interface CatalogueFilter {
  readonly includeRetired?: boolean | null;
}

export const includeRetiredOption = {
  type: () => Boolean,
  nullable: true,
  description: 'True: also what is retired.',
};

@InputType({ description: 'Which venues; closed ones are left out.' })
export class VenueFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;

  @Field(() => [VenueKind], { nullable: true, description: 'Any of these kinds.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsEnum(VenueKind, { each: true })
  kinds?: VenueKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Those that this organization itself keeps.' })
  @IsOptional()
  @IsString()
  organizationId?: string | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'True: closed venues, too.' })
  @IsOptional()
  @IsBoolean()
  includeClosed?: boolean | null;
}

export enum VenueOrder {
  NAME = 'NAME',
  KIND = 'KIND',
}
registerEnumType(VenueOrder, {
  name: 'VenueOrder',
  description: 'In which order venues are listed.',
  valuesMap: { NAME: { description: 'By name.' }, KIND: { description: 'By kind, then name.' } },
});

export const openVenues = { includeClosed: false };

@ArgsType()
export class VenuesArguments extends PageArguments {
  @Field(() => VenueFilter, { nullable: true, defaultValue: openVenues, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => VenueFilter)
  filter?: VenueFilter | null;

  @Field(() => VenueOrder, { nullable: true, description: 'In which order; NAME when left out.' })
  @IsOptional()
  @IsEnum(VenueOrder)
  order?: VenueOrder | null;
}

@ArgsType()
export class VenueDays {
  @Field(() => ID, { description: 'Which venue.' })
  @IsString()
  venueId!: string;

  @Field(() => DateScalar, { description: 'The first day.' })
  @Validate(IsDay)
  from!: string;

  @Field(() => DateScalar, { description: 'The last day, at most 42 days in all.' })
  @Validate(IsDay)
  to!: string;
}
