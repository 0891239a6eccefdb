import { Column, Entity } from 'typeorm';
import { PublicRow } from '../database';
import type { LocalText } from '../text';

/** One line under the bell of one account. */
@Entity({ name: 'notification' })
export class NotificationEntity extends PublicRow {
  @Column('uuid') accountId!: string;
  @Column('text') kind!: string;
  @Column('jsonb') params!: Record<string, unknown>;
  /** as worded when it was written */
  @Column('jsonb') title!: LocalText;
  @Column('jsonb') text!: LocalText;
  /** path in the console */
  @Column('text', { nullable: true }) link!: string | null;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
}
