import './activity-figures';
import { ActivitySummaries } from './activity-summaries';

export const figureProviders = [ActivitySummaries];
export { ActivitySummaries };
