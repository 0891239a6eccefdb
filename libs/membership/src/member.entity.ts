import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { Gender, MemberStatus } from './member.enums';

/** A person on the way to, or with, membership. Numbers stand here sealed, marked for equality, and masked for showing. */
@Entity('member')
export class MemberEntity extends PublicRow {
  /** where the active FORMAL affiliation is, or the last one was */
  @Column('uuid') organizationId!: string;
  @Column('text') name!: string;
  @Column('text') pinyin!: string;
  @Column('text') pinyinInitials!: string;
  @Column('text', { nullable: true }) gender!: Gender | null;
  @Column('date', { nullable: true }) birthDate!: string | null;
  @Column('text', { nullable: true }) ethnicity!: string | null;
  @Column('text', { nullable: true }) education!: string | null;
  @Column('text', { nullable: true }) jobTitle!: string | null;
  @Column('text') status!: MemberStatus;
  @Column('date', { nullable: true }) joinedOn!: string | null;
  @Column('date', { nullable: true }) fullOn!: string | null;
  /** from which day the member no longer belongs to any organization of the association */
  @Column('date', { nullable: true }) leftOn!: string | null;
  @Column('bytea', { nullable: true }) idSealed!: Buffer | null;
  @Column('bytea', { nullable: true }) idMark!: Buffer | null;
  @Column('text', { nullable: true }) idMasked!: string | null;
  @Column('bytea', { nullable: true }) phoneSealed!: Buffer | null;
  @Column('bytea', { nullable: true }) phoneMark!: Buffer | null;
  @Column('text', { nullable: true }) phoneMasked!: string | null;
  /** name and both spellings in lower case, made by the database */
  @Column({ type: 'text', insert: false, update: false }) searchText!: string;
}
