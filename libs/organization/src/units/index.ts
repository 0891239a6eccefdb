import { UnitBatch } from './batch/unit-batch';
import { UnitBatchResolver } from './batch/unit-batch.resolver';
import './coverage-rate';
import { CoverageCounts } from './coverage-figures';
import { ExportUnits } from './export-units.job';
import { UnitImport } from './import/unit-import';
import { UnitDissolution } from './unit-dissolution';
import { UnitFlags } from './unit-flags';
import { UnitHistory } from './unit-history';
import { UnitLedger } from './unit-ledger';
import { UnitMutations } from './unit-mutations.resolver';
import { UnitOperationEntity } from './unit-operation.entity';
import { UnitAbilitiesModel, UnitModel, UnitOperationModel } from './unit.read-model';
import { UnitEntity, UnitVersionEntity } from './unit.entity';
import { UnitResolver } from './unit.resolver';
import { UnitService } from './unit.service';

export const unitEntities = [UnitEntity, UnitVersionEntity, UnitOperationEntity];
export const unitModels = [UnitModel, UnitAbilitiesModel, UnitOperationModel];

/** What other libraries may use. */
export const unitsOffered = [ExportUnits, UnitFlags, UnitHistory, UnitLedger, UnitService];

/** Units, for the providers of the organization module. */
export const unitProviders = [
  ...unitsOffered,
  CoverageCounts,
  UnitBatch,
  UnitBatchResolver,
  UnitDissolution,
  UnitImport,
  UnitMutations,
  UnitResolver,
];
