import { useId } from 'react';

/** One of several words side by side; a tap chooses, the arrow keys go among them. */
export function Tap<Key extends string>(props: {
  /** whom it is about */
  label: string;
  choices: readonly { key: Key; word: string; short?: string }[];
  value: Key | null;
  onChoose(key: Key): void;
}) {
  const group = useId();
  return (
    <fieldset className="room-tap" aria-label={props.label}>
      {props.choices.map(({ key, word, short }) => (
        <label key={key} className={`tap-${key}`} title={word}>
          <input
            type="radio"
            name={group}
            value={key}
            checked={props.value === key}
            aria-label={word}
            onChange={() => props.onChoose(key)}
          />
          <span aria-hidden="true">{short ?? word}</span>
        </label>
      ))}
    </fieldset>
  );
}
