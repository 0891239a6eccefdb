import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { RowState } from '../check/check-row';
import type { RowAction } from '../kind';

/** A cell as the file shows it, under the file's own heading. */
export interface StagedCell {
  readonly column: string;
  readonly value: string;
  /** what the file shows, where a person corrected the cell */
  readonly original: string | null;
}

/** A row of the file, staged for the preview; after writing also what became of it. */
@Entity('import_row')
export class ImportRowEntity extends PublicRow {
  @Column('uuid') batchId!: string;
  /** the worksheet's own row number */
  @Column('integer') row!: number;
  @Column('text') state!: RowState;
  @Column('text', { nullable: true }) action!: RowAction | null;
  @Column('jsonb') cells!: readonly StagedCell[];
  /** personal rosters, rows held back: what the cells say, sealed with the batch's key */
  @Column('bytea', { nullable: true }) sealed!: Buffer | null;
  @Column('text', { array: true, default: [] }) knownAs!: readonly string[];
  @Column('uuid', { nullable: true }) subjectId!: string | null;
  @Column('integer', { nullable: true }) subjectVersion!: number | null;
  /** what an update overwrote */
  @Column('jsonb', { nullable: true }) before!: Readonly<Record<string, unknown>> | null;
}
