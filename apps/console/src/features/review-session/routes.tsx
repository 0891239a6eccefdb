import type { RouteObject } from 'react-router';
import { paths } from '../../app/routes';

/** Pages of this feature; the room stands by itself. */
export const reviewSessionRoutes: RouteObject[] = [
  { path: paths.sessions, lazy: async () => ({ Component: (await import('./sessions-page')).SessionsPage }) },
  { path: `${paths.sessions}/:id`, lazy: async () => ({ Component: (await import('./session-page')).SessionPage }) },
];
