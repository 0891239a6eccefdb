import { Audit } from '@dangwu/platform/audit';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DutyProfileEntity } from './duty-profile.entity';
import { shippedDutyProfiles } from './shipped-duty-profiles';

/** What organizations of a type are there for, as data of each association. */
@Injectable()
export class DutyProfiles {
  constructor(private readonly audit: Audit) {}

  /** Gives a new association the shipped profiles. Those it has already, perhaps changed, are left alone. */
  async ship(tx: EntityManager, associationId: string): Promise<void> {
    const present = await tx.find(DutyProfileEntity, { where: { associationId }, withDeleted: true });
    const missing = shippedDutyProfiles.filter(({ type }) => !present.some((row) => row.type === type));
    if (missing.length === 0) return;
    await tx.insert(
      DutyProfileEntity,
      missing.map(({ type, duties, basis }) => ({ id: newId(), associationId, type, duties: [...duties], basis })),
    );
    await this.audit.record(tx, {
      action: 'shipDutyProfiles',
      subjectType: 'Association',
      subjectId: associationId,
      after: { profiles: missing.length },
      associationId,
    });
  }
}
