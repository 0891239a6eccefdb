import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { Post } from './member.enums';

/** A post that a member holds in an organization. */
@Entity('appointment')
export class AppointmentEntity extends PublicRow {
  @Column('uuid') memberId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') post!: Post;
  @Column('date') since!: string;
  @Column('date', { nullable: true }) until!: string | null;
  @Column('text') basis!: string;
}
