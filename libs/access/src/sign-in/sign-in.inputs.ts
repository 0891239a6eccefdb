import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { longestPassword } from '../passwords';

const longestCode = 40;

@InputType({ description: 'The second factor of a sign-in under way.' })
export class ProveSecondFactorInput {
  @Field({ description: 'Six digits of the authenticator, or a recovery code.' })
  @IsString()
  @MinLength(6)
  @MaxLength(longestCode)
  code!: string;
}

@InputType({ description: 'A longer password, for an account that needs one by now.' })
export class ReplacePasswordInput {
  @Field({ description: 'The new password.' })
  @IsString()
  @MinLength(1)
  @MaxLength(longestPassword)
  password!: string;
}

@InputType({ description: 'Who asks, once more, before the authenticator is set up; empty during a sign-in.' })
export class StartEnrolmentInput {
  @Field(() => String, { nullable: true, description: 'The current password; left out during a sign-in.' })
  @IsOptional()
  @IsString()
  @MaxLength(longestPassword)
  password?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A code of the authenticator in use, or a recovery code, when there is one already.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(longestCode)
  code?: string | null;
}

@InputType({ description: 'The first code of an authenticator that is being set up.' })
export class FinishEnrolmentInput {
  @Field({ description: 'Six digits.' })
  @IsString()
  @MinLength(6)
  @MaxLength(longestCode)
  code!: string;
}
