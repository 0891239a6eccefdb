import { Column, Entity, PrimaryColumn } from 'typeorm';

export type OutboxState = 'PENDING' | 'DELIVERED' | 'FAILED';

/** A side effect that was decided in a business transaction and is carried out by the worker. */
@Entity({ name: 'outbox_message' })
export class OutboxMessageEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) associationId!: string | null;
  @Column('text') topic!: string;
  @Column('jsonb') payload!: Record<string, unknown>;
  @Column('text', { nullable: true }) dedupeKey!: string | null;
  @Column('text') state!: OutboxState;
  @Column('integer') attempts!: number;
  @Column('text', { nullable: true }) lastError!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
}
