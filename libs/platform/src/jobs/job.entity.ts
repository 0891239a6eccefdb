import { Column, Entity } from 'typeorm';
import { PublicRow } from '../database';
import type { LocalText } from '../text';

export type JobState = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';

/** Work that takes longer than a request: imports, exports, reports. People watch it and may cancel it. */
@Entity({ name: 'job' })
export class JobEntity extends PublicRow {
  /** who started it; null: the system */
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('text') kind!: string;
  @Column('text') state!: JobState;
  @Column('integer') done!: number;
  /** null while it is not known yet */
  @Column('integer', { nullable: true }) total!: number | null;
  /** what it is doing, or why it failed */
  @Column('jsonb', { nullable: true }) message!: LocalText | null;
  @Column('jsonb') input!: Record<string, unknown>;
  @Column('jsonb', { nullable: true }) result!: Record<string, unknown> | null;
  /** the file it made */
  @Column('uuid', { nullable: true }) fileId!: string | null;
  /** how often a worker took it; the number of the attempt that may write */
  @Column('integer') attempts!: number;
  @Column('timestamptz', { nullable: true }) cancelRequestedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) beatAt!: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
}
