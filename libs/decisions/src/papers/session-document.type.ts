import { DateTimeScalar } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { SessionBody } from '../session/session.enums';
import { SessionDocumentKind } from './session-document.enums';

@ObjectType({ description: 'A document that a session issued under a number (公文): it stays as it was issued.' })
export class SessionDocument {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => SessionDocumentKind, { description: 'What it is.' })
  kind!: SessionDocumentKind;

  @Field(() => SessionBody, { description: 'Which body issued it.' })
  body!: SessionBody;

  @Field({ description: 'Its number, such as 前研〔2026〕3号.' })
  number!: string;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field(() => ID, { nullable: true, description: 'Of an opinion, the item of the agenda it is on.' })
  itemId!: string | null;

  @Field({ description: 'Whether it shows the image of a seal, which is no signature by law (签章图像).' })
  sealed!: boolean;

  @Field({ description: 'SHA-256 of what was issued.' })
  contentHash!: string;

  @Pii('ORDINARY', { zh: '公文由谁印发', en: 'who issued a document' })
  @Field({ description: 'Who issued it.' })
  issuedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  issuedAt!: Date;

  @Field({ description: 'Where its PDF is, without the ending; .docx gives the same as Word.' })
  url!: string;
}

@ObjectType({
  description: 'The pack of papers of a session as its members have it (会议材料): a version stays as it was made.',
})
export class SessionPack {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Which version: another is made when agenda, roster or materials change.' })
  no!: number;

  @Field(() => Int, { description: 'How many pages it has.' })
  pages!: number;

  @Field(() => Int, { description: 'Its size in bytes.' })
  size!: number;

  @Field({ description: 'SHA-256 of the file.' })
  sha256!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  madeAt!: Date;

  @Field({ description: 'Where to download it; it needs the session.' })
  url!: string;
}

@ObjectType({ description: 'The picture of a seal that documents may show (签章图像); it is no signature by law.' })
export class SealImage {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => SessionBody, { description: 'Whose documents show it.' })
  body!: SessionBody;

  @Field({ description: 'SHA-256 of the picture.' })
  sha256!: string;

  @Pii('ORDINARY', { zh: '签章图像由谁上传', en: 'who added the picture of a seal' })
  @Field({ description: 'Who added it.' })
  addedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  addedAt!: Date;
}
