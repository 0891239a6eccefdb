import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLoaderData, useLocation } from 'react-router';
import { SessionDocument, type SignedInFragment } from '../generated/graphql';
import { apollo } from '../lib/apollo';
import { useLiveEvent } from '../lib/live-events';
import { useNarrow } from '../lib/narrow';
import { SessionContext } from '../lib/session';
import { AsOfFrame } from './as-of';
import { MobileTabs, MobileTop } from './mobile-bars';
import { Providers } from './providers';
import { Overlays } from './overlays';
import { Sider } from './sider';
import { TopBar } from './top-bar';
import './shell.css';

/** What stands around every page for somebody who is signed in. */
export function Shell() {
  const loaded = useLoaderData<SignedInFragment>();
  const [session, setSession] = useState(loaded);
  // A role was given or taken: what is offered follows at once, and what is shown is asked for anew.
  useLiveEvent('access', () => {
    void apollo.query({ query: SessionDocument, fetchPolicy: 'network-only' }).then(({ data }) => {
      if (data?.session) setSession(data.session);
      return apollo.resetStore();
    });
  });
  return (
    <SessionContext value={session}>
      <Providers>
        <Frame />
      </Providers>
    </SessionContext>
  );
}

function Frame() {
  const { t } = useTranslation(['console', 'domain']);
  const narrow = useNarrow();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const first = useRef(true);
  useEffect(() => {
    // A new page: its title is read out and Tab starts there. Not on the first page, which has just been loaded.
    if (!first.current) main.current?.querySelector('h1')?.focus();
    first.current = false;
  }, [pathname]);
  return (
    <>
      <a className="skip-link" href="#content">
        {t('shell.skip')}
      </a>
      <div className={narrow ? 'shell shell-narrow' : 'shell'}>
        {narrow ? <MobileTop /> : <Sider />}
        <div className="shell-work">
          {narrow ? null : <TopBar />}
          <main id="content" ref={main} tabIndex={-1}>
            <AsOfFrame>
              <Suspense fallback={<div className="page-wait" aria-busy="true" />}>
                <Outlet />
              </Suspense>
            </AsOfFrame>
          </main>
        </div>
        {narrow ? <MobileTabs /> : null}
      </div>
      <Overlays />
    </>
  );
}
