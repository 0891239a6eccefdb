import { Job } from '@dangwu/desk';
import { connectionOf, DateTimeScalar, LocalText } from '@dangwu/platform/graphql';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ImportKind } from '../kind';
import type { ImportFaultConnection } from './import-fault.type';
import type { ImportRowConnection } from './import-row.type';
import { ImportState } from './import-states';

registerEnumType(ImportKind, {
  name: 'ImportKind',
  description: 'What kind of roster a file holds.',
  valuesMap: {
    ORGANIZATIONS: { description: 'A roster of party organizations (党组织名册).' },
    UNITS: { description: 'A roster of units (单位名册).' },
    MEMBERS: { description: 'A roster of members (党员名册); ID numbers and phones are shown masked.' },
    ACTIVITIES: { description: 'A list of activities that are planned or were held (活动台账).' },
  },
});
registerEnumType(ImportState, {
  name: 'ImportState',
  description: 'Where an import stands. Nothing is written before IMPORTED, and then all of it at once.',
  valuesMap: {
    READING: { description: 'The file is being read and checked (正在检查).' },
    MAPPING: { description: 'Columns that the roster needs are open; see mapping and mapImportColumns (待对应).' },
    CHECKED: { description: 'Every row was checked; nothing is written before it is confirmed (已检查).' },
    WRITING: { description: 'Confirmed, being written in one transaction (正在写入).' },
    IMPORTED: { description: 'Written; see the receipt. It can be undone as a whole for 30 days (已导入).' },
    DISCARDED: { description: 'Given up before anything was written (已放弃).' },
    UNDONE: { description: 'Taken back as a whole (已撤销).' },
    FAILED: { description: 'The file could not be read, or the write broke off; nothing was written (没有成功).' },
  },
});

@ObjectType({ description: 'A column of the file and what it was taken for.' })
export class ImportColumn {
  @Field(() => Int, { description: 'Its number in the sheet, from 1.' })
  column!: number;

  @Field({ description: 'Its heading, as in the file.' })
  heading!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Key of the field, for the mapping of startImport; null: left out.',
  })
  key!: string | null;

  @Field(() => LocalText, {
    nullable: true,
    description: 'What the column was taken for; null: nothing, it is left out.',
  })
  field!: LocalText | null;

  @Field({
    description:
      'Whether nobody need look: a known name, decided by a person, or of no interest. False: guessed, or unknown.',
  })
  certain!: boolean;

  @Field(() => [String], { description: 'What its first cells show, long numbers masked.' })
  samples!: string[];
}

@ObjectType({ description: 'A row of the sheet that is not data: a title, a note, totals, headings once more.' })
export class ImportSkippedRow {
  @Field(() => Int, { description: "The worksheet's own row number." })
  row!: number;

  @Field({ description: 'TITLE, NOTE, TOTAL, REPEATED_HEADING or EXAMPLE.' })
  kind!: string;

  @Field({ description: 'What it says.' })
  text!: string;
}

// Fields with arguments (faults, rows) stand in the resolver, where Nest wants them.
@ObjectType({
  description: 'One file on its way in (一次导入): read, checked, confirmed, written, and undone if need be.',
})
export class ImportBatch {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => ImportKind, { description: 'What the file holds.' })
  kind!: ImportKind;

  @Field(() => ImportState, { description: 'Where it stands.' })
  state!: ImportState;

  @Field({ description: 'Name of the file.' })
  fileName!: string;

  @Field(() => String, { nullable: true, description: 'The worksheet that was read.' })
  sheet!: string | null;

  @Field(() => Int, { nullable: true, description: 'The row in which the headings were found.' })
  headingRow!: number | null;

  @Field(() => [ImportColumn], { description: 'The columns of the file, from the left.' })
  mapping!: ImportColumn[];

  @Field(() => [ImportSkippedRow], { description: 'Rows that were not taken for data.' })
  skipped!: ImportSkippedRow[];

  @Field(() => Int, { description: 'Rows of data.' })
  total!: number;

  @Field(() => Int, { description: 'Rows that can be written; some of them may be flagged.' })
  good!: number;

  @Field(() => Int, { description: 'Rows with a fault; they are not written.' })
  faulty!: number;

  @Field(() => Int, { description: 'Rows without a fault of their own that refer to one which is held back.' })
  blocked!: number;

  @Field(() => Int, { description: 'Rows that can be written and should be looked at.' })
  flagged!: number;

  @Field(() => Int, { description: 'Rows that say what is known already.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Records created; before the write: how many would be.' })
  created!: number;

  @Field(() => Int, { description: 'Records updated; before the write: how many would be.' })
  updated!: number;

  @Field(() => Int, { description: 'Cells that people corrected before the write.' })
  corrected!: number;

  faults!: ImportFaultConnection;

  rows!: ImportRowConnection;

  @Field(() => Job, { nullable: true, description: 'The work in progress, or the last one.' })
  job!: Job | null;

  @Field(() => LocalText, { nullable: true, description: 'Why it failed, and what to do.' })
  failure!: LocalText | null;

  @Field(() => DateTimeScalar, { description: 'When it was started.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was confirmed.' })
  confirmedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was undone.' })
  undoneAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it can be undone as a whole.' })
  undoableUntil!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who started it, as called then; null: the system.' })
  createdByName!: string | null;

  @Field(() => LocalText, { nullable: true, description: 'What it did, in a sentence.' })
  receipt!: LocalText | null;
}

@ObjectType({ description: 'A page of imports.' })
export class ImportBatchConnection extends connectionOf(ImportBatch) {}
