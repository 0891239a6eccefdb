import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { Post } from './member.enums';

/** A post that a member holds in an organization, from a day, until a day. */
@Entity('appointment')
export class AppointmentEntity extends PublicRow {
  @Column('uuid') memberId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') post!: Post;
  /** in which order posts are read out, made by the database */
  @Column({ type: 'smallint', insert: false, update: false }) rank!: number;
  @Column('date') since!: string;
  /** the first day on which it was no longer held */
  @Column('date', { nullable: true }) until!: string | null;
  @Column('text') basis!: string;
}
