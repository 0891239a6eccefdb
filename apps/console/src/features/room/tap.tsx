import { useId, useState } from 'react';

/** One of several words side by side; a tap chooses, the arrow keys go among them. */
export function Tap<Key extends string>(props: {
  /** whom it is about */
  label: string;
  choices: readonly { key: Key; word: string; short?: string }[];
  value: Key | null;
  onChoose(key: Key): unknown;
}) {
  const group = useId();
  // what was just said stands at once, until it is known or refused
  const [said, setSaid] = useState<Key | null>(null);
  const choose = async (key: Key) => {
    setSaid(key);
    await props.onChoose(key);
    setSaid((now) => (now === key ? null : now));
  };
  return (
    <fieldset className="room-tap" aria-label={props.label}>
      {props.choices.map(({ key, word, short }) => (
        <label key={key} className={`tap-${key}`} title={word}>
          <input
            type="radio"
            name={group}
            value={key}
            checked={(said ?? props.value) === key}
            aria-label={word}
            onChange={() => void choose(key)}
          />
          <span aria-hidden="true">{short ?? word}</span>
        </label>
      ))}
    </fieldset>
  );
}
