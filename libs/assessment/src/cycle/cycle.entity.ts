import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { CycleStage, GroupBy, Participation } from './cycle.enums';

/** One assessment of many, by one version of a scheme, over a period (考核周期). */
@Entity('assessment_cycle')
export class AssessmentCycleEntity extends PublicRow {
  /** who assesses; what is below can be in the cycle */
  @Column('uuid') organizationId!: string;
  @Column('uuid') schemeVersionId!: string;
  @Column('text') title!: string;
  @Column('date') periodFrom!: string;
  /** the last day that counts */
  @Column('date') periodTo!: string;
  /** null: all */
  @Column('text', { array: true, nullable: true }) tiers!: string[] | null;
  @Column('text', { array: true, nullable: true }) organizationTypes!: string[] | null;
  /** kinds of edges: LEADS, GUIDES */
  @Column('text', { array: true }) relations!: string[];
  @Column('text') groupBy!: GroupBy;
  @Column('text') stage!: CycleStage;
  /** when the figures were read that count */
  @Column('timestamptz', { nullable: true }) snapshotAt!: Date | null;
  /** the job that reads the figures at this moment */
  @Column('uuid', { nullable: true }) readingJobId!: string | null;
  @Column('date', { nullable: true }) noticeFrom!: string | null;
  @Column('date', { nullable: true }) noticeTo!: string | null;
  @Column('text', { array: true, default: [] }) noticeFields!: string[];
  @Column('timestamptz', { nullable: true }) sealedAt!: Date | null;
  /** sha256 of all final results; the replay computes the same */
  @Column('text', { nullable: true }) digest!: string | null;
  @Column('timestamptz', { nullable: true }) cancelledAt!: Date | null;
  @Column('text', { nullable: true }) cancelReason!: string | null;
  @Column('text') openedBy!: string;
}

/** A stage of a cycle with its deadline. */
@Entity('assessment_stage')
export class AssessmentStageEntity extends PublicRow {
  @Column('uuid') cycleId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') stage!: CycleStage;
  @Column('date') dueOn!: string;
  @Column('timestamptz', { nullable: true }) beganAt!: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}

/** What happened to a cycle, or to one assessment in it. */
@Entity('assessment_step')
export class AssessmentStepEntity extends PublicRow {
  @Column('uuid') cycleId!: string;
  /** null: to the cycle as a whole */
  @Column('uuid', { nullable: true }) assessmentId!: string | null;
  @Column('uuid') organizationId!: string;
  @Column('text') kind!: string;
  @Column('text', { nullable: true }) text!: string | null;
  @Column('jsonb', { nullable: true }) data!: Record<string, unknown> | null;
  @Column('text') actorName!: string;
  @Column('timestamptz') at!: Date;
}

/** One organization, or one person, in a cycle, as it stood when the cycle was opened. */
@Entity('assessment')
export class AssessmentEntity extends PublicRow {
  @Column('uuid') cycleId!: string;
  @Column('uuid') organizationId!: string;
  /** where a person is assessed */
  @Column('uuid', { nullable: true }) memberId!: string | null;
  /** the name as it was */
  @Column('text') subjectName!: string;
  @Column('text') organizationType!: string;
  /** its own tier, else that of the nearest above it */
  @Column('text', { nullable: true }) tier!: string | null;
  /** keys of the duties that its type had */
  @Column('text', { array: true, default: [] }) duties!: string[];
  /** the edge between it and who assesses: GUIDES where any edge on the way is one */
  @Column('text') relation!: 'LEADS' | 'GUIDES';
  /** the organization that conducts the cycle; set by the table itself */
  @Column({ type: 'uuid', insert: false, update: false }) conductorId!: string;
  /** the organization above it, which verifies what it says */
  @Column('uuid') verifierId!: string;
  @Column('text') groupKey!: string;
  @Column('text') groupName!: string;
  @Column('text') participation!: Participation;
  @Column('text', { default: '' }) participationNote!: string;
  /** the cycle is being prepared: seen by whoever conducts it alone */
  @Column('boolean', { default: false }) preparing!: boolean;
  @Column('timestamptz', { nullable: true }) selfSubmittedAt!: Date | null;
  @Column('boolean', { default: false }) selfLate!: boolean;
  @Column('timestamptz', { nullable: true }) verifiedAt!: Date | null;
  @Column('boolean', { default: false }) verifiedLate!: boolean;
  /** exact decimal; null until it was computed */
  @Column('numeric', { nullable: true }) total!: string | null;
  /** in its group, from 1; those that tie share one */
  @Column('smallint', { nullable: true }) rank!: number | null;
  @Column('text', { nullable: true }) grade!: string | null;
  /** why the grade is not the one of its band */
  @Column('text', { default: '' }) gradeNote!: string;
  /** since when its result is seen beyond those who conduct the cycle */
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
}

/** An expert of a cycle: whom to score, and from whom to keep away (回避). */
@Entity('assessment_scorer')
export class AssessmentScorerEntity extends PublicRow {
  @Column('uuid') cycleId!: string;
  /** of the cycle */
  @Column('uuid') organizationId!: string;
  @Column('uuid') accountId!: string;
  @Column('text') name!: string;
  /** weights of a scheme are by role */
  @Column('text', { default: 'EXPERT' }) role!: string;
  /** groups that are scored; null: all */
  @Column('text', { array: true, nullable: true }) groups!: string[] | null;
  /** organizations that are not scored, one's own among them */
  @Column('uuid', { array: true, default: [] }) recused!: string[];
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
  @Column('text', { nullable: true }) removedReason!: string | null;
}

/** A figure of the period as it stood when the cycle read it. */
@Entity('metric_snapshot')
export class MetricSnapshotEntity extends PublicRow {
  @Column('uuid') assessmentId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') figure!: string;
  @Column('numeric') part!: string;
  /** null: no rate */
  @Column('numeric', { nullable: true }) whole!: string | null;
  @Column('integer') rowCount!: number;
  @Column('timestamptz') takenAt!: Date;
}
