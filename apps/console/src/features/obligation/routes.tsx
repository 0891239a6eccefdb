import type { RouteObject } from 'react-router';

export const obligationRoutes: RouteObject[] = [
  { path: '/obligations', lazy: async () => ({ Component: (await import('./board-page')).BoardPage }) },
];
