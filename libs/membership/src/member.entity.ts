import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AffiliationKind, Gender, MemberStatus } from './member.enums';

/** What a member is today and what it was: the present row and its versions have the same columns. */
export abstract class MemberColumns extends PublicRow {
  /** where the member belongs, or belonged last: the place that decides who sees the member */
  @Column('uuid') organizationId!: string;
  /** by which kind of affiliation */
  @Column('text') affiliationKind!: AffiliationKind;
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
  /** from which day the member no longer belongs to any organization of the association; not a day ahead */
  @Column('date', { nullable: true }) leftOn!: string | null;
  @Column('bytea', { nullable: true }) idMark!: Buffer | null;
  @Column('text', { nullable: true }) idMasked!: string | null;
  @Column('bytea', { nullable: true }) phoneMark!: Buffer | null;
  @Column('text', { nullable: true }) phoneMasked!: string | null;
  /** name and both spellings in lower case, made by the database */
  @Column({ type: 'text', insert: false, update: false }) searchText!: string;
}

/** A person on the way to, or with, membership (党员). Numbers are sealed, marked for equality, masked for showing. */
@Entity('member')
export class MemberEntity extends MemberColumns {
  @Column('bytea', { nullable: true }) idSealed!: Buffer | null;
  @Column('bytea', { nullable: true }) phoneSealed!: Buffer | null;
  /** since when the row tells of nobody any more */
  @Column('timestamptz', { nullable: true }) erasedAt!: Date | null;
}

/** A member from `validFrom` until the day before `validTo`; `id` is the member's. Written by `MemberHistory` only. */
@Entity('member_version')
export class MemberVersionEntity extends MemberColumns {
  @PrimaryColumn('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}
