import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { VoteChoice } from '../../generated/graphql';

export const CHOICES: readonly VoteChoice[] = ['FOR', 'AGAINST', 'ABSTAIN'];

/** The three answers, large enough for a thumb. */
export function Choices(props: { label: string; value: VoteChoice | null; onChoose(choice: VoteChoice): void }) {
  const { t } = useTranslation('room');
  const group = useId();
  return (
    <fieldset className="room-choices">
      <legend className="sr-only">{props.label}</legend>
      {CHOICES.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={group}
            value={choice}
            checked={props.value === choice}
            onChange={() => props.onChoose(choice)}
          />
          {t(`choice.${choice}`)}
        </label>
      ))}
    </fieldset>
  );
}
