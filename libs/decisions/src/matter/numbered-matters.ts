import { defineNumberedKind } from '@dangwu/documents';
import { sql } from '@dangwu/read-model';
import type { MatterRecordEntity } from '../record/matter-record.entity';
import { MatterRecord } from '../record/matter-record.type';
import type { MatterEntity } from './matter.entity';
import { Matter } from './matter.type';

/** Matters in the register of numbers: numbered by who accepted them first. */
defineNumberedKind<MatterEntity>({
  of: ({ kind }) => sql`${kind} = 'MATTER'`,
  type: () => Matter,
  title: ({ title }) => title,
  text: ({ number }) => number,
  aboutId: ({ id }) => sql`'Matter_' || replace(${id}::text, '-', '')`,
  givenBy: (matter, rows) =>
    rows.value<MatterRecordEntity>(
      () => MatterRecord,
      ({ actorName, matterNo }) => sql`(array_agg(${actorName} order by ${matterNo}))[1]`,
      ({ matterId, kind }) => sql`${matterId} = ${matter.id} and ${kind} = 'ACCEPTED'`,
    ),
  withdrawn: ({ state }) => sql`${state} = 'WITHDRAWN'`,
});
