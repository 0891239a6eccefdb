import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';

/** A list of many people: one person asks for it, another approves, it is fetched once. */
@Entity({ name: 'export_request' })
export class ExportRequestEntity extends PublicRow {
  /** who asks, and alone may fetch it */
  @Column('uuid') accountId!: string;
  @Column('text') accountName!: string;
  /** kind of the job that writes the list */
  @Column('text') kind!: string;
  /** exactly this list is approved and delivered */
  @Column('jsonb') asked!: Record<string, unknown>;
  /** the same for reading: names of organizations for ids, headings for columns, no name that was searched for */
  @Column('jsonb') told!: Record<string, unknown>;
  /** of how many people it told when it was asked for; no more are delivered */
  @Column('integer') people!: number;
  @Column('text') reason!: string;
  @Column('text') state!: 'WAITING' | 'APPROVED' | 'REFUSED' | 'DELIVERED';
  @Column('timestamptz') requestedAt!: Date;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) decisionReason!: string | null;
  /** until when the approval lets it be fetched */
  @Column('timestamptz', { nullable: true }) fetchUntil!: Date | null;
  /** the job that writes it, or that tried last */
  @Column('uuid', { nullable: true }) jobId!: string | null;
  @Column('timestamptz', { nullable: true }) deliveredAt!: Date | null;
}
