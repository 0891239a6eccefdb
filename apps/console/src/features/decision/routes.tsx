import type { RouteObject } from 'react-router';
import { paths } from '../../app/routes';

/** Pages of this feature. */
export const decisionRoutes: RouteObject[] = [
  { path: paths.matters, lazy: async () => ({ Component: (await import('./matters-page')).MattersPage }) },
  { path: `${paths.matters}/:id`, lazy: async () => ({ Component: (await import('./matter-page')).MatterPage }) },
  {
    path: paths.reviewRules,
    lazy: async () => ({ Component: (await import('./review-rules-page')).ReviewRulesPage }),
  },
];
