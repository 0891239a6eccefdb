import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { DispatchPart } from './dispatch.enums';

/** A file of a dispatch, or of what was recorded of it (附件). */
@Entity('dispatch_attachment')
export class DispatchAttachmentEntity extends PublicRow {
  @Column('uuid') dispatchId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') part!: DispatchPart;
  @Column('smallint') no!: number;
  @Column('uuid') fileId!: string;
  @Column('text') name!: string;
  @Column('text') type!: string;
  @Column('bigint') size!: string;
  @Column('text') sha256!: string;
  @Column('text') addedBy!: string;
  @Column('timestamptz') addedAt!: Date;
}
