import type { RouteObject } from 'react-router';
import { paths } from '../../app/routes';

/** Pages of this feature. */
export const attendanceRoutes: RouteObject[] = [
  { path: paths.own, lazy: async () => ({ Component: (await import('./own-activities-page')).OwnActivitiesPage }) },
  { path: '/attend/:id', lazy: async () => ({ Component: (await import('./attend-page')).AttendPage }) },
];

/** The screen of the room, which has no menu around it. */
export const screenRoute = {
  path: `${paths.activities}/:id/screen`,
  lazy: async () => ({ Component: (await import('./screen-page')).ScreenPage }),
} satisfies RouteObject;
