import type { RouteObject } from 'react-router';

/** Pages of this feature. */
export const memberRoutes: RouteObject[] = [
  { path: 'members', lazy: async () => ({ Component: (await import('./members-page')).MembersPage }) },
];
