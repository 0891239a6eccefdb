import type { RouteObject } from 'react-router';

/** Pages of this feature. */
export const explorerRoutes: RouteObject[] = [
  { path: 'graphiql', lazy: async () => ({ Component: (await import('./explorer-page')).ExplorerPage }) },
];
