import { createBrowserRouter, redirect, type LoaderFunctionArgs } from 'react-router';
import { activityRoutes } from '../features/activity/routes';
import { assessmentRoutes } from '../features/assessment/routes';
import { attendanceRoutes, screenRoute } from '../features/attendance/routes';
import { auditRoutes } from '../features/audit/routes';
import { accountRoutes } from '../features/account/routes';
import { accountsRoutes } from '../features/accounts/routes';
import { dispatchRoutes } from '../features/dispatch/routes';
import { documentNumberRoutes } from '../features/document-number/routes';
import { reviewSessionRoutes } from '../features/review-session/routes';
import { explorerRoutes } from '../features/explorer/routes';
import { accessRoutes } from '../features/access/routes';
import { decisionRoutes } from '../features/decision/routes';
import { figureRoutes } from '../features/figures/routes';
import { catalogueRoutes } from '../features/catalogue/routes';
import { holidayRoutes } from '../features/holidays/routes';
import { importRoutes } from '../features/import/routes';
import { memberRoutes } from '../features/member/routes';
import { organizationRoutes } from '../features/organization/routes';
import { staffRoutes } from '../features/staff/routes';
import { teamRoutes } from '../features/team/routes';
import { planRoutes } from '../features/plan/routes';
import { roomRoute } from '../features/room/routes';
import { obligationRoutes } from '../features/obligation/routes';
import { schemeRoutes } from '../features/scheme/routes';
import { supervisionRoutes } from '../features/supervision/routes';
import { unitRoutes } from '../features/unit/routes';
import { SessionDocument } from '../generated/graphql';
import { apollo, onSignedOut } from '../lib/apollo';
import { RouteError } from './route-error';
import { paths } from './routes';

/** Nobody signed in: the sign-in page, and back here afterwards. */
async function signedIn({ request }: LoaderFunctionArgs) {
  const { data } = await apollo.query({ query: SessionDocument, fetchPolicy: 'network-only' });
  if (data?.session) return data.session;
  const { pathname, search } = new URL(request.url);
  const to = pathname + search;
  throw redirect(to === '/' ? paths.signIn : `${paths.signIn}?${new URLSearchParams({ to })}`);
}

export const router = createBrowserRouter([
  {
    errorElement: <RouteError />,
    hydrateFallbackElement: <></>,
    children: [
      {
        path: paths.signIn,
        lazy: async () => ({ Component: (await import('../features/session/sign-in-page')).SignInPage }),
      },
      {
        path: '/forgotten',
        lazy: async () => ({ Component: (await import('../features/session/forgotten-page')).ForgottenPage }),
      },
      {
        path: '/password',
        lazy: async () => ({ Component: (await import('../features/session/link-page')).LinkPage }),
      },
      {
        path: '/setup',
        lazy: async () => ({ Component: (await import('../features/setup/setup-page')).SetupPage }),
      },
      { ...screenRoute, loader: signedIn },
      { ...roomRoute, loader: signedIn },
      {
        id: 'shell',
        loader: signedIn,
        // Who is signed in is asked once; a refused request later leads to the sign-in page by itself.
        shouldRevalidate: () => false,
        lazy: async () => ({ Component: (await import('./shell')).Shell }),
        children: [
          {
            index: true,
            lazy: async () => ({ Component: (await import('../features/today/today-page')).TodayPage }),
          },
          ...organizationRoutes,
          ...unitRoutes,
          ...memberRoutes,
          ...teamRoutes,
          ...staffRoutes,
          ...activityRoutes,
          ...attendanceRoutes,
          ...supervisionRoutes,
          ...planRoutes,
          ...obligationRoutes,
          ...figureRoutes,
          ...decisionRoutes,
          ...reviewSessionRoutes,
          ...dispatchRoutes,
          ...assessmentRoutes,
          ...schemeRoutes,
          ...documentNumberRoutes,
          ...catalogueRoutes,
          ...importRoutes,
          ...auditRoutes,
          ...accountRoutes,
          ...accountsRoutes,
          ...explorerRoutes,
          ...accessRoutes,
          ...holidayRoutes,
          {
            path: paths.rules,
            lazy: async () => ({ Component: (await import('../features/rules/rules-page')).RulesPage }),
          },
          {
            path: paths.notifications,
            lazy: async () => ({
              Component: (await import('../features/notifications/notifications-page')).NotificationsPage,
            }),
          },
          { path: '*', lazy: async () => ({ Component: (await import('../components/error-view')).NotFound }) },
        ],
      },
    ],
  },
]);

/** Pages in front of the shell, where nobody has to be signed in. */
const doors: string[] = [paths.signIn, '/forgotten', '/password', '/setup'];

onSignedOut(() => {
  const { pathname, search } = router.state.location;
  if (doors.includes(pathname)) return;
  void apollo.clearStore();
  void router.navigate(`${paths.signIn}?${new URLSearchParams({ to: pathname + search, expired: '1' })}`);
});
