import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';

/** A secret vote of one group of voters on one indicator (无记名测评); whom it asks for stands in `AssessmentBallotEntity`. */
@Entity('assessment_vote')
export class AssessmentVoteEntity extends PublicRow {
  @Column('uuid') cycleId!: string;
  /** of the cycle */
  @Column('uuid') organizationId!: string;
  @Column('text') nodeKey!: string;
  @Column('text') groupKey!: string;
  @Column('uuid') ballotId!: string;
  @Column('text') openedBy!: string;
  @Column('timestamptz') openedAt!: Date;
  /** since when it is counted, or void */
  @Column('timestamptz', { nullable: true }) overAt!: Date | null;
}
