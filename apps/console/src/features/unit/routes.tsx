import type { RouteObject } from 'react-router';

export const unitRoutes: RouteObject[] = [
  { path: '/units', lazy: async () => ({ Component: (await import('./units-page')).UnitsPage }) },
];
