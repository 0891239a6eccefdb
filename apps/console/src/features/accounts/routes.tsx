import type { RouteObject } from 'react-router';

export const accountsRoutes: RouteObject[] = [
  { path: '/accounts', lazy: async () => ({ Component: (await import('./accounts-page')).AccountsPage }) },
];
