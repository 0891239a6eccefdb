import { LocalText, Node } from '@dangwu/platform/graphql';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsString } from 'class-validator';
import { File } from './file.type';

export enum JobState {
  QUEUED = 'QUEUED',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  FAILED = 'FAILED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(JobState, {
  name: 'JobState',
  description: 'Where a job stands.',
  valuesMap: {
    QUEUED: { description: 'Waiting for a worker.' },
    RUNNING: { description: 'At work; see done and total.' },
    DONE: { description: 'Finished.' },
    FAILED: { description: 'Ended without a result; message says why.' },
    CANCELLED: { description: 'Stopped on request; nothing half-written remains.' },
  },
});

@ObjectType({ implements: () => [Node], description: 'Long work done in the background: an import, an export.' })
export class Job implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field({ description: 'What it does, such as ORGANIZATION_EXPORT.' })
  kind!: string;

  @Field(() => JobState, { description: 'Where it stands.' })
  state!: JobState;

  @Field(() => Int, { description: 'Steps done so far.' })
  done!: number;

  @Field(() => Int, { nullable: true, description: 'Steps in all; null while that is not known.' })
  total!: number | null;

  @Field(() => LocalText, { nullable: true, description: 'What it is at, or why it failed.' })
  message!: LocalText | null;

  @Field(() => File, { nullable: true, description: 'What it made, once it is done.' })
  file!: File | null;

  @Field(() => Date, { description: 'When it was asked for.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it ended.' })
  finishedAt!: Date | null;
}

@InputType({ description: 'Stops a job of your own.' })
export class CancelJobInput {
  @Field(() => ID, { description: 'The job.' })
  @IsString()
  id!: string;
}
