import { useTranslation } from 'react-i18next';
import type { CycleStepRowFragment } from '../../generated/graphql';
import { moment } from '../../lib/dates';

/** What happened, the latest first. */
export function CycleSteps({ steps }: { steps: readonly CycleStepRowFragment[] }) {
  const { t } = useTranslation('cycle');
  if (steps.length === 0) return <p className="quiet">{t('noSteps')}</p>;
  return (
    <ol className="cycle-steps">
      {steps.map(({ id, kind, stage, dueOn, text, actorName, at }) => (
        <li key={id}>
          <p>
            <strong>{t(`step.${kind}`, { stage: stage ? t(`stage.${stage}`) : '', on: dueOn ?? '' })}</strong>
            <span className="quiet">{actorName ? t('by', { who: actorName, when: moment(at) }) : moment(at)}</span>
          </p>
          {text ? <p>{text}</p> : null}
        </li>
      ))}
    </ol>
  );
}
