import { Field, ID, InputType } from '@nestjs/graphql';
import { IsString, MaxLength, MinLength } from 'class-validator';

@InputType({ description: 'Which account is whose.' })
export class BindAccountInput {
  @Field(() => ID, { description: 'The member.' })
  @IsString()
  @MaxLength(100)
  memberId!: string;

  @Field({ description: 'The user name of an account, whole; capitals do not matter.' })
  @IsString()
  @MinLength(2)
  @MaxLength(64)
  username!: string;
}

@InputType({ description: 'Whose account stands alone from now on.' })
export class UnbindAccountInput {
  @Field(() => ID, { description: 'The member.' })
  @IsString()
  @MaxLength(100)
  memberId!: string;
}
