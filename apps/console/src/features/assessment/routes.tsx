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
  {
    path: `${paths.assessments}/:cycleId/results/:assessmentId`,
    lazy: async () => ({ Component: (await import('./result-page')).ResultPage }),
  },
  {
    path: `${paths.assessments}/:cycleId/compare`,
    lazy: async () => ({ Component: (await import('./compare-page')).ComparePage }),
  },
  {
    path: `${paths.assessments}/:cycleId/moderation`,
    lazy: async () => ({ Component: (await import('./moderation-page')).ModerationPage }),
  },
  {
    path: `${paths.assessments}/:cycleId/notice`,
    lazy: async () => ({ Component: (await import('./notice-page')).NoticePage }),
  },
  {
    path: `${paths.assessments}/:cycleId/votes`,
    lazy: async () => ({ Component: (await import('./votes-page')).VotesPage }),
  },
  {
    path: `${paths.myScores}/votes/:voteId`,
    lazy: async () => ({ Component: (await import('./own-vote-page')).OwnVotePage }),
  },
  { path: paths.myScores, lazy: async () => ({ Component: (await import('./my-scores-page')).MyScoresPage }) },
];
