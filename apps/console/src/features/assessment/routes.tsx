import type { RouteObject } from 'react-router';
import { paths } from '../../app/routes';

/** Pages of this feature. */
export const assessmentRoutes: RouteObject[] = [
  { path: paths.assessments, lazy: async () => ({ Component: (await import('./cycles-page')).CyclesPage }) },
  {
    path: `${paths.assessments}/new`,
    lazy: async () => ({ Component: (await import('./cycle-new-page')).CycleNewPage }),
  },
  {
    path: `${paths.assessments}/:cycleId`,
    lazy: async () => ({ Component: (await import('./cycle-page')).CyclePage }),
  },
  {
    path: `${paths.assessments}/:cycleId/sheet/:assessmentId`,
    lazy: async () => ({ Component: (await import('./sheet-page')).SheetPage }),
  },
  { path: paths.myScores, lazy: async () => ({ Component: (await import('./my-scores-page')).MyScoresPage }) },
];
