import { LocalText } from '@dangwu/platform/graphql';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { OpenSession } from '../session/open-session.type';

export const Language = { ZH: 'ZH', EN: 'EN' } as const;
export type LanguageKey = keyof typeof Language;
registerEnumType(Language, {
  name: 'Language',
  description: 'A language of the system.',
  valuesMap: { ZH: { description: 'Chinese (中文).' }, EN: { description: 'English.' } },
});

@ObjectType({ description: 'Whether and how a second factor guards an account (两步验证).' })
export class SecondFactorState {
  @Field(() => Date, { nullable: true, description: 'Since when an authenticator is set up; null: none is.' })
  since!: Date | null;

  @Field(() => Int, { description: 'Recovery codes that were not used yet.' })
  recoveryCodesLeft!: number;

  @Field({ description: 'Whether an office of the account demands one.' })
  compulsory!: boolean;
}

@ObjectType({ description: 'Who somebody is at the provider of single sign-on (统一身份).' })
export class LinkedIdentity {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => LocalText, { description: 'What the provider is called here.' })
  provider!: LocalText;

  @Field(() => String, { nullable: true, description: 'What the provider calls the person, for recognition.' })
  label!: string | null;

  @Field(() => Date, { description: 'When it was linked.' })
  linkedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When somebody signed in by it last.' })
  lastUsedAt!: Date | null;
}

@ObjectType({ description: 'A kind of letters to you (邮件种类), and whether you get it.' })
export class LetterChoice {
  @Field({ description: 'Its stable name, for choosing.' })
  key!: string;

  @Field(() => LocalText, { description: 'What it is called.' })
  name!: LocalText;

  @Field(() => LocalText, { description: 'When it comes.' })
  text!: LocalText;

  @Field({ description: 'Whether you get it.' })
  on!: boolean;

  @Field({ description: 'It always comes and cannot be switched off.' })
  compulsory!: boolean;
}

@ObjectType({ description: 'How long sessions last here.' })
export class SessionLimits {
  @Field(() => Int, { description: 'Minutes without a request after which a session ends.' })
  idleMinutes!: number;

  @Field(() => Int, { description: 'Minutes after which a session ends however it is used.' })
  lifetimeMinutes!: number;
}

@ObjectType({ description: 'Your own account (我的账号): what opens it and where it is open.' })
export class OwnAccount {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field({ description: 'The name you sign in by.' })
  username!: string;

  @Field({ description: 'Your name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Where letters about the account go.' })
  mail!: string | null;

  @Field(() => Language, { description: 'The language of letters to you.' })
  language!: LanguageKey;

  @Field(() => [LetterChoice], { description: 'The kinds of letters to you.' })
  letters!: LetterChoice[];

  @Field(() => Date, { nullable: true, description: 'When the password was set; null: there is none.' })
  passwordSetAt!: Date | null;

  @Field(() => Int, { description: 'Characters a password of this account needs at least.' })
  passwordLength!: number;

  @Field(() => SecondFactorState, { description: 'The second factor.' })
  secondFactor!: SecondFactorState;

  @Field(() => [LinkedIdentity], { description: 'Linked identities; at most one for each provider.' })
  identities!: LinkedIdentity[];

  @Field(() => [OpenSession], { description: 'Sessions in force, the one used last first; 100 at most.' })
  sessions!: OpenSession[];

  @Field(() => SessionLimits, { description: 'How long sessions last.' })
  limits!: SessionLimits;
}
