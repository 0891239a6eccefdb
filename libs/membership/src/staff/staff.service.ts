import type { Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId, newId } from '@dangwu/platform/ids';
import { checkEffectiveOn, PartyOrganizationEntity, spell } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { openAfter } from '../dated';
import { MemberEntity } from '../member.entity';
import { memberErrors } from '../member.errors';
import { ChangeStaff } from './change-staff';
import { StaffPhones } from './staff-phones';
import { StaffAssignmentEntity } from './staff-assignment.entity';
import { staffErrors } from './staff.errors';
import type { AssignStaffInput, ChangeStaffInput, EndStaffInput, RevealStaffPhoneInput } from './staff.inputs';

/** Who does party-affairs work where. */
@Injectable()
export class StaffService {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeStaff,
    private readonly phones: StaffPhones,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** @throws STAFF_NAME_NEEDED, STAFF_TWICE, STAFF_NOT_HERE, PHONE_FORM @returns the UUID */
  assign(viewer: Viewer, input: AssignStaffInput): Promise<string> {
    const organizationId = localId('PartyOrganization', input.organizationId);
    checkEffectiveOn(input.since, this.clock.today());
    return this.changes.add(viewer, organizationId, async (tx) => {
      const organization = await tx.findOneByOrFail(PartyOrganizationEntity, { id: organizationId });
      if (organization.status !== 'ACTIVE') throw staffErrors.STAFF_NOT_HERE({ name: organization.name });
      const { memberId, name } = await this.person(tx, input);
      if (memberId) {
        const open = openAfter(input.since).map((until) => ({ organizationId, memberId, ...until }));
        if (await tx.existsBy(StaffAssignmentEntity, open))
          throw staffErrors.STAFF_TWICE({ organization: organization.name });
      }
      const id = newId();
      const associationId = viewer.association.id;
      const { time, since } = input;
      const basis = input.basis.trim();
      const said = { position: input.position.trim(), time, since };
      const phone = await this.phones.seal(tx, { id, associationId }, input.phone);
      await tx.insert(StaffAssignmentEntity, {
        id,
        associationId,
        organizationId,
        memberId,
        name,
        ...spell(name),
        ...said,
        basis,
        ...phone,
      });
      return {
        action: 'staff.assign',
        type: 'StaffAssignment',
        id,
        organizationId,
        after: { name, organization: organization.name, ...said },
        reason: basis,
      };
    });
  }

  /** What is left out stays. @throws STAFF_ENDED, PHONE_FORM, STALE_VERSION */
  change(viewer: Viewer, { id: global, version, ...input }: ChangeStaffInput): Promise<string> {
    const id = localId('StaffAssignment', global);
    return this.changes.change(viewer, StaffAssignmentEntity, { id, version }, async (tx, staff) => {
      this.refuseEnded(staff);
      const phone = await this.phones.seal(tx, staff, input.phone);
      const after = { position: input.position?.trim() ?? staff.position, time: input.time ?? staff.time };
      await tx.update(StaffAssignmentEntity, { id }, { ...after, ...phone });
      const { position, time } = staff;
      const renewed = phone.phoneSealed ? { renewed: ['phone'] } : {};
      return {
        action: 'staff.change',
        type: 'StaffAssignment',
        id,
        organizationId: staff.organizationId,
        before: { position, time },
        after: { ...after, ...renewed },
      };
    });
  }

  /** @throws STAFF_ENDED, STAFF_ENDS_BEFORE_BEGIN, STALE_VERSION */
  end(viewer: Viewer, { id: global, version, on, basis }: EndStaffInput): Promise<string> {
    const id = localId('StaffAssignment', global);
    checkEffectiveOn(on, this.clock.today());
    return this.changes.change(viewer, StaffAssignmentEntity, { id, version }, async (tx, staff) => {
      this.refuseEnded(staff);
      if (on < staff.since) throw staffErrors.STAFF_ENDS_BEFORE_BEGIN({ on, since: staff.since });
      await tx.update(StaffAssignmentEntity, { id }, { until: on });
      const { name, organizationId } = staff;
      const after = { name, until: on };
      return { action: 'staff.end', type: 'StaffAssignment', id, organizationId, after, reason: basis.trim() };
    });
  }

  /** The phone in the clear, to whoever may; the look is in the audit log before it is answered. */
  async reveal(viewer: Viewer, { id: global, reason }: RevealStaffPhoneInput): Promise<string> {
    const id = localId('StaffAssignment', global);
    const staff = await this.changes.refuse(viewer, StaffAssignmentEntity, id, 'member.unmask');
    return this.database.transaction(viewer.scope('member.unmask'), async (tx) => {
      const clear = await this.phones.open(tx, staff);
      if (!clear) throw memberErrors.NOTHING_TO_REVEAL();
      await this.audit.record(tx, {
        action: 'staff.reveal',
        subjectType: 'StaffAssignment',
        subjectId: id,
        organizationId: staff.organizationId,
        after: { field: 'PHONE' },
        reason: reason.trim(),
      });
      return clear;
    });
  }

  private refuseEnded({ name, until }: StaffAssignmentEntity): void {
    if (until) throw staffErrors.STAFF_ENDED({ name, until });
  }

  /** A member of the register, or somebody by name alone. @throws UNKNOWN_ID, STAFF_NAME_NEEDED */
  private async person(
    tx: EntityManager,
    { memberId: global, name }: AssignStaffInput,
  ): Promise<{ memberId: string | null; name: string }> {
    if (!global) {
      const said = name?.trim().replaceAll(/\s+/g, ' ');
      if (!said) throw staffErrors.STAFF_NAME_NEEDED();
      return { memberId: null, name: said };
    }
    const member = await tx.findOneBy(MemberEntity, { id: localId('Member', global) });
    if (!member) throw platformErrors.UNKNOWN_ID();
    return { memberId: member.id, name: member.name };
  }
}
