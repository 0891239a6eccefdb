import { DissolutionChecks } from '@dangwu/organization';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { openAfter } from '../dated';
import { StaffAssignmentEntity } from './staff-assignment.entity';
import { staffErrors } from './staff.errors';

/** An organization is not dissolved while it has staff on that day or later. */
@Injectable()
export class StaffDissolution implements OnModuleInit {
  constructor(private readonly checks: DissolutionChecks) {}

  onModuleInit(): void {
    this.checks.add(async (tx, { organizationId, name, on }) => {
      const open = openAfter(on).map((until) => ({ organizationId, ...until }));
      const count = await tx.countBy(StaffAssignmentEntity, open);
      if (count > 0) throw staffErrors.ORGANIZATION_HAS_STAFF({ name, count });
    });
  }
}
