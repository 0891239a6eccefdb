import type { RouteObject } from 'react-router';
import { paths } from '../../app/routes';

/** Pages of this feature. */
export const documentNumberRoutes: RouteObject[] = [
  {
    path: paths.documentNumbers,
    lazy: async () => ({ Component: (await import('./document-numbers-page')).DocumentNumbersPage }),
  },
];
