import { connectionOf, LocalText } from '@dangwu/platform/graphql';
import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsEnum, IsOptional } from 'class-validator';

export enum ImportFaultSeverity {
  FAULT = 'FAULT',
  FLAG = 'FLAG',
  BLOCKED = 'BLOCKED',
}
registerEnumType(ImportFaultSeverity, {
  name: 'ImportFaultSeverity',
  description: 'What something found in a file means for its row.',
  valuesMap: {
    FAULT: { description: 'The row is not written until it is corrected (有错).' },
    FLAG: { description: 'The row can be written; look at it (请核对).' },
    BLOCKED: { description: 'The row waits for another one that is held back (受影响).' },
  },
});

@ObjectType({ description: 'One thing found in a file, with what to do about it.' })
export class ImportFault {
  @Field(() => Int, { description: "The worksheet's own row number." })
  row!: number;

  @Field({ description: 'Heading of the column, as in the file; empty when it concerns the row as a whole.' })
  column!: string;

  @Field({ description: 'Stable name such as UNKNOWN_PARENT. Clients may match it.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'What the cell shows; null when it is blank.' })
  found!: string | null;

  @Field(() => LocalText, { description: 'What is wrong.' })
  message!: LocalText;

  @Field(() => LocalText, { description: 'What to do.' })
  advice!: LocalText;

  @Field(() => String, { nullable: true, description: 'The closest value that would do; null when none is close.' })
  suggestion!: string | null;

  @Field(() => ImportFaultSeverity, { description: 'What it means for the row.' })
  severity!: ImportFaultSeverity;
}

@ObjectType({ description: 'A page of what was found.' })
export class ImportFaultConnection extends connectionOf(ImportFault) {}

@InputType({ description: 'Which findings to list.' })
export class ImportFaultFilter {
  @Field(() => [ImportFaultSeverity], { nullable: true, description: 'Of these severities.' })
  @IsOptional()
  @ArrayMaxSize(3)
  @IsEnum(ImportFaultSeverity, { each: true })
  severities?: ImportFaultSeverity[] | null;
}
