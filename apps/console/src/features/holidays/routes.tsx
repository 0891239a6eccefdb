import type { RouteObject } from 'react-router';
import { paths } from '../../app/routes';

/** Pages of this feature. */
export const holidayRoutes: RouteObject[] = [
  { path: paths.holidays, lazy: async () => ({ Component: (await import('./holidays-page')).HolidaysPage }) },
];
