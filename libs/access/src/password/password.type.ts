import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LinkKind } from './mailed-links';

export const MailedLinkKind = {
  INVITATION: 'INVITATION',
  PASSWORD_RESET: 'PASSWORD_RESET',
} as const satisfies Record<LinkKind, LinkKind>;
registerEnumType(MailedLinkKind, {
  name: 'MailedLinkKind',
  description: 'What a link in a letter is for.',
  valuesMap: {
    INVITATION: { description: 'The first password of a new account, or linking it with single sign-on.' },
    PASSWORD_RESET: { description: 'A new password in place of a forgotten one.' },
  },
});

@ObjectType({ description: 'What a link in a letter opens (邮件链接).' })
export class MailedLink {
  @Field(() => MailedLinkKind, { description: 'What it is for.' })
  kind!: LinkKind;

  @Field({ description: 'The user name of the account.' })
  username!: string;

  @Field({ description: 'The name of the person.' })
  name!: string;

  @Field(() => Int, { description: 'Characters the password needs at least.' })
  passwordLength!: number;

  @Field(() => Date, { description: 'When the link ends.' })
  expiresAt!: Date;
}
