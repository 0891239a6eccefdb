import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from '../audit';
import { JobHandlers } from './job-handlers';
import { JobRunner } from './job-runner';
import { Jobs } from './jobs';

/** Needs `QueueModule` for the same kind of process, `EventsModule` and a `Clock`. */
@Global()
@Module({})
export class JobsModule {
  static for(process: 'sender' | 'worker'): DynamicModule {
    return {
      module: JobsModule,
      imports: [AuditModule],
      providers: [Jobs, JobHandlers, ...(process === 'worker' ? [JobRunner] : [])],
      exports: [Jobs, JobHandlers],
    };
  }
}
