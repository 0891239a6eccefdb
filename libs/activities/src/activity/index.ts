import { ActivityConflicts } from './activity-conflicts';
import { ActivityDays } from './activity-days';
import { ActivityDissolution } from './activity-dissolution';
import { ActivityDuties } from './activity-duties';
import { ActivityFrame } from './activity-frame';
import { ActivityEntity } from './activity.entity';
import { ActivityMutations } from './activity-mutations.resolver';
import {
  ActivityAbilitiesModel,
  ActivityModel,
  ActivityQuorumModel,
  ActivityStepModel,
  organizationActivities,
} from './activity.read-model';
import { ActivityResolver, OrganizationActivityFields } from './activity.resolver';
import { ActivityService } from './activity.service';
import { ActivityStepEntity } from './activity-step.entity';
import { ChangeActivity } from './change-activity';
import { HoldPastActivities } from './hold-past-activities.job';
import { PutOffActivity } from './put-off-activity';
import { RecordActivity } from './record-activity';
import { RecordHeldActivity } from './record-held';
import { VenueBookings } from './venue-bookings';
import { WriteRecord } from './write-record';

export const activityEntities = [ActivityEntity, ActivityStepEntity];
export const activityModels = [
  ActivityModel,
  ActivityAbilitiesModel,
  ActivityQuorumModel,
  ActivityStepModel,
  organizationActivities,
];

/** What is planned, held and recorded, for the providers of the activities module. */
export const activityProviders = [
  ActivityConflicts,
  ActivityDays,
  ActivityDissolution,
  ActivityDuties,
  ActivityFrame,
  ActivityMutations,
  ActivityResolver,
  ActivityService,
  ChangeActivity,
  HoldPastActivities,
  OrganizationActivityFields,
  PutOffActivity,
  RecordActivity,
  RecordHeldActivity,
  VenueBookings,
  WriteRecord,
];
