import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';

/** What was reported back to the committee on a matter that is carried out (反馈). Rows are only added. */
@Entity('matter_report')
export class MatterReportEntity extends PublicRow {
  @Column('uuid') matterId!: string;
  @Column('uuid') organizationId!: string;
  @Column('smallint') no!: number;
  @Column('text') text!: string;
  @Column('uuid', { nullable: true }) fileId!: string | null;
  @Column('text', { nullable: true }) fileName!: string | null;
  @Column('bigint', { nullable: true }) fileSize!: string | null;
  @Column('text', { nullable: true }) fileSha256!: string | null;
  @Column('text') reportedBy!: string;
  @Column('timestamptz') reportedAt!: Date;
}
