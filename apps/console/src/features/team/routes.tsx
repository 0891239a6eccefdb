import type { RouteObject } from 'react-router';
import { paths } from '../../app/routes';

/** Pages of this feature. */
export const teamRoutes: RouteObject[] = [
  { path: paths.teams, lazy: async () => ({ Component: (await import('./teams-page')).TeamsPage }) },
];
