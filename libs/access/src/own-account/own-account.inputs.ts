import { Field, ID, InputType } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsEnum,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
} from 'class-validator';
import { longestPassword } from '../passwords';
import { Language, type LanguageKey } from './own-account.type';

@InputType({ description: 'A new password for one’s own account.' })
export class ChangePasswordInput {
  @Field({ description: 'The password in use.' })
  @IsString()
  @MaxLength(longestPassword)
  current!: string;

  @Field({ description: 'The new one.' })
  @IsString()
  @MinLength(1)
  @MaxLength(longestPassword)
  password!: string;
}

@InputType({ description: 'Who asks, once more, before something that opens the account is changed.' })
export class ProofInput {
  @Field(() => String, { nullable: true, description: 'The current password; left out by accounts without one.' })
  @IsOptional()
  @IsString()
  @MaxLength(longestPassword)
  password?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A code of the authenticator or a recovery code, when the account has a second factor.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  code?: string | null;
}

@InputType({ description: 'Which session to end.' })
export class EndSessionInput {
  @Field(() => ID, { description: 'One of your own sessions.' })
  @IsString()
  @MaxLength(100)
  id!: string;
}

@InputType({ description: 'Which linked identity to take away.' })
export class UnlinkIdentityInput {
  @Field(() => ID, { description: 'One of your own.' })
  @IsString()
  @MaxLength(100)
  id!: string;
}

@InputType({ description: 'The language of letters.' })
export class ChooseLanguageInput {
  @Field(() => Language, { description: 'Which.' })
  @IsEnum(Language)
  language!: LanguageKey;
}

@InputType({ description: 'Which letters you do not want; all others come.' })
export class ChooseLettersInput {
  @Field(() => [String], { description: 'The keys of the kinds that are off; none of a compulsory one.' })
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  off!: string[];
}
