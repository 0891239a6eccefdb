import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What kind of deed an event tells of.
 * PERSONAL_READ: personal data was shown in the clear. EXPORT: rows left the system as a file.
 */
export type AuditKind = 'WRITE' | 'PERSONAL_READ' | 'EXPORT' | 'SIGN_IN';

/** One thing that was done, by whom, to what. Rows are only ever added. */
@Entity({ name: 'audit_event' })
export class AuditEventEntity {
  @PrimaryColumn('bigint') id!: string;
  /** number of the transaction that wrote it: the order in which events are sealed */
  @Column({ type: 'bigint', insert: false, update: false }) changeNumber!: string;
  @Column('uuid', { nullable: true }) associationId!: string | null;
  @Column('text') kind!: AuditKind;
  /** null: the system itself */
  @Column('uuid', { nullable: true }) accountId!: string | null;
  /** what was done, `renameOrganization` */
  @Column('text') action!: string;
  @Column('text') subjectType!: string;
  @Column('uuid', { nullable: true }) subjectId!: string | null;
  /** how the object was called then; null where a name would be personal */
  @Column('text', { nullable: true }) subjectName!: string | null;
  /** the party organization it is about, where there is one */
  @Column('uuid', { nullable: true }) organizationId!: string | null;
  @Column('jsonb', { nullable: true }) before!: Record<string, unknown> | null;
  @Column('jsonb', { nullable: true }) after!: Record<string, unknown> | null;
  /** why, where it was asked */
  @Column('text', { nullable: true }) reason!: string | null;
  /** the public operation, job, schedule or command by which it was done */
  @Column('text', { nullable: true }) operation!: string | null;
  @Column('text', { nullable: true }) client!: string | null;
  @Column('uuid', { nullable: true }) sessionId!: string | null;
  /** network address of the caller */
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { nullable: true }) requestId!: string | null;
  @Column('timestamptz') at!: Date;
}
