import type { RouteObject } from 'react-router';
import { paths } from '../../app/routes';

/** Pages of this feature. */
export const schemeRoutes: RouteObject[] = [
  { path: paths.schemes, lazy: async () => ({ Component: (await import('./schemes-page')).SchemesPage }) },
  { path: `${paths.schemes}/:schemeId`, lazy: async () => ({ Component: (await import('./scheme-page')).SchemePage }) },
];
