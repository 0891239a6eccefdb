import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { SeatPost } from './seat.type';

/** A person's seat in a body (名单): who sits in a committee, a leading group, an expert group, from when to when. */
@Entity('seat')
export class SeatEntity extends PublicRow {
  @Column('uuid') organizationId!: string;
  @Column('text') post!: `${SeatPost}`;
  /** the order of posts, the first first: what lists are sorted by */
  @Column('smallint') rank!: number;
  @Column('text') personName!: string;
  /** what the person does outside the body */
  @Column('text', { nullable: true }) title!: string | null;
  @Column('date') since!: string;
  /** the first day on which the person no longer sits there */
  @Column('date', { nullable: true }) until!: string | null;
  @Column('text') basis!: string;
}
