import type { Viewer } from '@dangwu/access';
import { platformErrors } from '@dangwu/platform/errors';
import { localId, newId } from '@dangwu/platform/ids';
import { checkEffectiveOn } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import { AppointmentEntity } from './appointment.entity';
import { postsNotCarried } from './carried-posts';
import { ChangeMember } from './change-member';
import { openAfter } from './dated';
import { MemberEntity } from './member.entity';
import { MemberStatus, Post, postWords } from './member.enums';
import { memberErrors } from './member.errors';
import type { AppointInput, EndAppointmentInput } from './member.inputs';

/** Posts in organizations. Days ahead are recorded like others and take effect when they come. */
@Injectable()
export class AppointmentsService {
  constructor(private readonly changes: ChangeMember) {}

  /** @throws NOT_A_MEMBER_YET, POST_TAKEN, POST_HELD, NOT_AFFILIATED */
  appoint(viewer: Viewer, input: AppointInput): Promise<string> {
    const { on, post } = input;
    const basis = input.basis.trim();
    return this.changes.change(viewer, 'member.appoint', input, async (tx, member) => {
      checkEffectiveOn(on, this.changes.today());
      const { id: organizationId, name: organization } = await this.changes.organization(
        tx,
        viewer,
        input.organizationId,
      );
      const { zh, en } = postWords[post];
      if (member.status !== MemberStatus.FULL)
        throw memberErrors.NOT_A_MEMBER_YET({ member: member.name, postZh: zh, postEn: en });
      const open = openAfter(on).map((until) => ({ organizationId, post, ...until }));
      const holders = await tx.findBy(AppointmentEntity, open);
      if (holders.some(({ memberId }) => memberId === member.id)) throw memberErrors.POST_HELD({ member: member.name });
      if (post === Post.SECRETARY && holders[0]) {
        const holder = await tx.findOneBy(MemberEntity, { id: holders[0].memberId });
        throw memberErrors.POST_TAKEN({ organization, holder: holder?.name ?? '' });
      }
      const { associationId, id: memberId } = member;
      await tx.insert(AppointmentEntity, {
        id: newId(),
        associationId,
        memberId,
        organizationId,
        post,
        since: on,
        basis,
      });
      const loose = await postsNotCarried(tx, [memberId], on);
      if (loose.size > 0) throw memberErrors.NOT_AFFILIATED({ member: member.name, organization });
      return {
        after: { organization, post, since: on, basis },
        concern: { organizationIds: [organizationId], since: on },
      };
    });
  }

  /** @throws UNKNOWN_ID, NOT_ACTIVE, ENDS_BEFORE_BEGIN */
  end(viewer: Viewer, input: EndAppointmentInput): Promise<string> {
    const { on } = input;
    return this.changes.change(viewer, 'member.endAppointment', input, async (tx, member) => {
      checkEffectiveOn(on, this.changes.today());
      const id = localId('Appointment', input.appointmentId);
      const found = await tx.findOneBy(AppointmentEntity, { id, memberId: member.id });
      if (!found) throw platformErrors.UNKNOWN_ID();
      if (found.until) throw memberErrors.NOT_ACTIVE({ until: found.until });
      if (on < found.since) throw memberErrors.ENDS_BEFORE_BEGIN({ on, since: found.since });
      await tx.update(AppointmentEntity, { id }, { until: on });
      const after = { post: found.post, until: on, basis: input.basis.trim() };
      return { after, concern: { organizationIds: [found.organizationId], since: on } };
    });
  }
}
