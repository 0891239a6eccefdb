import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing that was done, by whom, to what. Rows are only ever added. */
@Entity({ name: 'audit_event' })
export class AuditEventEntity {
  @PrimaryColumn('bigint') id!: string;
  @Column('uuid', { nullable: true }) associationId!: string | null;
  /** null: the system itself */
  @Column('uuid', { nullable: true }) accountId!: string | null;
  /** the operation's own name, `moveOrganization` */
  @Column('text') action!: string;
  @Column('text') subjectType!: string;
  @Column('uuid', { nullable: true }) subjectId!: string | null;
  @Column('jsonb', { nullable: true }) before!: Record<string, unknown> | null;
  @Column('jsonb', { nullable: true }) after!: Record<string, unknown> | null;
  /** network address of the caller */
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { nullable: true }) requestId!: string | null;
  @Column('timestamptz') at!: Date;
}
