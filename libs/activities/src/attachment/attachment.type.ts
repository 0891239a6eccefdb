import { DateTimeScalar } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A file that belongs to an activity (附件).' })
export class Attachment {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number;

  @Field({ description: 'Its name, with the ending.' })
  name!: string;

  @Field({ description: 'Its media type, found out from the bytes.' })
  type!: string;

  @Field(() => Int, { description: 'Its size in bytes.' })
  size!: number;

  @Pii('ORDINARY', { zh: '附件由谁上传', en: 'who attached a file' })
  @Field({ description: 'Who attached it.' })
  addedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was attached.' })
  addedAt!: Date;

  @Field({
    description:
      'Where to download it, under the address of the API; needs the session, and the right to read the activity at that moment.',
  })
  url!: string;
}
