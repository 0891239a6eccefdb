import { DateTimeScalar } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString } from 'class-validator';
import { MinutesContent } from './minutes.type';

@ObjectType({ description: 'Minutes that await one’s own signature as the chair (待签字).' })
export class MinutesToSign {
  @Field(() => ID, { description: 'The minutes.' })
  id!: string;

  @Field(() => Int, { description: 'It is sent along with the signature.' })
  version!: number;

  @Field(() => ID, { description: 'The activity they are of.' })
  activityId!: string;

  @Field({ description: 'Title of the activity.' })
  title!: string;

  @Field({ description: 'Which organization held it.' })
  organizationName!: string;

  @Field(() => MinutesContent, { description: 'What is signed.' })
  content!: MinutesContent;

  @Field({ description: 'SHA-256 of the content: it is sent along with the signature.' })
  contentHash!: string;

  @Pii('ORDINARY', { zh: '谁作为记录人签字', en: 'who signed as the recorder' })
  @Field({ description: 'Who signed as the recorder.' })
  recorderName!: string;

  @Field(() => DateTimeScalar, { description: 'When the recorder signed.' })
  recorderSignedAt!: Date;

  @Field({ description: 'Where to download it as PDF, marked as a draft; needs the session.' })
  previewUrl!: string;
}

@ObjectType({
  description: 'Minutes whose chair has no account: a page that the chair signed is awaited (待纸质签字).',
})
export class MinutesOnPaper {
  @Field(() => ID, { description: 'The minutes.' })
  id!: string;

  @Field(() => ID, { description: 'The activity they are of.' })
  activityId!: string;

  @Field({ description: 'Title of the activity.' })
  title!: string;

  @Field({ description: 'Which organization held it.' })
  organizationName!: string;

  @Pii('ORDINARY', { zh: '由谁在纸上签字', en: 'who signs the page' })
  @Field({ description: 'Who signs the page.' })
  chair!: string;

  @Pii('ORDINARY', { zh: '谁作为记录人签字', en: 'who signed as the recorder' })
  @Field({ description: 'Who signed as the recorder.' })
  recorderName!: string;

  @Field(() => DateTimeScalar, { description: 'When the recorder signed.' })
  recorderSignedAt!: Date;
}

@ArgsType()
export class MinutesOnPaperArguments {
  @Field(() => ID, { nullable: true, description: 'Only this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;
}
