import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';

/** The leadership an organization elected for a term (班子). */
@Entity('leadership_team')
export class LeadershipTeamEntity extends PublicRow {
  @Column('uuid') organizationId!: string;
  @Column('smallint') termNo!: number;
  /** the day of the election, from which the term runs */
  @Column('date') since!: string;
  @Column('date') endsOn!: string;
  /** from when the next election is to be prepared, by the rule term.remind */
  @Column('date') remindOn!: string;
  /** the day on which the next team took over */
  @Column('date', { nullable: true }) until!: string | null;
  @Column('smallint') seats!: number;
  @Column('text') basis!: string;
}
