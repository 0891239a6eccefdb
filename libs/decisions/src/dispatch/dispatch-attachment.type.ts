import { DateTimeScalar } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DispatchPart } from './dispatch.enums';

@ObjectType({ description: 'A file of a dispatch, or of its receipt, reply or follow-up (附件).' })
export class DispatchAttachment {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => DispatchPart, { description: 'What it belongs to.' })
  part!: DispatchPart;

  @Field({ description: 'Its name, with the ending.' })
  name!: string;

  @Field({ description: 'Its media type, found out from the bytes.' })
  type!: string;

  @Field(() => Int, { description: 'Its size in bytes.' })
  size!: number;

  @Field({ description: 'SHA-256 of its bytes.' })
  sha256!: string;

  @Pii('ORDINARY', { zh: '请示报告附件由谁上传', en: 'who attached a file to a dispatch' })
  @Field({ description: 'Who attached it.' })
  addedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was attached.' })
  addedAt!: Date;

  @Field({
    description:
      'Where to download it, under the address of the API; needs the session, and the right to read the dispatch at that moment.',
  })
  url!: string;
}
