import { Field, InputType } from '@nestjs/graphql';
import { IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { longestPassword } from '../passwords';

@InputType({ description: 'Whose password was forgotten.' })
export class RequestPasswordResetInput {
  @Field({ description: 'The user name; capitals do not matter.' })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  username!: string;
}

@InputType({ description: 'A password for the account a link in a letter belongs to.' })
export class SetPasswordByLinkInput {
  @Field({ description: 'What stands behind # in the link.' })
  @IsString()
  @Matches(/^[\w-]{1,100}$/)
  token!: string;

  @Field({ description: 'The new password.' })
  @IsString()
  @MinLength(1)
  @MaxLength(longestPassword)
  password!: string;
}
