import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';

/** A file that belongs to an activity (附件); its bytes stand in the file store. */
@Entity('attachment')
export class AttachmentEntity extends PublicRow {
  @Column('uuid') activityId!: string;
  /** that of the activity, which decides who sees it */
  @Column('uuid') organizationId!: string;
  @Column('uuid') fileId!: string;
  @Column('text') name!: string;
  @Column('text') type!: string;
  @Column('bigint') size!: string;
  @Column('text') addedBy!: string;
  @Column('timestamptz') addedAt!: Date;
}
