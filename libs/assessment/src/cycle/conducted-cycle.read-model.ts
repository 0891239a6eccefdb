import { readModel, sql, type Rows, type Sql } from '@dangwu/read-model';
import { AssessmentCycleEntity } from './cycle.entity';

/** Cycles where they are conducted, for whoever conducts them. */
class ConductedCycle {}
export const ConductedCycleModel = readModel<ConductedCycle, AssessmentCycleEntity>({
  type: ConductedCycle,
  internal: true,
  entity: AssessmentCycleEntity,
  place: 'organizationId',
  read: 'assessment.conduct',
  deleted: 'deletedAt',
});

/** Whether the viewer conducts a cycle. */
export const isConducted = (cycleId: Sql, rows: Rows): Sql =>
  rows.exists<AssessmentCycleEntity>(
    () => ConductedCycle,
    (cycle) => sql`${cycle.id} = ${cycleId}`,
  );
