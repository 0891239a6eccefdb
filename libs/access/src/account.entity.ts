import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';

/** Who signs in. The password's hash stands apart, in `account_secret`. */
@Entity({ name: 'account' })
export class AccountEntity extends PublicRow {
  /** unique over all associations without regard to case, and never given out again */
  @Column('text') username!: string;
  @Column('text') name!: string;
  /** where letters about the account go; it decides nothing about who somebody is */
  @Column('text', { nullable: true }) mail!: string | null;
  /** of letters to the person */
  @Column('text', { default: 'zh' }) language!: 'zh' | 'en';
  /** kinds of letters that the person has switched off */
  @Column('text', { array: true, default: [] }) lettersOff!: string[];
  /** the member whose account it is, by the library that knows members; null: it stands alone */
  @Column('uuid', { nullable: true }) memberId!: string | null;
  @Column('timestamptz', { nullable: true }) disabledAt!: Date | null;
}
