import { DissolutionChecks } from '@dangwu/organization';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';
import { ActivityEntity } from './activity.entity';
import { ActivityState } from './activity.enums';
import { activityErrors } from './activity.errors';

/** An organization is not dissolved while it has activities on that day or later. */
@Injectable()
export class ActivityDissolution implements OnModuleInit {
  constructor(private readonly checks: DissolutionChecks) {}

  onModuleInit(): void {
    this.checks.add(async (tx, { organizationId, name, on }) => {
      const state = In([ActivityState.SCHEDULED, ActivityState.HELD]);
      const count = await tx.countBy(ActivityEntity, { organizationId, state, heldOn: MoreThanOrEqual(on) });
      if (count > 0) throw activityErrors.ORGANIZATION_HAS_ACTIVITIES({ name, on, count });
    });
  }
}
