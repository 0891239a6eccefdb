import { SupervisionItemFields } from '@dangwu/activities';
import { DateTimeScalar } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description:
    'A milestone of a matter that is carried out (节点): a supervision item, which its owner finds among the own tasks.',
})
export class Milestone extends SupervisionItemFields {
  @Field(() => Int, { description: 'Its number among those of the matter.' })
  no!: number;

  @Field({ description: 'Whether its day is past and it is not reported yet.' })
  overdue!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it is not carried out any more; null: it is.' })
  droppedReason!: string | null;
}

@ObjectType({ description: 'What was reported back to the committee on a matter that is carried out (反馈).' })
export class MatterReport {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Its number among those of the matter.' })
  no!: number;

  @Field({ description: 'What was reported.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'The name of the file that belongs to it; null: none.' })
  fileName!: string | null;

  @Field(() => Int, { nullable: true, description: 'The size of that file in bytes.' })
  fileSize!: number | null;

  @Field(() => String, { nullable: true, description: 'Where to download that file; it needs the session.' })
  fileUrl!: string | null;

  @Pii('ORDINARY', { zh: '谁反馈执行情况', en: 'who reported back on a matter' })
  @Field({ description: 'Who reported.' })
  reportedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  reportedAt!: Date;
}
