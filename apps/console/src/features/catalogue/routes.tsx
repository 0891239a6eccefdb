import type { RouteObject } from 'react-router';
import { paths } from '../../app/routes';

/** Pages of this feature. */
export const catalogueRoutes: RouteObject[] = [
  { path: paths.catalogue, lazy: async () => ({ Component: (await import('./catalogue-page')).CataloguePage }) },
];
