import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { ScoreSource } from './scoring.enums';

/** A record that a score rests on; nothing is uploaded that the system has. */
export interface Evidence {
  /** of the record, as global ids begin */
  readonly type: string;
  /** global id */
  readonly id: string;
  readonly title: string;
}

/** What somebody said of one indicator of one assessed: a level, points, or how often something occurred. */
@Entity('assessment_score')
export class AssessmentScoreEntity extends PublicRow {
  @Column('uuid') assessmentId!: string;
  @Column('uuid') organizationId!: string;
  /** of the indicator in the tree */
  @Column('text') nodeKey!: string;
  @Column('text') source!: ScoreSource;
  @Column('uuid') accountId!: string;
  @Column('text') scorerName!: string;
  /** of a RUBRIC */
  @Column('text', { nullable: true }) level!: string | null;
  /** exact decimal */
  @Column('numeric', { nullable: true }) points!: string | null;
  /** of a DEDUCTION, a BONUS or a VETO */
  @Column('integer', { nullable: true }) occurrences!: number | null;
  @Column('text', { default: '' }) comment!: string;
  @Column('jsonb', { default: [] }) evidence!: readonly Evidence[];
  /** null while it is a draft */
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
}

/** Votes that an indicator of the kind BALLOT is counted from: those of a group in this system, or all papers, counted by hand. */
@Entity('assessment_ballot')
export class AssessmentBallotEntity extends PublicRow {
  @Column('uuid') assessmentId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') nodeKey!: string;
  /** null: papers were counted by hand */
  @Column('uuid', { nullable: true }) ballotId!: string | null;
  /** whose votes the ballot takes */
  @Column('text', { nullable: true }) groupKey!: string | null;
  /** the key of the ballot's question that asks for this assessed */
  @Column('text', { nullable: true }) question!: string | null;
  /** by group of voters and option; null until its ballot is counted */
  @Column('jsonb', { nullable: true }) papers!: Readonly<Record<string, Readonly<Record<string, number>>>> | null;
  /** who counted by hand (监票人、计票人) */
  @Column('text', { nullable: true }) tellers!: string | null;
}
