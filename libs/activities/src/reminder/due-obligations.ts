import { Clock } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { obligationState } from '../cadence/compliance-board';
import { ruleNumber } from './due-activities';
import type { Reminder } from './reminder-kinds';
import { obligationLine, type ObligationWords } from './reminder-words';

interface Row extends ObligationWords {
  readonly id: string;
  readonly organizationId: string;
  readonly activityTypeId: string;
  readonly riskFrom: string;
  readonly state: string;
}

/** The columns that tell an obligation in a line; `b` is the obligation, `o` its organization, `t` the type. */
export const obligationColumns = `b.id, b.organization_id as "organizationId", o.name as organization,
  b.activity_type_id as "activityTypeId", t.name_zh as "typeZh", t.name_en as "typeEn", b.starts_on::text as "startsOn",
  b.ends_on::text as "endsOn", b.risk_from::text as "riskFrom", b.required - b.recorded - b.held as missing`;

/** Where the console shows it: the cell of the board. */
export const linkOf = ({ startsOn }: { readonly startsOn: string }): string =>
  `/obligations?year=${startsOn.slice(0, 4)}`;

/** Obligations that are at risk, or late for no longer than the rule says. */
@Injectable()
export class DueObligations {
  constructor(private readonly clock: Clock) {}

  async find(tx: EntityManager, associationId: string): Promise<Reminder[]> {
    const rows = await tx.query<Row[]>(
      `select * from (
         select ${obligationColumns}, ${obligationState('$2::date')} as state
         from obligation b join party_organization o on o.id = b.organization_id
         join activity_type t on t.id = b.activity_type_id
         where b.association_id = $1 and b.deleted_at is null and b.waived_at is null and b.starts_on <= $2::date
           and b.ends_on >= $2::date - coalesce(${ruleNumber('reminder.late.days')}, 0)
       ) due where state in ('late', 'atRisk') order by "endsOn", organization`,
      [associationId, this.clock.today()],
    );
    return rows.map((row) => ({
      kind: row.state === 'late' ? 'LATE' : 'AT_RISK',
      thingId: row.id,
      organizationId: row.organizationId,
      moment: row.state === 'late' ? row.endsOn : row.riskFrom,
      line: obligationLine(row),
      link: linkOf(row),
    }));
  }
}
