import { AuditModule } from '@dangwu/platform/audit';
import { Global, Module } from '@nestjs/common';
import { ImportBatchEntity } from './batch/import-batch.entity';
import { BatchSeals } from './batch/batch-seals';
import { ImportBatches } from './batch/import-batches';
import { ImportController } from './batch/import.controller';
import { ImportFaultEntity } from './batch/import-fault.entity';
import { ImportJobs } from './batch/import-jobs';
import { ImportRevisions } from './batch/import-revisions';
import { ImportResolver } from './batch/import.resolver';
import { ImportRowEntity } from './batch/import-row.entity';
import { PersonalFiles } from './batch/personal-files';
import { ImportService } from './batch/import.service';
import { ImportSteps } from './batch/import-steps';
import { ImportCheck } from './check/import-check';
import { ImportKinds } from './import-kinds';
import './imports.audited';

/** The entities of this library, for the data source. */
export const importEntities = [ImportBatchEntity, ImportFaultEntity, ImportRowEntity];

/** Global for `ImportKinds`, where libraries register their rosters. */
@Global()
@Module({
  imports: [AuditModule],
  controllers: [ImportController],
  providers: [
    BatchSeals,
    ImportBatches,
    ImportCheck,
    ImportJobs,
    ImportKinds,
    ImportResolver,
    ImportRevisions,
    ImportService,
    ImportSteps,
    PersonalFiles,
  ],
  exports: [ImportKinds],
})
export class ImportsModule {}
