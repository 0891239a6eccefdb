import type { Viewer } from '@dangwu/access';
import { forgetSubjects } from '@dangwu/imports';
import { Clock } from '@dangwu/platform/clock';
import { PersonKeys } from '@dangwu/platform/keys';
import { spell } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, type EntityManager } from 'typeorm';
import { ChangeMember } from '../change-member';
import { MemberEntity } from '../member.entity';
import { memberErrors } from '../member.errors';
import { StaffAssignmentEntity } from '../staff/staff-assignment.entity';
import type { EraseMemberInput } from './personal.inputs';
import { OtherRecords } from './other-records';

/** What a list shows instead of the name. */
const nobody = '已删除个人信息';

/**
 * Erases a person who left. The key of what was sealed is destroyed, what stands in the clear is overwritten in the
 * present row and, by deriving them anew, in its versions; imports forget their rows. Status, dates of membership and
 * places stay: statistics of past days must not change.
 */
@Injectable()
export class EraseMember {
  constructor(
    private readonly changes: ChangeMember,
    private readonly keys: PersonKeys,
    private readonly clock: Clock,
    private readonly others: OtherRecords,
  ) {}

  /** @throws UNKNOWN_ID, STILL_A_MEMBER, STILL_STAFF, NAME_NOT_REPEATED, PERSON_ERASED, STALE_VERSION @returns the UUID */
  erase(viewer: Viewer, { name, basis, ...step }: EraseMemberInput): Promise<string> {
    return this.changes.change(
      viewer,
      'member.erase',
      step,
      async (tx, member) => {
        if (member.name !== name.trim()) throw memberErrors.NAME_NOT_REPEATED({ member: member.name });
        if (!member.leftOn) throw memberErrors.STILL_A_MEMBER({ member: member.name });
        const staff = await this.eraseStaff(tx, member);
        await this.keys.erase(tx, member.id);
        await tx.update(
          MemberEntity,
          { id: member.id },
          { name: nobody, ...spell(nobody), ...unknown, erasedAt: this.clock.now() },
        );
        await this.others.forget(tx, member.id);
        await forgetSubjects(tx, [member.id]);
        return { after: { leftOn: member.leftOn, staff, basis: basis.trim() } };
      },
      'member.erase',
    );
  }

  /** @returns how many assignments were erased with the person */
  private async eraseStaff(tx: EntityManager, { id: memberId, name }: MemberEntity): Promise<number> {
    const open = [IsNull(), MoreThan(this.clock.today())].map((until) => ({ memberId, until }));
    if (await tx.existsBy(StaffAssignmentEntity, open)) throw memberErrors.STILL_STAFF({ member: name });
    const assignments = await tx.findBy(StaffAssignmentEntity, { memberId });
    for (const { id } of assignments) {
      await this.keys.erase(tx, id);
      await tx.update(
        StaffAssignmentEntity,
        { id },
        { name: nobody, ...spell(nobody), phoneSealed: null, phoneMasked: null },
      );
    }
    return assignments.length;
  }
}

/** The columns that nothing is known of any more. */
const unknown = {
  gender: null,
  birthDate: null,
  ethnicity: null,
  education: null,
  jobTitle: null,
  idSealed: null,
  idMark: null,
  idMasked: null,
  phoneSealed: null,
  phoneMark: null,
  phoneMasked: null,
};
