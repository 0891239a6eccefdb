import { Access, everywhere, type Viewer } from '@dangwu/access';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AnswerableAccounts, type Addressee } from '../reminder/answerable-accounts';
import type { SupervisionItemEntity } from './supervision-item.entity';

export type OwnedItem = Pick<
  SupervisionItemEntity,
  'id' | 'organizationId' | 'ownerAccountId' | 'ownerMemberId' | 'ownerOrganizationId'
>;

/** Whose an item is, and who is told of it: its owner; for an organization, and for somebody without an account, who answers for one. */
@Injectable()
export class ItemOwners {
  constructor(
    private readonly answerable: AnswerableAccounts,
    private readonly access: Access,
  ) {}

  /** Whether the viewer carries it out in person. */
  async isOwner(
    tx: EntityManager,
    { account }: Viewer,
    { ownerAccountId, ownerMemberId }: Pick<OwnedItem, 'ownerAccountId' | 'ownerMemberId'>,
  ): Promise<boolean> {
    if (ownerAccountId) return ownerAccountId === account.id;
    if (!ownerMemberId) return false;
    const [row] = await tx.query<{ memberId: string | null }[]>(
      `select member_id as "memberId" from account where id = $1`,
      [account.id],
    );
    return row?.memberId === ownerMemberId;
  }

  /** Whether the viewer keeps the activities of the organization that carries it out. */
  async isKeeper(
    tx: EntityManager,
    viewer: Viewer,
    { ownerOrganizationId }: Pick<OwnedItem, 'ownerOrganizationId'>,
  ): Promise<boolean> {
    if (!ownerOrganizationId) return false;
    return viewer.can('activity.maintain', await this.access.place(tx, viewer, ownerOrganizationId));
  }

  /** By the UUID of the item. */
  async of(
    tx: EntityManager,
    associationId: string,
    items: readonly OwnedItem[],
  ): Promise<Map<string, readonly Addressee[]>> {
    const persons = await this.persons(tx, associationId, items);
    const answering = await this.answerable.of(
      tx,
      associationId,
      items.map((item) => item.ownerOrganizationId ?? item.organizationId),
    );
    return new Map(
      items.map((item) => {
        const key = item.ownerAccountId ?? item.ownerMemberId;
        const person = key && persons.get(key);
        return [item.id, person ? [person] : (answering.get(item.ownerOrganizationId ?? item.organizationId) ?? [])];
      }),
    );
  }

  private async persons(
    tx: EntityManager,
    associationId: string,
    items: readonly OwnedItem[],
  ): Promise<Map<string, Addressee>> {
    const keys = items.flatMap(({ ownerAccountId, ownerMemberId }) => ownerAccountId ?? ownerMemberId ?? []);
    if (keys.length === 0) return new Map();
    const rows = await everywhere(tx, () =>
      tx.query<(Addressee & { memberId: string | null })[]>(
        `select id, name, mail, language, letters_off as "lettersOff", member_id as "memberId" from account
         where association_id = $1 and (id = any($2) or member_id = any($2)) and disabled_at is null
           and deleted_at is null`,
        [associationId, keys],
      ),
    );
    return new Map(
      rows.flatMap(({ memberId, ...account }) => [
        [account.id, account] as const,
        ...(memberId ? [[memberId, account] as const] : []),
      ]),
    );
  }
}
