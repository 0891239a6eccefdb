import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { MinutesContent } from './minutes-content';
import type { MinutesState, ResolutionState } from './minutes.enums';

/** Minutes (会议记录) of an activity: the version that is worked on. */
@Entity('minutes')
export class MinutesEntity extends PublicRow {
  @Column('uuid') activityId!: string;
  /** that of the activity, which decides who sees them */
  @Column('uuid') organizationId!: string;
  @Column('text') state!: MinutesState;
  @Column('smallint') versionNo!: number;
  @Column('jsonb') content!: MinutesContent;
  /** SHA-256 of the content: what a signature is on */
  @Column('text') contentHash!: string;
  /** why a version after the first is written */
  @Column('text', { nullable: true }) correctionReason!: string | null;
  @Column('text') savedBy!: string;
  @Column('timestamptz') savedAt!: Date;
  @Column('uuid', { nullable: true }) recorderAccountId!: string | null;
  @Column('text', { nullable: true }) recorderName!: string | null;
  @Column('timestamptz', { nullable: true }) recorderSignedAt!: Date | null;
  @Column('text', { nullable: true }) documentNumber!: string | null;
}

/** What two people signed. Rows are only added. */
@Entity('minutes_version')
export class MinutesVersionEntity extends PublicRow {
  @Column('uuid') minutesId!: string;
  @Column('uuid') organizationId!: string;
  @Column('smallint') no!: number;
  @Column('jsonb') content!: MinutesContent;
  @Column('text') contentHash!: string;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid') recorderAccountId!: string;
  @Column('text') recorderName!: string;
  @Column('timestamptz') recorderSignedAt!: Date;
  @Column('uuid') chairAccountId!: string;
  @Column('text') chairName!: string;
  @Column('timestamptz') chairSignedAt!: Date;
}

/** What was resolved (决议), made of the signed minutes. */
@Entity('resolution')
export class ResolutionEntity extends PublicRow {
  @Column('uuid') activityId!: string;
  @Column('uuid') organizationId!: string;
  @Column('smallint') no!: number;
  @Column('text') text!: string;
  /** who carries it out: a person or an organization, by name */
  @Column('text', { nullable: true }) owner!: string | null;
  @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('text') state!: ResolutionState;
  @Column('timestamptz', { nullable: true }) doneAt!: Date | null;
  @Column('text', { nullable: true }) doneBy!: string | null;
}
