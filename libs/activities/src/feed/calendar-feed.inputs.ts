import { Field, ID, InputType } from '@nestjs/graphql';
import { IsString, Matches, MaxLength } from 'class-validator';

@InputType({ description: 'A calendar feed to make.' })
export class CreateCalendarFeedInput {
  @Field({ description: 'What you call it: the device or program that reads it.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(60)
  name!: string;
}

@InputType({ description: 'A calendar feed that is to answer no more.' })
export class RevokeCalendarFeedInput {
  @Field(() => ID, { description: 'Which feed.' })
  @IsString()
  id!: string;
}
