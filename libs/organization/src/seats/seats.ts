import { Access, type Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { IsNull, QueryFailedError, type EntityManager } from 'typeorm';
import { typeWords } from '../organization-words';
import { OrganizationStatus, OrganizationType } from '../organization.enums';
import { PartyOrganizationEntity } from '../organization.entity';
import { organizationErrors } from '../organization.errors';
import { SeatEntity } from './seat.entity';
import type { FillSeatInput, VacateSeatInput } from './seat.inputs';
import { SeatPost } from './seat.type';

const committee = [SeatPost.SECRETARY, SeatPost.DEPUTY_SECRETARY, SeatPost.COMMITTEE_MEMBER];
const group = [SeatPost.LEADER, SeatPost.DEPUTY_LEADER, SeatPost.GROUP_MEMBER];

/** Which posts a body has. Bodies without members of their own have a roster; the others elect theirs. */
export const postsOf: Partial<Record<OrganizationType, readonly SeatPost[]>> = {
  FUNCTIONAL_COMMITTEE: committee,
  LEADING_GROUP: group,
  EXPERT_GROUP: [SeatPost.LEADER, SeatPost.DEPUTY_LEADER, SeatPost.EXPERT],
  WORKING_GROUP: group,
};

/** The rosters of bodies: who takes a seat, who leaves it. */
@Injectable()
export class Seats {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
  ) {}

  /** @returns the organization's UUID. @throws SEAT_POST, SEAT_TAKEN, SEAT_OF_DISSOLVED */
  async fill(viewer: Viewer, input: FillSeatInput): Promise<string> {
    const id = localId('PartyOrganization', input.organizationId);
    this.access.require(viewer, 'organization.maintain', await this.access.place(null, viewer, id));
    await this.database.transaction(viewer.scope('organization.maintain'), async (tx) => {
      const organization = await tx.findOneBy(PartyOrganizationEntity, { id });
      if (!organization) throw platformErrors.UNKNOWN_ID();
      await this.insert(tx, organization, input, viewer);
    });
    return id;
  }

  /** @returns the organization's UUID. @throws SEAT_PERIOD, STALE_VERSION, UNKNOWN_ID */
  async vacate(viewer: Viewer, input: VacateSeatInput): Promise<string> {
    return this.database.transaction(viewer.scope('organization.maintain'), async (tx) => {
      const seat = await tx.findOne(SeatEntity, {
        where: { id: localId('Seat', input.id), until: IsNull() },
        lock: { mode: 'pessimistic_write' },
      });
      if (!seat) throw platformErrors.UNKNOWN_ID();
      const place = await this.access.place(tx, viewer, seat.organizationId);
      this.access.require(viewer, 'organization.maintain', place);
      if (seat.version !== input.version) throw platformErrors.STALE_VERSION({ current: seat.version });
      if (input.until <= seat.since) throw organizationErrors.SEAT_PERIOD({ since: seat.since, until: input.until });
      seat.until = input.until;
      await tx.save(seat);
      await this.tell(tx, 'vacateSeat', seat, { until: null });
      return seat.organizationId;
    });
  }

  private async insert(
    tx: EntityManager,
    { id: organizationId, associationId, type, status, name }: PartyOrganizationEntity,
    { post, personName, title, since, basis }: FillSeatInput,
    viewer: Viewer,
  ): Promise<void> {
    if (status === OrganizationStatus.DISSOLVED) throw organizationErrors.SEAT_OF_DISSOLVED({ name });
    const posts = postsOf[type] ?? [];
    if (!posts.includes(post))
      throw organizationErrors.SEAT_POST({ typeZh: typeWords[type].zh, typeEn: typeWords[type].en });
    const seat = tx.create(SeatEntity, {
      id: newId(),
      associationId,
      organizationId,
      post,
      rank: Object.values(SeatPost).indexOf(post),
      personName: personName.trim(),
      title: title?.trim() || null,
      since,
      until: null,
      basis: basis.trim(),
    });
    try {
      await tx.insert(SeatEntity, seat);
    } catch (error) {
      const taken = error instanceof QueryFailedError && /seat_once/.test(error.message);
      throw taken ? organizationErrors.SEAT_TAKEN({ person: seat.personName, name }) : error;
    }
    await this.tell(tx, 'fillSeat', { ...seat, associationId: viewer.association.id });
  }

  private async tell(
    tx: EntityManager,
    action: string,
    seat: SeatEntity,
    before: Record<string, unknown> | null = null,
  ): Promise<void> {
    const { organizationId, post, personName, since, until, basis } = seat;
    await this.audit.record(tx, {
      action,
      subjectType: 'Seat',
      subjectId: seat.id,
      organizationId,
      before,
      after: before ? { personName, post, until } : { personName, post, since, until },
      reason: basis,
    });
    const id = globalId('PartyOrganization', organizationId);
    await this.live.publish(tx, { to: 'association', kind: 'organization', id });
  }
}
