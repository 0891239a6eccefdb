import { useTranslation } from 'react-i18next';
import type { AttendanceState } from '../../generated/graphql';

/** One of several states side by side; the arrow keys choose among them. */
export function StateChoice(props: {
  /** whom it is about */
  label: string;
  group: string;
  choices: readonly AttendanceState[];
  value: AttendanceState;
  onChoose(state: AttendanceState): void;
}) {
  const { t } = useTranslation('attendance');
  return (
    <fieldset className="state-choice" aria-label={props.label}>
      {props.choices.map((choice) => (
        <label key={choice} className={`choice-${choice}`} title={t(`state.${choice}`)}>
          <input
            type="radio"
            name={props.group}
            value={choice}
            checked={props.value === choice}
            aria-label={t(`state.${choice}`)}
            onChange={() => props.onChoose(choice)}
          />
          <span aria-hidden="true">{t(`short.${choice}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
