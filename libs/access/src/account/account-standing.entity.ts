import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What administrators see of an account beside its row; written by `noteStanding`. */
@Entity({ name: 'account_standing' })
export class AccountStandingEntity {
  @PrimaryColumn('uuid') accountId!: string;
  @Column('uuid') associationId!: string;
  @Column('timestamptz', { nullable: true }) invitedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) passwordSetAt!: Date | null;
  @Column('timestamptz', { nullable: true }) secondFactorAt!: Date | null;
  @Column('timestamptz', { nullable: true }) lastSignInAt!: Date | null;
}
