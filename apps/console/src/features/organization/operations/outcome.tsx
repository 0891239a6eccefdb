import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../../components/error-view';
import { StateGlyph, type State } from '../../../components/state-glyph';
import type { ForeseenFragment } from '../../../generated/graphql';
import { local, type LocalText } from '../../../lib/i18n';

/** Lines of one kind that are shown; the rest is counted. */
const SHOWN = 8;

/** What the server found when it tried the operation: what becomes of whom, what stays, or why it is refused. */
export function Outcome({ found }: { found: ForeseenFragment }) {
  const { t } = useTranslation('organization');
  const refused = found.refusals.length > 0;
  return (
    <section className="consequences" aria-label={t('outcome.title')} aria-live="polite">
      <h3>{t('outcome.title')}</h3>
      {refused ? null : (
        <p className="outcome-sum">
          {found.organizationCount > 0 ? t('outcome.changes', { count: found.organizationCount }) : t('outcome.none')}
        </p>
      )}
      <Lines texts={found.changes} />
      <Lines title={t('outcome.falling')} texts={found.falling} state="waived" />
      <Lines title={t('outcome.raised')} texts={found.flagsRaised} state="risk" />
      <Lines title={t('outcome.cleared')} texts={found.flagsCleared} state="done" />
      <Lines texts={found.stays} />
      {found.warnings.map((warning) => (
        <p key={warning.zh} className="consequence-warning">
          <StateGlyph state="risk" /> {local(warning)}
        </p>
      ))}
      {found.refusals.map((refusal) => (
        <p key={refusal.zh} className="consequence-refusal" role="alert">
          <StateGlyph state="late" /> {local(refusal)}
        </p>
      ))}
    </section>
  );
}

function Lines({ title, texts, state }: { title?: string; texts: readonly LocalText[]; state?: State }) {
  const { t } = useTranslation('organization');
  if (texts.length === 0) return null;
  return (
    <>
      {title ? <h4>{title}</h4> : null}
      <ul className="outcome-lines">
        {texts.slice(0, SHOWN).map((text) => (
          <li key={text.zh}>
            {state ? <StateGlyph state={state} /> : null} {local(text)}
          </li>
        ))}
        {texts.length > SHOWN ? <li className="quiet">{t('outcome.more', { count: texts.length - SHOWN })}</li> : null}
      </ul>
    </>
  );
}

/** The same while it is asked for, and when that fails. */
export function Foreseeing(props: { found?: ForeseenFragment; loading: boolean; error?: unknown; retry(): unknown }) {
  const { found, loading, error } = props;
  return (
    <>
      {error ? <ErrorView error={error} retry={() => void props.retry()} /> : null}
      {loading ? <Spin size="small" /> : null}
      {found && !loading ? <Outcome found={found} /> : null}
    </>
  );
}
