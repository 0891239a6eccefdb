import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { StateGlyph } from '../../components/state-glyph';
import { DATED, orderOf } from './cycle-words';
import type { ResultOf } from './result-parts';

/** 经过: the stages the result goes through. */
export function ResultStages({ cycle }: { cycle: NonNullable<ResultOf['cycle']> }) {
  const { t } = useTranslation(['result', 'cycle']);
  const stages = DATED.flatMap((each) => cycle.stages.find(({ stage }) => stage === each) ?? []);
  const at = orderOf(cycle.stage);
  return (
    <Panel title={t('stages.title')} note={t('stages.at', { count: stages.length, at })}>
      <ol className="result-stages">
        {stages.map(({ id, stage, dueOn, beganAt }) => {
          const passed = orderOf(stage) < at || cycle.stage === 'FINAL';
          return (
            <li key={id} aria-current={stage === cycle.stage ? 'step' : undefined}>
              <StateGlyph
                state={passed ? (beganAt ? 'done' : 'refused') : stage === cycle.stage ? 'planned' : 'unplanned'}
              />
              <span>{t(`cycle:stage.${stage}`)}</span>
              <span className="quiet">
                {stage === cycle.stage && !passed ? t('cycle:until', { on: dueOn }) : dueOn}
              </span>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
