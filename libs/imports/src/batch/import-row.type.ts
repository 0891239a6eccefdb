import { connectionOf } from '@dangwu/platform/graphql';
import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsOptional } from 'class-validator';
import { ImportFault } from './import-fault.type';

export enum ImportRowState {
  GOOD = 'GOOD',
  FLAGGED = 'FLAGGED',
  BLOCKED = 'BLOCKED',
  FAULTY = 'FAULTY',
}
registerEnumType(ImportRowState, {
  name: 'ImportRowState',
  description: 'Whether a row can be written.',
  valuesMap: {
    GOOD: { description: 'It can be written (可以导入).' },
    FLAGGED: { description: 'It can be written, and something should be looked at (请核对).' },
    BLOCKED: { description: 'It refers to something that is held back (受影响).' },
    FAULTY: { description: 'It has a fault (有错).' },
  },
});

export enum ImportRowAction {
  CREATE = 'CREATE',
  UPDATE = 'UPDATE',
  UNCHANGED = 'UNCHANGED',
}
registerEnumType(ImportRowAction, {
  name: 'ImportRowAction',
  description: 'What writing a row does.',
  valuesMap: {
    CREATE: { description: 'It creates a record (新增).' },
    UPDATE: { description: 'It updates the record of the same code (更新).' },
    UNCHANGED: { description: 'Everything in it is known already (没有变化).' },
  },
});

@ObjectType({ description: 'A cell as the file shows it; personal data masked, as are long numbers beside them.' })
export class ImportCell {
  @Field({ description: 'Heading of its column.' })
  column!: string;

  @Field({ description: 'What it shows; empty when it is blank.' })
  value!: string;

  @Field(() => String, { nullable: true, description: 'What the file shows, where a person corrected it; else null.' })
  original!: string | null;
}

@ObjectType({ description: 'What a person typed into a cell.' })
export class CorrectedImportCell {
  @Field(() => Int, { description: "The worksheet's own row number." })
  row!: number;

  @Field(() => Int, { description: 'Number of the column, as in ImportColumn.column.' })
  column!: number;

  @Field({ description: 'What was typed; empty: nothing.' })
  value!: string;
}

@ObjectType({ description: 'A row of the file.' })
export class ImportRow {
  @Field(() => Int, { description: "The worksheet's own row number." })
  row!: number;

  @Field(() => ImportRowState, { description: 'Whether it can be written.' })
  state!: ImportRowState;

  @Field(() => ImportRowAction, { nullable: true, description: 'What writing it does; null when it is held back.' })
  action!: ImportRowAction | null;

  @Field(() => [ImportCell], { description: 'All cells, from the left.' })
  cells!: ImportCell[];

  @Field(() => [ImportFault], { description: 'What was found in it, from the left; at most one per cell.' })
  faults!: ImportFault[];
}

@ObjectType({ description: 'A page of rows.' })
export class ImportRowConnection extends connectionOf(ImportRow) {}

@InputType({ description: 'Which rows to list.' })
export class ImportRowFilter {
  @Field(() => ImportRowState, { nullable: true, description: 'Only those in this state.' })
  @IsOptional()
  @IsEnum(ImportRowState)
  state?: ImportRowState | null;
}
