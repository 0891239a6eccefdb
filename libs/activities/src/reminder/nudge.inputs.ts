import { Field, ID, InputType } from '@nestjs/graphql';
import { IsString } from 'class-validator';

@InputType({ description: 'An obligation whose organization is urged to act (催办).' })
export class NudgeObligationInput {
  @Field(() => ID, { description: 'Which obligation.' })
  @IsString()
  id!: string;
}
