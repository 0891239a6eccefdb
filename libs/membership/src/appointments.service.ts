import type { Viewer } from '@dangwu/access';
import { isBelow } from '@dangwu/access';
import { platformErrors } from '@dangwu/platform/errors';
import { localId, newId } from '@dangwu/platform/ids';
import { PartyOrganizationEntity } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AppointmentEntity } from './appointment.entity';
import { ChangeMember } from './change-member';
import { MemberEntity } from './member.entity';
import { MemberStatus, Post, postWords } from './member.enums';
import { memberErrors } from './member.errors';
import type { AppointInput, EndAppointmentInput } from './member.inputs';

/** Posts in organizations. Future days are refused: an appointment is recorded when it holds. */
@Injectable()
export class AppointmentsService {
  constructor(private readonly changes: ChangeMember) {}

  /** @throws NOT_AFFILIATED, NOT_A_MEMBER_YET, POST_TAKEN, POST_HELD, ENDS_BEFORE_BEGIN */
  appoint(viewer: Viewer, input: AppointInput): Promise<string> {
    return this.changes.change(viewer, 'appoint', input, async (tx, member) => {
      const organization = await this.changes.organization(tx, viewer, input.organizationId);
      const home = await tx.findOneByOrFail(PartyOrganizationEntity, { id: member.organizationId });
      const names = { member: member.name, organization: organization.name };
      if (member.leftOn || !(home.id === organization.id || isBelow(home, organization)))
        throw memberErrors.NOT_AFFILIATED(names);
      const { zh, en } = postWords[input.post];
      if (member.status !== MemberStatus.FULL)
        throw memberErrors.NOT_A_MEMBER_YET({ member: member.name, postZh: zh, postEn: en });
      const today = this.changes.clock.today();
      if (input.on > today) throw memberErrors.ENDS_BEFORE_BEGIN({ on: input.on, since: today });
      const place = { organizationId: organization.id, post: input.post };
      if (input.post === Post.SECRETARY) {
        // one at a time decides: two who appoint at once would both find the post free
        await tx.query(`select from party_organization where id = $1 for no key update`, [organization.id]);
        const holder = await tx.findOneBy(AppointmentEntity, { ...place, until: IsNull() });
        const other = holder && (await tx.findOneBy(MemberEntity, { id: holder.memberId }));
        if (holder) throw memberErrors.POST_TAKEN({ organization: organization.name, holder: other?.name ?? '' });
      }
      if (await tx.findOneBy(AppointmentEntity, { ...place, memberId: member.id, until: IsNull() }))
        throw memberErrors.POST_HELD({ member: member.name });
      const basis = input.basis.trim();
      const { associationId } = member;
      await tx.insert(AppointmentEntity, {
        ...place,
        id: newId(),
        associationId,
        memberId: member.id,
        since: input.on,
        basis,
      });
      return { after: { organization: organization.name, post: input.post, since: input.on, basis } };
    });
  }

  /** @throws UNKNOWN_ID, NOT_ACTIVE, ENDS_BEFORE_BEGIN */
  end(viewer: Viewer, input: EndAppointmentInput): Promise<string> {
    const id = localId('Appointment', input.appointmentId);
    return this.changes.change(viewer, 'endAppointment', input, async (tx, member) => {
      const found = await tx.findOneBy(AppointmentEntity, { id, memberId: member.id });
      if (!found) throw platformErrors.UNKNOWN_ID();
      if (found.until) throw memberErrors.NOT_ACTIVE({ until: found.until });
      if (input.on < found.since || input.on > this.changes.clock.today())
        throw memberErrors.ENDS_BEFORE_BEGIN({ on: input.on, since: found.since });
      await tx.update(AppointmentEntity, { id }, { until: input.on });
      return { after: { post: found.post, until: input.on, basis: input.basis.trim() } };
    });
  }
}
