import { useTranslation } from 'react-i18next';
import { StateGlyph } from '../../components/state-glyph';

type Shown = 'ALL' | 'FAULTY' | 'BLOCKED' | 'FLAGGED' | 'GOOD';
const boxes = [
  ['GOOD', 'done'],
  ['FAULTY', 'late'],
  ['BLOCKED', 'unplanned'],
  ['FLAGGED', 'risk'],
] as const;

/** On a phone: the figures in one row, each shows its rows. */
export function CheckCounts(props: { counts: Record<Shown, number>; shown: Shown; onShow(shown: Shown): void }) {
  const { t } = useTranslation('import');
  return (
    <div className="check-counts" role="group" aria-label={t('show.label')}>
      {boxes
        .filter(([name]) => name !== 'BLOCKED' || props.counts.BLOCKED > 0)
        .map(([name, state]) => (
          <button
            key={name}
            type="button"
            aria-pressed={props.shown === name}
            data-state={state}
            onClick={() => props.onShow(name)}
          >
            <span>
              <StateGlyph state={state} /> {t(`show.${name}`)}
            </span>
            <strong>{props.counts[name]}</strong>
          </button>
        ))}
    </div>
  );
}
