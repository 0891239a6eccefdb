import type { RouteObject } from 'react-router';
import { paths } from '../../app/routes';

/** Pages of this feature. */
export const supervisionRoutes: RouteObject[] = [
  { path: paths.tasks, lazy: async () => ({ Component: (await import('./own-tasks-page')).OwnTasksPage }) },
];
