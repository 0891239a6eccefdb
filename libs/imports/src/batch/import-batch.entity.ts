import type { PlaceRange } from '@dangwu/platform/database';
import { PublicRow } from '@dangwu/platform/database';
import type { Messages } from '@dangwu/platform/errors';
import { Column, Entity } from 'typeorm';
import type { ImportKind } from '../kind';
import type { SkippedRow } from '../table/find-table';
import type { ImportState } from './import-states';

/** A column and what it was taken for, in the form in which the API answers it. */
export interface ShownColumn {
  readonly column: number;
  readonly heading: string;
  readonly key: string | null;
  readonly field: Messages | null;
  readonly certain: boolean;
  readonly samples: readonly string[];
}

/** One file on its way in: read, checked, written, and for a while taken back as a whole. */
@Entity('import_batch')
export class ImportBatchEntity extends PublicRow {
  /** null: the system, from the command line */
  @Column('uuid', { nullable: true }) accountId!: string | null;
  /** as the account was called then */
  @Column('text', { nullable: true }) accountName!: string | null;
  @Column('text') kind!: ImportKind;
  @Column('text') state!: ImportState;
  @Column('uuid', { nullable: true }) fileId!: string | null;
  @Column('text') fileName!: string;
  @Column('text', { nullable: true }) sheet!: string | null;
  @Column('integer', { nullable: true }) headingRow!: number | null;
  @Column('jsonb', { default: [] }) mapping!: readonly ShownColumn[];
  /** what the person said about this file's columns: column number → field */
  @Column('jsonb', { default: [] }) override!: readonly (readonly [number, string | null])[];
  @Column('jsonb', { default: [] }) skipped!: readonly SkippedRow[];
  @Column('integer', { default: 0 }) total!: number;
  @Column('integer', { default: 0 }) good!: number;
  @Column('integer', { default: 0 }) faulty!: number;
  @Column('integer', { default: 0 }) blocked!: number;
  @Column('integer', { default: 0 }) flagged!: number;
  @Column('integer', { default: 0 }) unchanged!: number;
  @Column('integer', { default: 0 }) corrected!: number;
  /** before writing: how many will be */
  @Column('integer', { default: 0 }) created!: number;
  @Column('integer', { default: 0 }) updated!: number;
  @Column('boolean', { default: false }) goodRowsOnly!: boolean;
  /** where the person may write, as of the step that started the job */
  @Column('jsonb') places!: 'everywhere' | readonly PlaceRange[];
  /** who confirmed it, when that was not who started it */
  @Column('uuid', { nullable: true }) confirmedBy!: string | null;
  @Column('text', { nullable: true }) confirmedByName!: string | null;
  @Column('uuid', { nullable: true }) jobId!: string | null;
  /** why it failed, for people */
  @Column('jsonb', { nullable: true }) failure!: Messages | null;
  @Column('jsonb', { nullable: true }) receipt!: Messages | null;
  @Column('timestamptz', { nullable: true }) checkedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) writtenAt!: Date | null;
  @Column('timestamptz', { nullable: true }) undoneAt!: Date | null;
  @Column('timestamptz', { nullable: true }) undoableUntil!: Date | null;
}
