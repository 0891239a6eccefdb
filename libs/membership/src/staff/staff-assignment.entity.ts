import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { StaffTime } from './staff.enums';

/** Who does party-affairs work at an organization (党务工作者), from a day, until a day. */
@Entity('staff_assignment')
export class StaffAssignmentEntity extends PublicRow {
  @Column('uuid') organizationId!: string;
  /** null: somebody who is not on the register of members */
  @Column('uuid', { nullable: true }) memberId!: string | null;
  /** as the person was called when assigned */
  @Column('text') name!: string;
  @Column('text') pinyin!: string;
  @Column('text') pinyinInitials!: string;
  @Column('text') position!: string;
  @Column('text') time!: StaffTime;
  @Column('date') since!: string;
  /** the first day on which it no longer held */
  @Column('date', { nullable: true }) until!: string | null;
  @Column('text') basis!: string;
  @Column('bytea', { nullable: true }) phoneSealed!: Buffer | null;
  @Column('text', { nullable: true }) phoneMasked!: string | null;
  /** name, both spellings and position in lower case, made by the database */
  @Column({ type: 'text', insert: false, update: false }) searchText!: string;
}
