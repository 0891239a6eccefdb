import { ExportActivities } from './export-activities.job';
import { ExportActivitiesResolver } from './export-activities.resolver';

/** The ledger of activities as a file. */
export const exportProviders = [ExportActivities, ExportActivitiesResolver];
