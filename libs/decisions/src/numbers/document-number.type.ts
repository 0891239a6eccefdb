import { OrganizationIdentity } from '@dangwu/organization';
import { connectionOf, DateTimeScalar } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DocumentNumberKind } from './document-number.enums';

@ObjectType({ description: 'A number that was given to a document (文号), for whoever may read the document.' })
export class DocumentNumber {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'Whose number it is.' })
  organization!: OrganizationIdentity | null;

  @Field(() => DocumentNumberKind, { description: 'Of which kind the document is.' })
  kind!: DocumentNumberKind;

  @Field(() => Int, { description: 'In which year it is counted.' })
  year!: number;

  @Field(() => Int, { description: 'Which one of the organization, the kind and the year.' })
  number!: number;

  @Field(() => Int, { description: 'How many numbers are missing before it; numbers are given without gaps.' })
  missing!: number;

  @Field(() => String, { nullable: true, description: 'As it is written on the document: 前审〔2026〕1号.' })
  text!: string | null;

  @Field(() => String, { nullable: true, description: 'What the document is called.' })
  title!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Where the document stands: an activity, a matter, a dispatch or a session.',
  })
  aboutId!: string | null;

  @Field({ description: 'Whether the document was withdrawn; it keeps its number, which nothing else gets.' })
  withdrawn!: boolean;

  @Pii('ORDINARY', { zh: '文号由谁编发', en: 'who gave a number' })
  @Field(() => String, { nullable: true, description: 'Who gave the number.' })
  givenBy!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  givenAt!: Date;
}

@ObjectType({ description: 'A page of numbers of documents.' })
export class DocumentNumberConnection extends connectionOf(DocumentNumber) {}
