import type { RouteObject } from 'react-router';

/** Pages of this feature. One route for both addresses, so that the tree stays as the reader opened it. */
export const organizationRoutes: RouteObject[] = [
  {
    path: 'organizations/:id?',
    lazy: async () => ({ Component: (await import('./organizations-page')).OrganizationsPage }),
  },
];
