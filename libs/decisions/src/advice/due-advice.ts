import { ReminderSources, ruleNumber, type DueReminder } from '@dangwu/activities';
import { Clock } from '@dangwu/platform/clock';
import { fillText } from '@dangwu/platform/text';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { adviceLine, adviceLink, matterLink } from './advice-lines';
import type { AdviceKind } from './advice.enums';
import { answeredIn } from './ask-advice';
import { AskedPeople } from './asked-people';

interface AdviceRow {
  readonly id: string;
  readonly organizationId: string;
  readonly accountId: string;
  readonly kind: AdviceKind;
  readonly title: string;
  readonly dueOn: string;
}

interface MatterRow {
  readonly id: string;
  readonly organizationId: string;
  readonly title: string;
  readonly dueOn: string;
}

/** Opinions that are due soon or overdue, for whoever is asked; urgent matters not reviewed in time, for whoever conducts them. */
@Injectable()
export class DueAdvice implements OnModuleInit {
  constructor(
    private readonly sources: ReminderSources,
    private readonly people: AskedPeople,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sources.add((tx, associationId) => this.advice(tx, associationId));
    this.sources.add((tx, associationId) => this.urgent(tx, associationId));
  }

  private async advice(tx: EntityManager, associationId: string): Promise<DueReminder[]> {
    const today = this.clock.today();
    const rows = await tx.query<AdviceRow[]>(
      `select a.id, a.organization_id as "organizationId", a.advisor_account_id as "accountId", a.kind, m.title,
         a.due_on::text as "dueOn"
       from matter_advice a join matter m on m.id = a.matter_id
       join party_organization o on o.id = a.organization_id
       where a.association_id = $1 and a.state = 'ASKED' and a.deleted_at is null and m.state = any($3)
         and a.due_on <= $2::date + coalesce(${ruleNumber('reminder.task.before')}, 0)
         and a.due_on >= $2::date - coalesce(${ruleNumber('reminder.late.days')}, 0)
       order by a.due_on, a.id`,
      [associationId, today, answeredIn],
    );
    const asked = rows.map(({ accountId }) => accountId);
    const accounts = new Map((await this.people.accounts(tx, associationId, asked)).map((one) => [one.id, one]));
    return rows.flatMap(({ id, organizationId, accountId, dueOn, ...words }) => {
      const account = accounts.get(accountId);
      if (!account) return [];
      const kind = dueOn < today ? ('ADVICE_LATE' as const) : ('ADVICE_DUE' as const);
      const line = adviceLine({ ...words, dueOn });
      return { account, reminder: { kind, thingId: id, organizationId, moment: dueOn, line, link: adviceLink(id) } };
    });
  }

  private async urgent(tx: EntityManager, associationId: string): Promise<DueReminder[]> {
    const rows = await tx.query<MatterRow[]>(
      `select id, organization_id as "organizationId", title, review_due_on::text as "dueOn" from matter
       where association_id = $1 and review_due_on < $2 and deleted_at is null
         and state in ('SUBMITTED', 'RETURNED', 'ACCEPTED', 'SCHEDULED') order by review_due_on, id`,
      [associationId, this.clock.today()],
    );
    if (rows.length === 0) return [];
    const conductors = await this.people.conductors(tx, associationId);
    return rows.flatMap(({ id, organizationId, title, dueOn }) => {
      const line = fillText(
        { zh: '{title}（应于 {dueOn} 前补审）', en: '{title} (to be reviewed by {dueOn})' },
        { title, dueOn },
      );
      const reminder = { kind: 'REVIEW_LATE' as const, thingId: id, organizationId, moment: dueOn, line };
      return conductors.map((account) => ({ account, reminder: { ...reminder, link: matterLink(id) } }));
    });
  }
}
