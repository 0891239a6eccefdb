import { Field, ID, InputType } from '@nestjs/graphql';
import { IsString } from 'class-validator';

@InputType({ description: 'A workbook of attendance that was filled in.' })
export class ImportAttendanceInput {
  @Field(() => ID, { description: 'Which activity.' })
  @IsString()
  activityId!: string;

  @Field(() => ID, { description: 'The workbook, uploaded by yourself; it is deleted once it is read.' })
  @IsString()
  fileId!: string;
}
