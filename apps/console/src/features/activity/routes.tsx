import type { RouteObject } from 'react-router';
import { paths } from '../../app/routes';

/** Pages of this feature. */
export const activityRoutes: RouteObject[] = [
  { path: paths.calendar, lazy: async () => ({ Component: (await import('./calendar-page')).CalendarPage }) },
  { path: paths.activities, lazy: async () => ({ Component: (await import('./activities-page')).ActivitiesPage }) },
  {
    path: `${paths.activities}/:id`,
    lazy: async () => ({ Component: (await import('./activity-page')).ActivityPage }),
  },
  {
    path: `${paths.activities}/:id/minutes`,
    lazy: async () => ({ Component: (await import('../minutes/minutes-page')).MinutesPage }),
  },
];
