import type { RouteObject } from 'react-router';
import { paths } from '../../app/routes';

/** Pages of this feature. */
export const staffRoutes: RouteObject[] = [
  { path: paths.staff, lazy: async () => ({ Component: (await import('./staff-page')).StaffPage }) },
  { path: paths.handovers, lazy: async () => ({ Component: (await import('./handovers-page')).HandoversPage }) },
];
