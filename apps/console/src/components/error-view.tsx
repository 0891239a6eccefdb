import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { errorText, isOffline, refusalOf } from '../lib/errors';
import { useScope } from '../lib/scope';
import { StateGlyph } from './state-glyph';
import './error-view.css';

/** A request that failed, said in words: what happened, which permission or rule, what to do now. */
export function ErrorView({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation('console');
  const refusal = refusalOf(error);
  const refused = refusal?.code === 'FORBIDDEN';
  return (
    <div className="error-view" role="alert">
      <StateGlyph state={refused ? 'refused' : 'late'} size={16} />
      <div>
        <p className="error-view-title">
          {refused
            ? t('error.forbidden')
            : refusal?.code === 'NOT_FOUND'
              ? t('error.notFound')
              : isOffline(error)
                ? t('error.offlineTitle')
                : t('error.title')}
        </p>
        <p>{errorText(error)}</p>
        {refusal && refusal.code !== 'FORBIDDEN' ? (
          <p className="error-view-code">{[refusal.code, refusal.reason].filter(Boolean).join(' ')}</p>
        ) : null}
        {retry && !refused ? <Button onClick={retry}>{t('error.retry')}</Button> : null}
      </div>
    </div>
  );
}

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation('console');
  const { scoped } = useScope();
  return (
    <div className="error-view">
      <StateGlyph state="unplanned" size={16} />
      <div>
        <p className="error-view-title">{t('error.noPage')}</p>
        <p>{t('error.noPageText')}</p>
        <Link to={scoped('/')}>{t('error.toToday')}</Link>
      </div>
    </div>
  );
}
