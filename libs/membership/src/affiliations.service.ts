import type { Viewer } from '@dangwu/access';
import { platformErrors } from '@dangwu/platform/errors';
import { localId, newId } from '@dangwu/platform/ids';
import { checkEffectiveOn, PartyOrganizationEntity } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import { LessThan, type EntityManager } from 'typeorm';
import { AffiliationEntity } from './affiliation.entity';
import { postsNotCarried } from './carried-posts';
import { ChangeMember, checkAffiliation } from './change-member';
import { AffiliationKind } from './member.enums';
import { memberErrors } from './member.errors';
import type { EndAffiliationInput, TransferAffiliationInput, WithdrawAffiliationInput } from './member.inputs';
import { endedByTransfer, holdsPosts } from './transfer';

/** Where members belong, from when to when. Days ahead are recorded like others and take effect when they come. */
@Injectable()
export class AffiliationsService {
  constructor(private readonly changes: ChangeMember) {}

  /**
   * Both organizations must be the viewer's to maintain.
   * @throws SAME_ORGANIZATION, NO_AFFILIATIONS_HERE, HOLDS_POSTS, AFFILIATION_OVERLAPS, ENDS_BEFORE_BEGIN
   */
  transfer(viewer: Viewer, input: TransferAffiliationInput): Promise<string> {
    const { kind, on } = input;
    const basis = input.basis.trim();
    return this.changes.change(viewer, 'member.transfer', input, async (tx, member) => {
      checkEffectiveOn(on, this.changes.today());
      const to = await this.changes.organization(tx, viewer, input.organizationId);
      checkAffiliation(to, kind);
      const all = await tx.findBy(AffiliationEntity, { memberId: member.id, kind });
      const old = endedByTransfer(all, to, kind, on);
      if (old) await tx.update(AffiliationEntity, { id: old.id }, { until: on });
      await tx.insert(AffiliationEntity, {
        id: newId(),
        associationId: member.associationId,
        memberId: member.id,
        organizationId: to.id,
        kind,
        since: on,
        basis,
      });
      await this.checkPosts(tx, member.id, on);
      const from = old ? await tx.findOneBy(PartyOrganizationEntity, { id: old.organizationId }) : null;
      return { before: { organization: from?.name ?? null }, after: { organization: to.name, kind, on, basis } };
    });
  }

  /** @throws UNKNOWN_ID, NOT_ACTIVE, HOLDS_POSTS, ENDS_BEFORE_BEGIN */
  end(viewer: Viewer, input: EndAffiliationInput): Promise<string> {
    const { on } = input;
    return this.changes.change(viewer, 'member.endAffiliation', input, async (tx, member) => {
      checkEffectiveOn(on, this.changes.today());
      const found = await this.find(tx, member.id, input.affiliationId);
      if (found.until) throw memberErrors.NOT_ACTIVE({ until: found.until });
      if (on < found.since) throw memberErrors.ENDS_BEFORE_BEGIN({ on, since: found.since });
      await tx.update(AffiliationEntity, { id: found.id }, { until: on });
      await this.checkPosts(tx, member.id, on);
      return { after: { kind: found.kind, until: on, basis: input.basis.trim() } };
    });
  }

  /** Takes back what was recorded ahead; what was to end for it goes on. @throws UNKNOWN_ID, HAS_BEGUN */
  withdraw(viewer: Viewer, input: WithdrawAffiliationInput): Promise<string> {
    return this.changes.change(viewer, 'member.withdrawAffiliation', input, async (tx, member) => {
      const found = await this.find(tx, member.id, input.affiliationId);
      const { kind, since } = found;
      if (since <= this.changes.today()) throw memberErrors.HAS_BEGUN({ since });
      await tx.softDelete(AffiliationEntity, { id: found.id });
      if (kind === AffiliationKind.FORMAL)
        await tx.update(
          AffiliationEntity,
          { memberId: member.id, kind, until: since, since: LessThan(since) },
          { until: null },
        );
      return { before: { kind, since }, after: {} };
    });
  }

  private async find(tx: EntityManager, memberId: string, affiliation: string): Promise<AffiliationEntity> {
    const found = await tx.findOneBy(AffiliationEntity, { id: localId('Affiliation', affiliation), memberId });
    if (!found) throw platformErrors.UNKNOWN_ID();
    return found;
  }

  /** @throws HOLDS_POSTS when a post rests on what was ended */
  private async checkPosts(tx: EntityManager, memberId: string, day: string): Promise<void> {
    const posts = (await postsNotCarried(tx, [memberId], day)).get(memberId);
    if (posts) throw holdsPosts(posts);
  }
}
