import { PersonKeys } from '@dangwu/platform/keys';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isPhone, maskedNumber, normalizePhone } from '../id-number';
import { memberErrors } from '../member.errors';
import type { StaffAssignmentEntity } from './staff-assignment.entity';

const field = { table: 'staff_assignment', column: 'phone_sealed' };

export type PhoneColumns = Partial<Pick<StaffAssignmentEntity, 'phoneSealed' | 'phoneMasked'>>;

/** The only place that turns phones of staff into columns and back. The key goes by the assignment. */
@Injectable()
export class StaffPhones {
  constructor(private readonly keys: PersonKeys) {}

  /** No columns where nothing is given. @throws PHONE_FORM */
  async seal(
    tx: EntityManager,
    { id, associationId }: Pick<StaffAssignmentEntity, 'id' | 'associationId'>,
    given: string | null | undefined,
  ): Promise<PhoneColumns> {
    if (!given?.trim()) return {};
    const number = normalizePhone(given);
    if (!isPhone(number)) throw memberErrors.PHONE_FORM();
    const phoneSealed = await this.keys.encrypt(tx, id, associationId, field, number);
    return { phoneSealed, phoneMasked: maskedNumber(number) };
  }

  /** Null when there is none, or the key is erased. */
  async open(tx: EntityManager, { id, phoneSealed }: StaffAssignmentEntity): Promise<string | null> {
    return phoneSealed && this.keys.decrypt(tx, id, field, phoneSealed);
  }
}
