import { useTranslation } from 'react-i18next';
import { StateGlyph } from '../../components/state-glyph';
import type { AssessmentCycleConductQuery } from '../../generated/graphql';
import { local } from '../../lib/i18n';

/** What a cycle lacks before it moves on. */
export function Gaps({ gaps, ready }: { gaps: AssessmentCycleConductQuery['assessmentCycleGaps']; ready: boolean }) {
  const { t } = useTranslation('cycle');
  if (!ready) return null;
  if (gaps.length === 0)
    return (
      <p className="cycle-gaps-none">
        <StateGlyph state="done" /> {t('gaps.none')}
      </p>
    );
  return (
    <ul className="cycle-gaps" aria-label={t('gaps.title')}>
      {gaps.map(({ kind, message, names, count, refuses }) => (
        <li key={kind}>
          <StateGlyph state={refuses ? 'late' : 'risk'} />
          <div>
            <p>{local(message)}</p>
            {names.length > 0 && kind !== 'NOTICE' ? (
              <p className="quiet">
                {names.slice(0, 8).join(t('listComma'))}
                {count > 8 ? t('gaps.more', { count }) : ''}
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
