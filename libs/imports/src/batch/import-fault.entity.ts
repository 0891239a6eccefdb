import { PublicRow } from '@dangwu/platform/database';
import type { Messages } from '@dangwu/platform/errors';
import { Column, Entity } from 'typeorm';

/** One thing found in a file: a fault, a flag, or the reason why a row waits for another. */
@Entity('import_fault')
export class ImportFaultEntity extends PublicRow {
  @Column('uuid') batchId!: string;
  /** null for a row that is not data, such as the totals */
  @Column('uuid', { nullable: true }) rowId!: string | null;
  @Column('integer') row!: number;
  /** order within the row: that of the columns */
  @Column('integer') position!: number;
  /** the file's own heading */
  @Column('text') columnName!: string;
  @Column('text') code!: string;
  @Column('text', { nullable: true }) found!: string | null;
  @Column('text', { nullable: true }) suggestion!: string | null;
  @Column('text') severity!: 'FAULT' | 'FLAG' | 'BLOCKED';
  @Column('jsonb') message!: Messages;
  @Column('jsonb') advice!: Messages;
}
