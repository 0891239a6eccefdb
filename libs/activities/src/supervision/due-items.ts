import { Clock } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Addressee } from '../reminder/answerable-accounts';
import { ruleNumber } from '../reminder/due-activities';
import type { Reminder } from '../reminder/reminder-kinds';
import { itemLine, itemLink, type ItemWords } from '../reminder/reminder-words';
import { ItemOwners, type OwnedItem } from './item-owners';

type Row = OwnedItem & ItemWords;

/** Items that are due soon, or overdue for no longer than the rule says, with who is told. */
@Injectable()
export class DueItems {
  constructor(
    private readonly clock: Clock,
    private readonly owners: ItemOwners,
  ) {}

  async find(
    tx: EntityManager,
    associationId: string,
  ): Promise<{ readonly account: Addressee; readonly reminder: Reminder }[]> {
    const today = this.clock.today();
    const rows = await tx.query<Row[]>(
      `select i.id, i.organization_id as "organizationId", i.owner_account_id as "ownerAccountId",
         i.owner_member_id as "ownerMemberId", i.owner_organization_id as "ownerOrganizationId", i.text,
         o.name as organization, i.due_on::text as "dueOn"
       from supervision_item i join party_organization o on o.id = i.organization_id
       where i.association_id = $1 and i.state = 'OPEN' and i.deleted_at is null
         and i.due_on <= $2::date + coalesce(${ruleNumber('reminder.task.before')}, 0)
         and i.due_on >= $2::date - coalesce(${ruleNumber('reminder.late.days')}, 0)
       order by i.due_on, i.id`,
      [associationId, today],
    );
    const owners = await this.owners.of(tx, associationId, rows);
    return rows.flatMap((row) =>
      (owners.get(row.id) ?? []).map((account) => ({
        account,
        reminder: {
          kind: row.dueOn! < today ? ('TASK_LATE' as const) : ('TASK_DUE' as const),
          thingId: row.id,
          organizationId: row.organizationId,
          moment: row.dueOn!,
          line: itemLine(row),
          link: itemLink(row.id),
        },
      })),
    );
  }
}
