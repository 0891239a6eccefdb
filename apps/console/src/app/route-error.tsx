import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { errorText, isOffline, refusalOf } from '../lib/errors';
import './route-error.css';

/** A page that could not be shown at all: no server, or a part of the console that is no longer there. */
export function RouteError() {
  const { t } = useTranslation('console');
  const error = useRouteError();
  // A missing chunk means a newer version was put in place while this page was open.
  const outdated = error instanceof TypeError && /module|import/i.test(error.message);
  const known = Boolean(refusalOf(error)) || isOffline(error);
  if (!known) console.error(error);
  return (
    <main className="route-error" role="alert">
      <h1>{outdated ? t('error.outdatedTitle') : isOffline(error) ? t('error.offlineTitle') : t('error.title')}</h1>
      <p>{outdated ? t('error.outdated') : errorText(error)}</p>
      <button type="button" onClick={() => window.location.reload()}>
        {t('error.retry')}
      </button>
    </main>
  );
}
