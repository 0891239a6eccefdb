import type { Viewer } from '@dangwu/access';
import { platformErrors } from '@dangwu/platform/errors';
import { localId, newId } from '@dangwu/platform/ids';
import { PartyOrganizationEntity } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { AffiliationEntity } from './affiliation.entity';
import { AppointmentEntity } from './appointment.entity';
import { ChangeMember } from './change-member';
import { MemberEntity } from './member.entity';
import { AffiliationKind, postWords } from './member.enums';
import { memberErrors } from './member.errors';
import type { EndAffiliationInput, TransferAffiliationInput } from './member.inputs';

/** Where members belong, from when to when. */
@Injectable()
export class AffiliationsService {
  constructor(private readonly changes: ChangeMember) {}

  /**
   * Both organizations must be the viewer's to maintain.
   * @throws SAME_ORGANIZATION, NO_AFFILIATIONS_HERE, HOLDS_POSTS, AFFILIATION_OVERLAPS, ENDS_BEFORE_BEGIN
   */
  transfer(viewer: Viewer, input: TransferAffiliationInput): Promise<string> {
    return this.changes.change(viewer, 'transferAffiliation', input, async (tx, member) => {
      const to = await this.changes.organization(tx, viewer, input.organizationId);
      const formal = input.kind === AffiliationKind.FORMAL;
      if (formal) this.changes.checkFormal(to);
      const active = await tx.findBy(AffiliationEntity, { memberId: member.id, until: IsNull() });
      if (active.some(({ kind, organizationId }) => kind === input.kind && organizationId === to.id))
        throw memberErrors.SAME_ORGANIZATION({ name: to.name });
      const old = formal ? active.find(({ kind }) => kind === AffiliationKind.FORMAL) : undefined;
      this.checkDay(input.on, old?.since);
      if (old) {
        await this.checkPosts(tx, member.id, old.organizationId);
        await tx.update(AffiliationEntity, { id: old.id }, { until: input.on });
      }
      await tx.insert(AffiliationEntity, {
        id: newId(),
        associationId: member.associationId,
        memberId: member.id,
        organizationId: to.id,
        kind: input.kind,
        since: input.on,
        basis: input.basis.trim(),
      });
      if (formal)
        await tx.query(`update member set organization_id = $2, left_on = null where id = $1`, [member.id, to.id]);
      const from = old ? await tx.findOneBy(PartyOrganizationEntity, { id: old.organizationId }) : null;
      return {
        before: { organization: from?.name ?? null },
        after: { organization: to.name, kind: input.kind, on: input.on, basis: input.basis.trim() },
      };
    });
  }

  /** @throws UNKNOWN_ID, NOT_ACTIVE, HOLDS_POSTS, ENDS_BEFORE_BEGIN */
  end(viewer: Viewer, input: EndAffiliationInput): Promise<string> {
    const affiliationId = localId('Affiliation', input.affiliationId);
    return this.changes.change(viewer, 'endAffiliation', input, async (tx, member) => {
      const found = await tx.findOneBy(AffiliationEntity, { id: affiliationId, memberId: member.id });
      if (!found) throw platformErrors.UNKNOWN_ID();
      if (found.until) throw memberErrors.NOT_ACTIVE({ until: found.until });
      this.checkDay(input.on, found.since);
      if (found.kind === AffiliationKind.FORMAL) {
        await this.checkPosts(tx, member.id, null);
        await tx.update(AffiliationEntity, { memberId: member.id, until: IsNull() }, { until: input.on });
        await tx.query(`update member set left_on = $2 where id = $1`, [member.id, input.on]);
      } else await tx.update(AffiliationEntity, { id: found.id }, { until: input.on });
      return { after: { kind: found.kind, until: input.on, basis: input.basis.trim() } };
    });
  }

  private checkDay(on: string, since: string | undefined): void {
    const today = this.changes.clock.today();
    if (on > today || (since && on < since)) throw memberErrors.ENDS_BEFORE_BEGIN({ on, since: since ?? today });
  }

  /** @param organizationId null: anywhere */
  private async checkPosts(tx: EntityManager, memberId: string, organizationId: string | null): Promise<void> {
    const held = await tx.findBy(AppointmentEntity, {
      memberId,
      until: IsNull(),
      ...(organizationId && { organizationId }),
    });
    if (held.length) throw memberErrors.HOLDS_POSTS({ posts: held.map(({ post }) => postWords[post].zh) });
  }
}

/** How many formal and functional affiliations and posts stand in an organization today. */
export async function hangingOn(
  tx: EntityManager,
  organizationId: string,
): Promise<{ members: number; posts: number }> {
  const members = await tx
    .createQueryBuilder(AffiliationEntity, 'a')
    .innerJoin(MemberEntity, 'm', 'm.id = a.memberId')
    .where('a.organizationId = :organizationId and a.until is null', { organizationId })
    .getCount();
  const posts = await tx.countBy(AppointmentEntity, { organizationId, until: IsNull() });
  return { members, posts };
}
