import type { OfficialDocument } from '@dangwu/documents';
import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';

/** What one of the assessed was told of its final result, under a number (考核结果通知书). Rows are only added. */
@Entity('assessment_letter')
export class AssessmentLetterEntity extends PublicRow {
  @Column('uuid') assessmentId!: string;
  @Column('uuid') cycleId!: string;
  /** the assessed; the number is one of whoever assesses */
  @Column('uuid') organizationId!: string;
  @Column('text') number!: string;
  @Column('text') title!: string;
  /** the document as it was issued: both files are made of it */
  @Column('jsonb') content!: OfficialDocument;
  @Column('text') contentHash!: string;
  /** of total, place, grade and result: another letter is issued when that is another */
  @Column('text') resultDigest!: string;
  @Column('text') issuedBy!: string;
  @Column('timestamptz') issuedAt!: Date;
}
