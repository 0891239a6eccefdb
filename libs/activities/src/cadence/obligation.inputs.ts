import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsString, Matches, MaxLength, Min } from 'class-validator';

@InputType({ isAbstract: true })
abstract class ObligationInput {
  @Field(() => ID, { description: 'Which obligation.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when it was changed since.' })
  @IsInt()
  @Min(1)
  version!: number;

  @Field({ description: 'Why, as it will stand on record.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}

@InputType({ description: 'An obligation that need not be fulfilled.' })
export class WaiveObligationInput extends ObligationInput {}

@InputType({ description: 'An obligation that is to be fulfilled after all.' })
export class WithdrawWaiverInput extends ObligationInput {}
