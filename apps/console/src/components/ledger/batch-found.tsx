import { useTranslation } from 'react-i18next';
import type { BatchFoundFragment } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { StateGlyph } from '../state-glyph';

/** What a batch would do, in a sentence; then why rows are skipped, the commonest reason first. */
export function BatchFound({ found }: { found: BatchFoundFragment }) {
  const { t } = useTranslation('ledger');
  const { changes, unchanged, skipped, along, inBackground } = found;
  const left = skipped.reduce((sum, { count }) => sum + count, 0);
  const parts = [
    t('batch.changes', { count: changes }),
    ...(along > 0 ? [t('batch.along', { count: along })] : []),
    ...(unchanged > 0 ? [t('batch.unchanged', { count: unchanged })] : []),
    ...(left > 0 ? [t('batch.skips', { count: left })] : []),
  ];
  return (
    <section className="batch-found" aria-label={t('batch.foreseen')} aria-live="polite">
      <p className="batch-sentence">{parts.join(t('batch.comma')) + t('batch.stop')}</p>
      {skipped.map(({ reason, count, names, message }) => (
        <p key={reason} className="batch-skip">
          <StateGlyph state="risk" />
          <span>
            {t('batch.skip', { count })}
            {local(message)}
            {/* of one row the words often say its name already */}
            {names.some((name) => !local(message).includes(name)) ? (
              <span className="quiet">
                {' '}
                {t(count > names.length ? 'batch.among' : 'batch.these', { names: names.join(t('batch.and')) })}
              </span>
            ) : null}
          </span>
        </p>
      ))}
      {inBackground ? <p className="quiet">{t('batch.background')}</p> : null}
    </section>
  );
}
