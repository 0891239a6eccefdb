import { ChangeOffDays } from './change-off-days';
import { DayOffActivities } from './day-off-activities';
import { DayOffActivitiesResolver } from './day-off-activities.resolver';

/** What a later notice makes fall on days off, for the providers of the activities module. */
export const dayOffProviders = [ChangeOffDays, DayOffActivities, DayOffActivitiesResolver];
