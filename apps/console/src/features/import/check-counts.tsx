import { useTranslation } from 'react-i18next';
import { StateGlyph } from '../../components/state-glyph';

type Shown = 'ALL' | 'FAULTY' | 'BLOCKED' | 'FLAGGED' | 'GOOD';
const boxes = [
  ['GOOD', 'done'],
  ['FAULTY', 'late'],
  ['FLAGGED', 'risk'],
] as const;

/** On a phone: three figures in one row, each shows its rows. */
export function CheckCounts(props: { counts: Record<Shown, number>; shown: Shown; onShow(shown: Shown): void }) {
  const { t } = useTranslation('import');
  return (
    <div className="check-counts" role="group" aria-label={t('show.label')}>
      {boxes.map(([name, state]) => (
        <button
          key={name}
          type="button"
          aria-pressed={props.shown === name}
          data-state={state}
          onClick={() => props.onShow(props.shown === name ? 'ALL' : name)}
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
