import { useTranslation } from 'react-i18next';
import { StateGlyph } from '../../../components/state-glyph';
import type { MergeConsequencesQuery } from '../../../generated/graphql';
import { local } from '../../../lib/i18n';

/** What the server found when it tried the operation: how many organizations change, or why it is refused. */
export function Outcome({ found }: { found: MergeConsequencesQuery['mergeConsequences'] }) {
  const { t } = useTranslation('organization');
  return (
    <section className="consequences" aria-label={t('outcome.title')} aria-live="polite">
      <h3>{t('outcome.title')}</h3>
      {found.refusals.length === 0 ? <p>{t('outcome.changes', { count: found.organizationCount })}</p> : null}
      {found.refusals.map((refusal) => (
        <p key={refusal.zh} className="consequence-refusal" role="alert">
          <StateGlyph state="late" /> {local(refusal)}
        </p>
      ))}
    </section>
  );
}
