import { among, asc, atLeast, desc, masked, one, readModel, reference, related, sameRow, sql, type Row, type Rows, type Sql } from '@dangwu/read-model';
import { RuleEntity } from '@dangwu/rules';
import { ActivityTypeEntity } from '../catalogue/catalogue.entities';
import { CadenceEntity } from './cadence.entity';
import { ObligationEntity } from './obligation.entity';
import type { ObligationFilter, ObligationOrder } from './obligation.filters';
import { ActivityTypeName, Cadence, Obligation, ObligationAbilities } from './obligation.type';

/** The same as `stateOn` in compliance-board.ts says in its statement; a spec compares them. */
const stateOf = (o: Row<ObligationEntity>, { day }: Rows): Sql => sql`case
  when ${o.waivedAt} is not null then 'WAIVED'
  when ${o.recorded} >= ${o.required} then 'DONE'
  when ${o.recorded} + ${o.held} >= ${o.required} then 'AWAITING_RECORD'
  when ${o.endsOn} < ${day} then 'LATE'
  when ${o.recorded} + ${o.held} + ${o.planned} >= ${o.required} then 'PLANNED'
  when ${o.riskFrom} <= ${day} then 'AT_RISK'
  else 'UNPLANNED' end`;
