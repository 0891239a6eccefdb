import type { RouteObject } from 'react-router';

/** Pages of this feature. */
export const teamRoutes: RouteObject[] = [
  { path: 'teams', lazy: async () => ({ Component: (await import('./teams-page')).TeamsPage }) },
];
