import type { RouteObject } from 'react-router';
import { paths } from '../../app/routes';

/** Pages of this feature. */
export const planRoutes: RouteObject[] = [
  { path: paths.plans, lazy: async () => ({ Component: (await import('./plan-page')).PlanPage }) },
];
