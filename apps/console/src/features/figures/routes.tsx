import type { RouteObject } from 'react-router';

export const figureRoutes: RouteObject[] = [
  { path: '/figures', lazy: async () => ({ Component: (await import('./figures-page')).FiguresPage }) },
];
