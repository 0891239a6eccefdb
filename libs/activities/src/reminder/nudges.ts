import { Access, type Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { obligationState } from '../cadence/compliance-board';
import { ObligationEntity } from '../cadence/obligation.entity';
import { AnswerableAccounts, type Addressee } from './answerable-accounts';
import { linkOf, obligationColumns } from './due-obligations';
import type { NudgeObligationInput } from './nudge.inputs';
import { nudgeErrors } from './nudge.errors';
import { obligationLine, type ObligationWords } from './reminder-words';
import { Reminders } from './reminders';

/** In these there is something to do. */
const open: readonly string[] = ['late', 'atRisk', 'awaitingRecord', 'unplanned'];

/** Urging whoever must act (催办): on record, once a day for an obligation, however many would do so. */
@Injectable()
export class Nudges {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
    private readonly answerable: AnswerableAccounts,
    private readonly reminders: Reminders,
  ) {}

  /** @throws NUDGED_TODAY, NOTHING_TO_NUDGE, NOBODY_TO_NUDGE @returns the UUID of the obligation */
  async nudge(viewer: Viewer, input: NudgeObligationInput): Promise<string> {
    const id = localId('Obligation', input.id);
    await this.database.transaction(viewer.scope('activity.read'), async (tx) => {
      // of two who urge at once the second finds that it is done
      const obligation = await tx.findOne(ObligationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!obligation) throw platformErrors.UNKNOWN_ID();
      const { organizationId, associationId } = obligation;
      const place = await this.access.place(tx, viewer, organizationId);
      this.access.require(viewer, 'activity.maintain', place, 'activity.read');
      const today = this.clock.today();
      // a clock that went back makes no second time of it
      if (obligation.nudgedOn && obligation.nudgedOn >= today)
        throw nudgeErrors.NUDGED_TODAY({ by: obligation.nudgedBy });
      const words = await this.words(tx, id, today);
      const told = await this.whom(tx, viewer, organizationId, words.organization);
      const nudgedBy = viewer.account.name;
      await tx.update(ObligationEntity, { id }, { nudgedOn: today, nudgedAt: this.clock.now(), nudgedBy });
      const line = obligationLine(words);
      for (const account of told)
        await this.reminders.tell(tx, associationId, account, [
          { kind: 'NUDGE', thingId: id, organizationId, moment: today, line, link: linkOf(words) },
        ]);
      await this.audit.record(tx, {
        action: 'nudgeObligation',
        subjectType: 'Obligation',
        subjectId: id,
        organizationId,
        associationId,
        after: { nudgedOn: today, told: told.length, startsOn: words.startsOn, endsOn: words.endsOn },
      });
      const event = { id: globalId('PartyOrganization', organizationId), associationId };
      await this.live.publish(tx, { to: 'association', kind: 'obligation', ...event });
    });
    return id;
  }

  private async words(tx: EntityManager, id: string, today: string): Promise<ObligationWords> {
    const [row] = await tx.query<(ObligationWords & { state: string })[]>(
      `select ${obligationColumns}, ${obligationState('$2::date')} as state
       from obligation b join party_organization o on o.id = b.organization_id
       join activity_type t on t.id = b.activity_type_id where b.id = $1`,
      [id, today],
    );
    if (!row || !open.includes(row.state)) throw nudgeErrors.NOTHING_TO_NUDGE();
    return row;
  }

  /** Nobody urges oneself. */
  private async whom(tx: EntityManager, viewer: Viewer, organizationId: string, name: string): Promise<Addressee[]> {
    const people = await this.answerable.of(tx, viewer.association.id, [organizationId]);
    const others = (people.get(organizationId) ?? []).filter(({ id }) => id !== viewer.account.id);
    if (others.length === 0) throw nudgeErrors.NOBODY_TO_NUDGE({ name });
    return others;
  }
}
