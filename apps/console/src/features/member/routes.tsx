import type { RouteObject } from 'react-router';
import { paths } from '../../app/routes';

/** Pages of this feature. */
export const memberRoutes: RouteObject[] = [
  { path: paths.members, lazy: async () => ({ Component: (await import('./members-page')).MembersPage }) },
];
