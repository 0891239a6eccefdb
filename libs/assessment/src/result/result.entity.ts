import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { Result } from '../engine';
import type { ComputedBecause, ObjectionState } from './result.enums';

/** What was computed, with everything it was computed from; each computation that differs is kept. */
@Entity('assessment_result')
export class AssessmentResultEntity extends PublicRow {
  @Column('uuid') assessmentId!: string;
  @Column('uuid') organizationId!: string;
  /** from 1 */
  @Column('smallint') no!: number;
  /** exact decimal; null: something that is needed is missing, as the tree says */
  @Column('numeric', { nullable: true }) total!: string | null;
  @Column('jsonb') tree!: Result;
  /** of the tree what ranking looks at */
  @Column('jsonb') standing!: Result;
  /** sha256 of the result in its canonical form */
  @Column('text') digest!: string;
  /** why it was computed */
  @Column('text') reason!: ComputedBecause;
  @Column('timestamptz') computedAt!: Date;
}

/** What moderation, or an objection that was upheld, set otherwise than it was computed. */
@Entity('assessment_adjustment')
export class AssessmentAdjustmentEntity extends PublicRow {
  @Column('uuid') assessmentId!: string;
  @Column('uuid') organizationId!: string;
  /** whose points are set; null: the grade is */
  @Column('text', { nullable: true }) nodeKey!: string | null;
  /** exact decimal */
  @Column('numeric', { nullable: true }) points!: string | null;
  @Column('text', { nullable: true }) grade!: string | null;
  @Column('text') reason!: string;
  @Column('uuid', { nullable: true }) objectionId!: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
  @Column('text') madeBy!: string;
  @Column('timestamptz') madeAt!: Date;
}

/** What the assessed says against a result while it is on notice, and what became of it (异议). */
@Entity('assessment_objection')
export class AssessmentObjectionEntity extends PublicRow {
  @Column('uuid') assessmentId!: string;
  @Column('uuid') organizationId!: string;
  /** what it is about; null: the result as a whole */
  @Column('text', { nullable: true }) nodeKey!: string | null;
  @Column('text') text!: string;
  @Column('text') raisedBy!: string;
  @Column('uuid') raisedByAccountId!: string;
  @Column('timestamptz') raisedAt!: Date;
  @Column('text') state!: ObjectionState;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('text', { nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('numeric', { nullable: true }) totalBefore!: string | null;
  @Column('numeric', { nullable: true }) totalAfter!: string | null;
}
