import type { Viewer } from '@dangwu/access';
import { PartyOrganizationEntity } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { itemLine, itemLink } from '../reminder/reminder-words';
import { Reminders } from '../reminder/reminders';
import { ItemOwners } from './item-owners';
import type { SupervisionItemEntity } from './supervision-item.entity';

/** Tells owners what was given to them. */
@Injectable()
export class GivenItems {
  constructor(
    private readonly owners: ItemOwners,
    private readonly reminders: Reminders,
  ) {}

  /** Owners the system knows, but for whoever gives it. Told once for each owner and day. */
  async tell(
    tx: EntityManager,
    viewer: Viewer,
    { associationId, organizationId }: { readonly associationId: string; readonly organizationId: string },
    given: readonly SupervisionItemEntity[],
  ): Promise<void> {
    const known = given.filter((item) => keyOf(item));
    if (known.length === 0) return;
    const { name: organization } = await tx.findOneByOrFail(PartyOrganizationEntity, { id: organizationId });
    const owners = await this.owners.of(tx, associationId, known);
    for (const item of known)
      for (const account of owners.get(item.id) ?? [])
        if (account.id !== viewer.account.id)
          await this.reminders.tell(tx, associationId, account, [
            {
              kind: 'TASK_GIVEN',
              thingId: item.id,
              organizationId,
              moment: `${keyOf(item)} ${item.dueOn ?? ''}`,
              line: itemLine({ text: item.text, dueOn: item.dueOn, organization }),
              link: itemLink(item.id),
            },
          ]);
  }
}

const keyOf = ({ ownerAccountId, ownerMemberId, ownerOrganizationId }: SupervisionItemEntity): string | null =>
  ownerAccountId ?? ownerMemberId ?? ownerOrganizationId;
