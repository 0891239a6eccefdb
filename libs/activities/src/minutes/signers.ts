import { everywhere, type Viewer } from '@dangwu/access';
import { PartyOrganizationEntity } from '@dangwu/organization';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ActivityEntity } from '../activity/activity.entity';
import type { Addressee } from '../reminder/answerable-accounts';
import { minutesLine } from '../reminder/reminder-words';
import { Reminders } from '../reminder/reminders';
import { keysOf } from '../supervision/named-people';
import type { MinutesContent } from './minutes-content';
import type { MinutesEntity } from './minutes.entities';
import { minutesErrors } from './minutes.errors';

/** Whose signatures minutes take, and that they are told. */
@Injectable()
export class Signers {
  constructor(private readonly reminders: Reminders) {}

  /** Whether the viewer is who is named: by the id of account or member, else by the name. */
  async isNamed(tx: EntityManager, viewer: Viewer, id: string | null | undefined, name: string): Promise<boolean> {
    if (!id) return viewer.account.name === name;
    const { accountId, memberId } = keysOf(id);
    if (accountId) return accountId === viewer.account.id;
    const [me] = await tx.query<{ memberId: string | null }[]>(
      `select member_id as "memberId" from account where id = $1`,
      [viewer.account.id],
    );
    return memberId !== null && me?.memberId === memberId;
  }

  /** The account of the chair; null: the chair has none. @throws MINUTES_CHAIR_AMBIGUOUS */
  async chairOf(
    tx: EntityManager,
    associationId: string,
    { chair, chairId }: MinutesContent,
  ): Promise<Addressee | null> {
    const { accountId, memberId } = keysOf(chairId);
    const found = await everywhere(tx, () =>
      tx.query<Addressee[]>(
        `select id, name, mail, language, letters_off as "lettersOff" from account where association_id = $1 and disabled_at is null
           and deleted_at is null and case when $2::uuid is not null then id = $2 when $3::uuid is not null
             then member_id = $3 else name = $4 end`,
        [associationId, accountId, memberId, chair],
      ),
    );
    if (found.length > 1) throw minutesErrors.MINUTES_CHAIR_AMBIGUOUS({ name: chair, count: found.length });
    return found[0] ?? null;
  }

  /** The chair is told that minutes await the signature: under the bell, and by letter within ten minutes. */
  async tell(
    tx: EntityManager,
    { id: thingId, version }: Pick<MinutesEntity, 'id' | 'version'>,
    activity: ActivityEntity,
    chair: Addressee,
  ): Promise<void> {
    const { id, associationId, organizationId, title } = activity;
    const { name: organization } = await tx.findOneByOrFail(PartyOrganizationEntity, { id: organizationId });
    await this.reminders.tell(tx, associationId, chair, [
      {
        kind: 'TO_SIGN',
        thingId,
        organizationId,
        // taken back and handed over again is something new
        moment: `version ${version}`,
        line: minutesLine({ title, organization }),
        link: `/activities/${globalId('Activity', id)}/minutes`,
      },
    ]);
  }

  /** Nothing is awaited any more: signed, or taken back. */
  async silence(tx: EntityManager, associationId: string, minutesId: string): Promise<void> {
    await this.reminders.silence(tx, associationId, minutesId, ['TO_SIGN']);
  }
}
