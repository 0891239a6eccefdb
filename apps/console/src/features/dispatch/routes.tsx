import type { RouteObject } from 'react-router';
import { paths } from '../../app/routes';

/** Pages of this feature. */
export const dispatchRoutes: RouteObject[] = [
  { path: paths.dispatches, lazy: async () => ({ Component: (await import('./dispatches-page')).DispatchesPage }) },
  {
    path: `${paths.dispatches}/:id`,
    lazy: async () => ({ Component: (await import('./dispatch-page')).DispatchPage }),
  },
];
