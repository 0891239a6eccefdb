import type { Post } from '@dangwu/membership';
import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { InvitationKind } from './invitation.enums';

/** Who is invited to an activity; whom that comes to is told by the register on the day. */
@Entity('invitation')
export class InvitationEntity extends PublicRow {
  @Column('uuid') activityId!: string;
  /** the organizer of the activity: the place of the invitation */
  @Column('uuid') organizationId!: string;
  @Column('text') kind!: InvitationKind;
  @Column('uuid', { nullable: true }) invitedOrganizationId!: string | null;
  @Column('text', { nullable: true }) post!: Post | null;
  @Column('uuid', { nullable: true }) memberId!: string | null;
}
