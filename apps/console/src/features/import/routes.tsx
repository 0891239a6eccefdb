import type { RouteObject } from 'react-router';

/** Pages of this feature. */
export const importRoutes: RouteObject[] = [
  { path: 'import', lazy: async () => ({ Component: (await import('./import-list-page')).ImportListPage }) },
  { path: 'import/:id', lazy: async () => ({ Component: (await import('./import-page')).ImportPage }) },
];
