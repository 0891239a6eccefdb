import { everywhere } from '@dangwu/access';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { expectedPeople } from '../attendance/expected-people';
import type { Addressee } from './answerable-accounts';

/** Whom activities expect and who has an account to be told by: entitled or invited, and not on leave. */
@Injectable()
export class ExpectedAccounts {
  /** By the UUID of the activity; one that expects nobody with an account is left out. */
  async of(tx: EntityManager, activityIds: readonly string[]): Promise<Map<string, Addressee[]>> {
    const by = new Map<string, Addressee[]>();
    if (activityIds.length === 0) return by;
    const found = await everywhere(tx, () =>
      tx.query<(Addressee & { activityId: string })[]>(
        `select e.activity_id as "activityId", c.id, c.name, c.mail, c.language,
           c.letters_off as "lettersOff"
         from (${expectedPeople('a.id = any($1)')}) e join account c on c.member_id = e.member_id
           and c.association_id = e.association_id
         where e.state = 'ENTITLED' and c.disabled_at is null and c.deleted_at is null order by c.id`,
        [activityIds],
      ),
    );
    for (const { activityId, ...account } of found) by.set(activityId, [...(by.get(activityId) ?? []), account]);
    return by;
  }
}
