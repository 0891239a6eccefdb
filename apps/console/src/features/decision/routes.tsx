import type { RouteObject } from 'react-router';
import { paths } from '../../app/routes';

/** Pages of this feature. */
export const decisionRoutes: RouteObject[] = [
  { path: paths.matters, lazy: async () => ({ Component: (await import('./matters-page')).MattersPage }) },
  { path: `${paths.matters}/:id`, lazy: async () => ({ Component: (await import('./matter-page')).MatterPage }) },
  { path: paths.reviews, lazy: async () => ({ Component: (await import('./own-reviews-page')).OwnReviewsPage }) },
  { path: `${paths.reviews}/:id`, lazy: async () => ({ Component: (await import('./review-page')).ReviewPage }) },
  {
    path: paths.reviewRules,
    lazy: async () => ({ Component: (await import('./review-rules-page')).ReviewRulesPage }),
  },
];
