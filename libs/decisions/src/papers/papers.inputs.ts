import { Field, ID, InputType } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsOptional, IsString } from 'class-validator';
import { SessionBody } from '../session/session.enums';
import { SessionDocumentKind } from './session-document.enums';

@InputType({ description: 'A document of a session that is to be issued.' })
export class IssueSessionDocumentInput {
  @Field(() => ID, { description: 'The session.' })
  @IsString()
  sessionId!: string;

  @Field(() => SessionDocumentKind, { description: 'What is issued.' })
  @IsEnum(SessionDocumentKind)
  kind!: SessionDocumentKind;

  @Field(() => SessionBody, {
    nullable: true,
    description: 'Of minutes of a joint session, whose they are; the party body when left out.',
  })
  @IsOptional()
  @IsEnum(SessionBody)
  body?: SessionBody | null;

  @Field(() => ID, { nullable: true, description: 'Of an opinion, the item of the agenda it is on.' })
  @IsOptional()
  @IsString()
  itemId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it shows the picture of the seal, which is no signature by law; not when left out.',
  })
  @IsOptional()
  @IsBoolean()
  sealed?: boolean | null;
}

@InputType({ description: 'The picture of a seal.' })
export class SetSealImageInput {
  @Field(() => ID, { description: 'The organization.' })
  @IsString()
  organizationId!: string;

  @Field(() => SessionBody, { description: 'Of the party body, or of the council beside it.' })
  @IsEnum(SessionBody)
  body!: SessionBody;

  @Field(() => ID, { description: 'A PNG or JPEG that you uploaded.' })
  @IsString()
  fileId!: string;
}

@InputType({ description: 'Which picture of a seal is removed; documents that show it keep it.' })
export class RemoveSealImageInput {
  @Field(() => ID, { description: 'The picture.' })
  @IsString()
  id!: string;
}
