import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { MinutesContent } from './minutes-content';
import type { MinutesState } from './minutes.enums';

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
  /** whose signature as the chair is awaited; null: nobody has such an account */
  @Column('uuid', { nullable: true }) chairAccountId!: string | null;
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
  /** who signed; of a signature on paper, who put it on record */
  @Column('uuid') chairAccountId!: string;
  @Column('text') chairName!: string;
  @Column('timestamptz') chairSignedAt!: Date;
  /** the page that was signed on paper */
  @Column('uuid', { nullable: true }) paperAttachmentId!: string | null;
  @Column('text', { nullable: true }) paperReason!: string | null;
  @Column('text', { nullable: true }) paperBy!: string | null;
}
