import { Clock } from '@dangwu/platform/clock';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Addressee } from '../reminder/answerable-accounts';
import { ruleNumber } from '../reminder/due-activities';
import type { Reminder } from '../reminder/reminder-kinds';
import { minutesLine } from '../reminder/reminder-words';

interface Row extends Addressee {
  readonly minutesId: string;
  readonly activityId: string;
  readonly organizationId: string;
  readonly organization: string;
  readonly title: string;
  readonly signedAt: Date;
  readonly time: number;
}

/**
 * Minutes whose chair has not signed, whose chair is told again: each so many days as the rule says, and so often at most.
 */
@Injectable()
export class DueSignatures {
  constructor(private readonly clock: Clock) {}

  async find(
    tx: EntityManager,
    associationId: string,
  ): Promise<{ readonly account: Addressee; readonly reminder: Reminder }[]> {
    const rows = await tx.query<Row[]>(
      `select w.* from (
         select c.id, c.name, c.mail, c.language, c.letters_off as "lettersOff", m.id as "minutesId",
           m.activity_id as "activityId", m.organization_id as "organizationId", o.name as organization, a.title,
           m.recorder_signed_at as "signedAt",
           least(($2::date - (m.recorder_signed_at at time zone 'Asia/Shanghai')::date)
             / nullif(${ruleNumber('reminder.sign.after')}, 0), ${ruleNumber('reminder.sign.most')}) as time
         from minutes m join activity a on a.id = m.activity_id join party_organization o on o.id = m.organization_id
         join account c on c.id = m.chair_account_id and c.disabled_at is null and c.deleted_at is null
         where m.association_id = $1 and m.state = 'AWAITING' and m.deleted_at is null) w
       where w.time > 0 order by w."signedAt", w."minutesId"`,
      [associationId, this.clock.today()],
    );
    return rows.map(({ minutesId, activityId, organizationId, organization, title, signedAt, time, ...account }) => ({
      account,
      reminder: {
        kind: 'TO_SIGN',
        thingId: minutesId,
        organizationId,
        // taken back and handed over again is something new, and is counted anew
        moment: `${signedAt.toISOString()} again ${time}`,
        line: minutesLine({ title, organization }),
        link: `/activities/${globalId('Activity', activityId)}/minutes`,
      },
    }));
  }
}
