import { Field, InputType } from '@nestjs/graphql';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { longestPassword } from './passwords';

@InputType({ description: 'Name and password of an account.' })
export class SignInInput {
  @Field({ description: 'The user name; capitals do not matter.' })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  username!: string;

  @Field({ description: 'The password.' })
  @IsString()
  @MinLength(1)
  @MaxLength(longestPassword)
  password!: string;
}
