import type { RouteObject } from 'react-router';
import { paths } from '../../app/routes';

/** The room of a session, which has no menu around it. */
export const roomRoute = {
  path: `${paths.sessions}/:id/room`,
  lazy: async () => ({ Component: (await import('./room-page')).RoomPage }),
} satisfies RouteObject;
