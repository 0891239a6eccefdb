import { defineNumberedKind } from '@dangwu/documents';
import { sql } from '@dangwu/read-model';
import type { DispatchEntity, DispatchStepEntity } from './dispatch.entity';
import { Dispatch, DispatchStep } from './dispatch.type';

/** Requests and reports in the register of numbers: numbered by who issued them. */
defineNumberedKind<DispatchEntity>({
  of: ({ kind }) => sql`${kind} in ('REQUEST', 'REPORT')`,
  type: () => Dispatch,
  title: ({ title }) => title,
  text: ({ number }) => number,
  aboutId: ({ id }) => sql`'Dispatch_' || replace(${id}::text, '-', '')`,
  givenBy: (dispatch, rows) =>
    rows.value<DispatchStepEntity>(
      () => DispatchStep,
      ({ actorName }) => sql`min(${actorName})`,
      ({ dispatchId, kind }) => sql`${dispatchId} = ${dispatch.id} and ${kind} = 'ISSUED'`,
    ),
  withdrawn: ({ state }) => sql`${state} = 'WITHDRAWN'`,
});
