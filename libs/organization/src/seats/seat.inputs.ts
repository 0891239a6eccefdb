import { DateScalar } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, IsString, Matches, MaxLength, Min, Validate } from 'class-validator';
import { IsDay } from '../organization.filters';
import { SeatPost } from './seat.type';

@InputType({ description: 'Somebody takes a seat in a committee, a leading group or an expert group.' })
export class FillSeatInput {
  @Field(() => ID, { description: 'The body.' })
  @IsString()
  organizationId!: string;

  @Field(() => SeatPost, { description: 'What the person is there; which posts there are depends on the type.' })
  @IsEnum(SeatPost)
  post!: SeatPost;

  @Pii('ORDINARY')
  @Field({ description: 'The name of the person.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(50)
  personName!: string;

  @Field(() => String, { nullable: true, description: 'What the person does outside the body, and where.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  title?: string | null;

  @Field(() => DateScalar, { description: 'From which day.' })
  @Validate(IsDay)
  since!: string;

  @Field({ description: 'The document it rests on, as people cite it.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  basis!: string;
}

@InputType({ description: 'Somebody leaves a seat; the row stays as history.' })
export class VacateSeatInput {
  @Field(() => ID, { description: 'The seat.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last.' })
  @IsInt()
  @Min(1)
  version!: number;

  @Field(() => DateScalar, { description: 'The first day on which the person no longer sits there.' })
  @Validate(IsDay)
  until!: string;
}
