import { useTranslation } from 'react-i18next';
import { StateGlyph, type State } from '../../components/state-glyph';
import type { CycleStage, CycleStageRowFragment } from '../../generated/graphql';
import { DATED, orderOf } from './cycle-words';
import './cycle.css';

/** The stages of a cycle with their deadlines, and where it stands: a line across, a list on a phone. */
export function StageBar(props: {
  stages: readonly CycleStageRowFragment[];
  stage: CycleStage;
  late: boolean;
  cancelled: boolean;
}) {
  const { t } = useTranslation('cycle');
  const { stages, stage, late, cancelled } = props;
  const by = new Map(stages.map((one) => [one.stage, one]));
  const shown = DATED.flatMap((each) => by.get(each) ?? []);
  const signOf = (one: CycleStageRowFragment): State => {
    if (orderOf(one.stage) < orderOf(stage)) return one.beganAt ? 'done' : 'refused';
    if (one.stage !== stage) return 'unplanned';
    if (stage === 'FINAL') return 'done';
    return cancelled ? 'waived' : late ? 'late' : 'planned';
  };
  return (
    <ol className="stage-bar panel" aria-label={t('stages')}>
      {shown.map((one) => {
        const now = one.stage === stage && !cancelled;
        return (
          <li key={one.id} aria-current={now ? 'step' : undefined}>
            <StateGlyph state={signOf(one)} size={14} />
            <span className="stage-name">{t(`stage.${one.stage}`)}</span>
            <span className="stage-due">
              {one.endedAt || !one.beganAt || !now ? one.dueOn.slice(5) : t('until', { on: one.dueOn.slice(5) })}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
