import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

@InputType({ description: 'How to go on after single sign-on.' })
export class StartSingleSignOnInput {
  @Field(() => String, { nullable: true, description: 'A path of the console to come back to; / when left out.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  returnTo?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The token of an invitation: its account is linked instead of getting a password.',
  })
  @IsOptional()
  @IsString()
  @Matches(/^[\w-]{1,100}$/)
  invitation?: string | null;
}
