import { DateTimeScalar } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description: 'What one of the assessed was told of its final result (考核结果通知书): it stays as it was issued.',
})
export class AssessmentLetter {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field({ description: 'Its number, such as 考核〔2026〕3号.' })
  number!: string;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field({ description: 'SHA-256 of what was issued.' })
  contentHash!: string;

  @Pii('ORDINARY', { zh: '考核结果通知书由谁印发', en: 'who issued a letter of an assessment' })
  @Field({ description: 'Who issued it.' })
  issuedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  issuedAt!: Date;

  @Field({
    description: 'Where its PDF is, without the ending; .docx gives the same as Word. It needs `assessment.export`.',
  })
  url!: string;
}
