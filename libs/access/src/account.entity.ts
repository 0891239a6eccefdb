import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';

/** Who signs in. The password's hash stands apart, in `account_secret`. */
@Entity({ name: 'account' })
export class AccountEntity extends PublicRow {
  /** unique over all associations without regard to case, and never given out again */
  @Column('text') username!: string;
  @Column('text') name!: string;
  @Column('timestamptz', { nullable: true }) disabledAt!: Date | null;
}
