import { Job } from '@dangwu/desk';
import { connectionOf, DateTimeScalar, LocalText } from '@dangwu/platform/graphql';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsString, Length, Matches } from 'class-validator';

export const ExportRequestState = {
  WAITING: 'WAITING',
  APPROVED: 'APPROVED',
  REFUSED: 'REFUSED',
  DELIVERED: 'DELIVERED',
} as const;
registerEnumType(ExportRequestState, {
  name: 'ExportRequestState',
  description: 'What became of a request for a large export.',
  valuesMap: {
    WAITING: { description: 'Another person has to decide (待批准).' },
    APPROVED: { description: 'Approved: whoever asked may fetch it once, until fetchUntil (已批准).' },
    REFUSED: { description: 'Refused, with a reason (未同意).' },
    DELIVERED: { description: 'Fetched: the approval is used up (已领取).' },
  },
});

@ObjectType({ description: 'One thing that was asked of the list: a condition, its columns.' })
export class ExportDetail {
  @Field(() => LocalText, { description: 'What it is.' })
  name!: LocalText;

  @Field(() => LocalText, { description: 'What was asked.' })
  value!: LocalText;
}

@ObjectType({
  description:
    'A list of more people than may be exported at once (大批量导出): asked for by one, approved by another, fetched once.',
})
export class ExportRequest {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field({ description: 'Who asked, as called then.' })
  accountName!: string;

  @Field({ description: 'Whether you asked for it yourself; then another must decide.' })
  mine!: boolean;

  @Field({ description: 'Kind of the job that writes it, such as MEMBER_EXPORT.' })
  kind!: string;

  @Field(() => LocalText, { description: 'Which list, in words.' })
  title!: LocalText;

  @Field(() => [ExportDetail], { description: 'Conditions and columns as asked; exactly this is delivered.' })
  details!: ExportDetail[];

  @Field(() => Int, { description: 'Of how many people it told when it was asked for; no more are delivered.' })
  people!: number;

  @Field({ description: 'What it is needed for.' })
  reason!: string;

  @Field(() => ExportRequestState, { description: 'What became of it.' })
  state!: keyof typeof ExportRequestState;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who decided, as called then.' })
  decidedByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was decided so.' })
  decisionReason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it may be fetched.' })
  fetchUntil!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was fetched.' })
  deliveredAt!: Date | null;

  @Field(() => Job, { nullable: true, description: 'The job that writes the file; for whoever asked alone.' })
  job!: Job | null;
}

@ObjectType({ description: 'A page of requests for large exports.' })
export class ExportRequestConnection extends connectionOf(ExportRequest) {}

@InputType({ description: 'Decides on the large export that another person asked for.' })
export class DecideExportRequestInput {
  @Field(() => ID, { description: 'The request.' })
  @IsString()
  id!: string;

  @Field({ description: 'True: whoever asked may fetch it once, within the hours of the rule.' })
  @IsBoolean()
  approve!: boolean;

  @Field({ description: 'Why (理由); whoever asked is told, and it stands in the audit log.' })
  @Length(2, 500)
  @Matches(/\S/)
  reason!: string;
}

@InputType({ description: 'Fetches what was approved.' })
export class FetchApprovedExportInput {
  @Field(() => ID, { description: 'The request, your own.' })
  @IsString()
  id!: string;
}
