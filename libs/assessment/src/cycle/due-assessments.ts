import { AnswerableAccounts, ReminderSources, ruleNumber, type Addressee, type DueReminder } from '@dangwu/activities';
import { everywhere } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { globalId } from '@dangwu/platform/ids';
import { fillText, type LocalText } from '@dangwu/platform/text';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { askedWords } from './cycle-words';
import { CycleStage } from './cycle.enums';
import { scorerRows } from './scorer-rows';

interface Due {
  readonly id: string;
  readonly organizationId: string;
  readonly title: string;
  readonly stage: CycleStage;
  readonly dueOn: string;
  readonly soon: boolean;
  readonly late: boolean;
}

/** Something one organization is asked for. */
interface Asked {
  readonly thingId: string;
  readonly organizationId: string;
  /** whoever answers for this organization is told */
  readonly answering: string;
  readonly line: LocalText;
  readonly link: string;
}

type Kind = 'ASSESSMENT_ASKED' | 'ASSESSMENT_DUE' | 'ASSESSMENT_LATE';

/**
 * What cycles ask for at their stages: once when it is asked, once before the day, once when that has passed. A deadline
 * that moves is told anew, since the day is what tells the reminders apart.
 */
@Injectable()
export class DueAssessments implements OnModuleInit {
  constructor(
    private readonly sources: ReminderSources,
    private readonly answerable: AnswerableAccounts,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sources.add((tx, associationId) => this.find(tx, associationId));
  }

  async find(tx: EntityManager, associationId: string): Promise<DueReminder[]> {
    const found: DueReminder[] = [];
    for (const cycle of await tx.query<Due[]>(running, [associationId, this.clock.today()])) {
      if (cycle.stage === CycleStage.EXPERT_REVIEW) found.push(...(await this.ofExperts(tx, associationId, cycle)));
      else found.push(...(await this.ofOrganizations(tx, associationId, cycle)));
    }
    return found;
  }

  private async ofOrganizations(tx: EntityManager, associationId: string, cycle: Due): Promise<DueReminder[]> {
    const kind = kindOf(cycle);
    const asked = await this.asked(tx, cycle);
    const people = await this.answerable.of(
      tx,
      associationId,
      asked.map(({ answering }) => answering),
    );
    return asked.flatMap(({ answering, ...reminder }) => {
      const moment = `${cycle.dueOn} ${answering}`;
      return (people.get(answering) ?? []).map((account) => ({ account, reminder: { ...reminder, kind, moment } }));
    });
  }

  private async asked(
    tx: EntityManager,
    { id, organizationId, title, stage, dueOn, soon, late }: Due,
  ): Promise<Asked[]> {
    const link = `/assessments/${globalId('AssessmentCycle', id)}`;
    switch (stage) {
      case CycleStage.SELF_ASSESSMENT: {
        const rows = await tx.query<{ id: string; organizationId: string; name: string; invited: boolean }[]>(waiting, [
          id,
        ]);
        return rows.map(({ id: thingId, organizationId: answering, name, invited }) => ({
          thingId,
          organizationId: answering,
          answering,
          line: fillText(invited ? askedWords.INVITED : askedWords.SELF_ASSESSMENT, { title, name, dueOn }),
          link,
        }));
      }
      case CycleStage.VERIFICATION: {
        const rows = await tx.query<{ verifierId: string; count: number }[]>(unverified, [id]);
        return rows.map(({ verifierId, count }) => ({
          thingId: id,
          organizationId: verifierId,
          answering: verifierId,
          line: fillText(askedWords.VERIFICATION, { title, count, dueOn }),
          link,
        }));
      }
      default: {
        // whoever conducts it knows that it began
        const line = fillText(askedWords.CONDUCT, { title, dueOn });
        return soon || late ? [{ thingId: id, organizationId, answering: organizationId, line, link }] : [];
      }
    }
  }

  private async ofExperts(tx: EntityManager, associationId: string, cycle: Due): Promise<DueReminder[]> {
    const { id, organizationId, title, dueOn } = cycle;
    const left = (await scorerRows(tx, id)).filter((one) => !one.removedAt && one.submitted < one.asked);
    const accounts = await accountsOf(
      tx,
      associationId,
      left.map(({ accountId }) => accountId),
    );
    return left.flatMap(({ accountId, asked, submitted }) => {
      const account = accounts.get(accountId);
      const line = fillText(askedWords.EXPERT_REVIEW, { title, count: asked - submitted, dueOn });
      const reminder = { thingId: id, organizationId, line, link: '/my-scores', kind: kindOf(cycle), moment: dueOn };
      return account ? [{ account, reminder }] : [];
    });
  }
}

const kindOf = ({ soon, late }: Due): Kind => (late ? 'ASSESSMENT_LATE' : soon ? 'ASSESSMENT_DUE' : 'ASSESSMENT_ASKED');

async function accountsOf(
  tx: EntityManager,
  associationId: string,
  ids: readonly string[],
): Promise<Map<string, Addressee>> {
  const rows = await everywhere(tx, () =>
    tx.query<Addressee[]>(
      `select id, name, mail, language, letters_off as "lettersOff" from account
       where association_id = $1 and id = any($2) and disabled_at is null and deleted_at is null`,
      [associationId, ids],
    ),
  );
  return new Map(rows.map((one) => [one.id, one]));
}

const running = `
  select c.id, c.organization_id as "organizationId", c.title, c.stage, s.due_on::text as "dueOn",
    s.due_on <= $2::date + coalesce(${ruleNumber('reminder.task.before')}, 0) as soon, s.due_on < $2::date as late
  from assessment_cycle c join assessment_stage s on s.cycle_id = c.id and s.stage = c.stage
  join party_organization o on o.id = c.organization_id
  where c.association_id = $1 and c.cancelled_at is null and c.deleted_at is null and c.stage not in ('PREPARING', 'FINAL')
    and s.due_on >= $2::date - coalesce(${ruleNumber('reminder.late.days')}, 0)
  order by s.due_on, c.id`;
const waiting = `
  select id, organization_id as "organizationId", subject_name as name, participation = 'INVITED' as invited
  from assessment where cycle_id = $1 and participation in ('REQUIRED', 'OPTED_IN', 'INVITED')
    and self_submitted_at is null and deleted_at is null order by id`;
const unverified = `
  select verifier_id as "verifierId", count(*)::int as count from assessment
  where cycle_id = $1 and participation in ('REQUIRED', 'OPTED_IN') and verified_at is null and deleted_at is null
  group by verifier_id order by verifier_id`;
