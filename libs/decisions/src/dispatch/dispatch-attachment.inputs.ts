import { Field, ID, InputType } from '@nestjs/graphql';
import { IsString } from 'class-validator';
import { DispatchStepFields } from './dispatch.inputs';

@InputType({ description: 'A file that goes with a dispatch.' })
export class AddDispatchAttachmentInput extends DispatchStepFields {
  @Field(() => ID, { description: 'The file, as uploaded by yourself.' })
  @IsString()
  fileId!: string;
}

@InputType({ description: 'A file that no longer goes with a dispatch.' })
export class RemoveDispatchAttachmentInput extends DispatchStepFields {
  @Field(() => ID, { description: 'Which attachment.' })
  @IsString()
  attachmentId!: string;
}
