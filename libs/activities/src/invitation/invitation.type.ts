import { Post } from '@dangwu/membership';
import { OrganizationIdentity } from '@dangwu/organization';
import { connectionOf, DateTimeScalar } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { InvitationKind } from './invitation.enums';

@ObjectType({ description: 'Who is invited to an activity (邀请).' })
export class Invitation {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => InvitationKind, { description: 'By what: organization, post or person.' })
  kind!: InvitationKind;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'Whose members, or the holders of a post in it.' })
  organization!: OrganizationIdentity | null;

  @Field(() => Post, { nullable: true, description: 'Which post.' })
  post!: Post | null;

  @Field(() => ID, { nullable: true, description: 'The member invited.' })
  memberId!: string | null;

  @Pii('ORDINARY', { zh: '邀请谁参加活动', en: 'who is invited to an activity' })
  @Field(() => String, { nullable: true, description: 'Name of the member invited.' })
  name!: string | null;

  @Field(() => DateTimeScalar, { description: 'When the invitation was made.' })
  createdAt!: Date;
}

@ObjectType({ description: 'A page of invitations.' })
export class InvitationConnection extends connectionOf(Invitation) {}
