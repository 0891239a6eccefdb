import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsString, Min } from 'class-validator';

@InputType({ description: 'An uploaded file that an activity gets.' })
export class AddAttachmentInput {
  @Field(() => ID, { description: 'Which activity.' })
  @IsString()
  activityId!: string;

  @Field(() => ID, { description: 'A file that you uploaded.' })
  @IsString()
  fileId!: string;
}

@InputType({ description: 'An attachment that is deleted, with its bytes.' })
export class RemoveAttachmentInput {
  @Field(() => ID, { description: 'Which attachment.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when it was changed since.' })
  @IsInt()
  @Min(1)
  version!: number;
}
