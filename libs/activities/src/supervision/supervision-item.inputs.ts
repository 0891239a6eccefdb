import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Matches, MaxLength, Min } from 'class-validator';

@InputType({ isAbstract: true })
abstract class ItemStepInput {
  @Field(() => ID, { description: 'Which item.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when somebody changed it since.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ description: 'An item that was carried out.' })
export class ReportSupervisionItemInput extends ItemStepInput {
  @Field({ description: 'What was done, and what shows it.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(1000)
  evidence!: string;

  @Field(() => ID, { nullable: true, description: 'A file that shows it, which you uploaded; null: none.' })
  @IsOptional()
  @IsString()
  fileId?: string | null;
}

@InputType({ description: 'An item that is confirmed as carried out.' })
export class CloseSupervisionItemInput extends ItemStepInput {}

@InputType({ description: 'An item that was not carried out as it should be.' })
export class ReturnSupervisionItemInput extends ItemStepInput {
  @Field({ description: 'What is missing.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}
