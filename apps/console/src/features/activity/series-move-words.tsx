import { useTranslation } from 'react-i18next';
import { shortDay } from '../../lib/dates';
import { local } from '../../lib/i18n';
import type { ForeseenMove } from './use-series-move';

/** What moving a series means: how many dates, when they are then, and which stay, go or come. */
export function SeriesMoveWords({ foreseen }: { foreseen: ForeseenMove | undefined }) {
  const { t } = useTranslation('activity');
  if (!foreseen) return null;
  const { words, moved, dates, kept, cancelled, added, undoable } = foreseen;
  const days = (all: readonly string[]) => ({ count: all.length, days: all.map(shortDay).join(t('seriesMove.and')) });
  const notes = [
    kept.length ? t('seriesMove.kept', days(kept)) : null,
    cancelled.length ? t('seriesMove.cancelled', days(cancelled)) : null,
    added.length ? t('seriesMove.added', days(added)) : null,
    undoable ? null : t('seriesMove.final'),
  ].filter(Boolean);
  return (
    <section className="series-preview" aria-label={t('seriesMove.title')}>
      <p>{t('seriesMove.moved', { count: moved, words: local(words) })}</p>
      <ol>
        {dates.slice(0, 3).map(({ originalDate, date, shifted, holiday }) => (
          <li key={originalDate}>
            <span>{shortDay(date)}</span>
            {shifted ? (
              <span className="quiet">
                {t('series.shifted', { from: shortDay(originalDate), holiday: holiday ? local(holiday) : '' })}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {moved > 3 ? <p className="quiet">{t('seriesMove.more', { count: moved - 3 })}</p> : null}
      {notes.map((note) => (
        <p key={note} className="series-move-note">
          {note}
        </p>
      ))}
    </section>
  );
}
