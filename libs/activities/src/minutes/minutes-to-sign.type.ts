import { DateTimeScalar } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
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
