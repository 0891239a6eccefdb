import { activitiesEntities } from '@dangwu/activities';
import { accessEntities } from '@dangwu/access';
import { ballotEntities } from '@dangwu/ballots';
import { calendarEntities } from '@dangwu/calendar';
import { assessmentEntities } from '@dangwu/assessment';
import { decisionsEntities } from '@dangwu/decisions';
import { deskEntities } from '@dangwu/desk';
import { documentEntities } from '@dangwu/documents';
import { importEntities } from '@dangwu/imports';
import { membershipEntities } from '@dangwu/membership';
import { organizationEntities } from '@dangwu/organization';
import { platformEntities } from '@dangwu/platform/module';
import { RuleEntity } from '@dangwu/rules';

/** All tables that TypeORM writes. */
export const entities = [
  ...platformEntities,
  ...accessEntities,
  ...deskEntities,
  RuleEntity,
  ...calendarEntities,
  ...organizationEntities,
  ...importEntities,
  ...documentEntities,
  ...ballotEntities,
  ...membershipEntities,
  ...activitiesEntities,
  ...decisionsEntities,
  ...assessmentEntities,
];
