import {
  AnswerableAccounts,
  ReminderSources,
  ruleNumber,
  type Addressee,
  type DueReminder,
  type ReminderKind,
} from '@dangwu/activities';
import { Clock } from '@dangwu/platform/clock';
import { globalId } from '@dangwu/platform/ids';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { awaitedOf, dispatchLine } from './dispatch-lines';
import { DispatchSide, type DispatchState } from './dispatch.enums';

interface Row {
  readonly id: string;
  readonly organizationId: string;
  readonly organization: string;
  readonly state: DispatchState;
  readonly title: string;
  readonly superiorName: string;
  readonly waitsFor: DispatchSide;
  readonly waitsAt: string;
  readonly outside: boolean;
  readonly dueOn: string;
}

/**
 * Dispatches that are due soon or overdue: for whoever answers at the organization they wait for, and for those at the sender
 * when a reply is late. Of a superior outside the tree it is the sender alone who is told.
 */
@Injectable()
export class DueDispatches implements OnModuleInit {
  constructor(
    private readonly sources: ReminderSources,
    private readonly answerable: AnswerableAccounts,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sources.add((tx, associationId) => this.find(tx, associationId));
  }

  private async find(tx: EntityManager, associationId: string): Promise<DueReminder[]> {
    const today = this.clock.today();
    const rows = await tx.query<Row[]>(
      `select d.id, d.organization_id as "organizationId", s.name as organization, d.state, d.title,
         d.superior_name as "superiorName", d.waits_for as "waitsFor", d.waits_at as "waitsAt",
         d.superior_organization_id is null as outside, d.deadline::text as "dueOn"
       from dispatch d join party_organization o on o.id = d.waits_at
       join party_organization s on s.id = d.organization_id
       where d.association_id = $1 and d.deleted_at is null
         and d.deadline <= $2::date + coalesce(${ruleNumber('reminder.dispatch.before')}, 0)
         and d.deadline >= $2::date - coalesce(${ruleNumber('reminder.late.days')}, 0)
       order by d.deadline, d.id`,
      [associationId, today],
    );
    const places = rows.flatMap(({ organizationId, waitsAt }) => [organizationId, waitsAt]);
    const people = await this.answerable.of(tx, associationId, places);
    return rows.flatMap((row) => due(row, today, people));
  }
}

function due(row: Row, today: string, people: ReadonlyMap<string, readonly Addressee[]>): DueReminder[] {
  const late = row.dueOn < today;
  const replyLate = late && row.waitsFor === DispatchSide.SUPERIOR;
  const answering = people.get(row.waitsAt) ?? [];
  const told = replyLate && row.outside ? [] : answering;
  const known = new Set(told.map(({ id }) => id));
  // whoever stands for both sides is told once
  const senders = replyLate ? (people.get(row.organizationId) ?? []).filter(({ id }) => !known.has(id)) : [];
  return [
    ...told.map((account) => ({ account, reminder: reminderOf(row, late ? 'DISPATCH_LATE' : 'DISPATCH_DUE') })),
    ...senders.map((account) => ({ account, reminder: reminderOf(row, 'DISPATCH_REPLY_LATE') })),
  ];
}

/** Of the same step until the same day nobody is told again. */
const reminderOf = (row: Row, kind: ReminderKind) => ({
  kind,
  thingId: row.id,
  organizationId: row.organizationId,
  moment: `${row.dueOn} ${awaitedOf(row)}`,
  line: dispatchLine(row),
  link: `/dispatches/${globalId('Dispatch', row.id)}`,
});
