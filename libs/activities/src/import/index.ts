import { ActivityImport } from './activity-import';
import { UndoActivities } from './undo-roster';
import { WriteActivities } from './write-roster';

/** Lists of activities out of Excel, for the providers of the activities module. */
export const activityImportProviders = [ActivityImport, UndoActivities, WriteActivities];
