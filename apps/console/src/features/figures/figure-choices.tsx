import { useTranslation } from 'react-i18next';
import type { FigureRowFragment } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { useFigureWords } from './words';

/** A figure that is also told by the type of activity; those stand below it once it is chosen. */
const divided = 'obligation.fulfilmentRate';
const isKind = (key: string): boolean => key.startsWith(`${divided}.`);

/** All figures at a glance; one of them is chosen. */
export function FigureChoices(props: {
  rows: readonly FigureRowFragment[];
  chosen: string | undefined;
  choose(key: string): void;
}) {
  const { t } = useTranslation('figures');
  const { rows, chosen = '' } = props;
  const kinds = rows.filter(({ figure }) => isKind(figure.key));
  const open = chosen === divided || isKind(chosen);
  const list = (title: string, some: readonly FigureRowFragment[]) => (
    <div className="figure-list" role="group" aria-label={title}>
      {some.map((row) => (
        <Choice key={row.figure.key} row={row} chosen={row.figure.key === chosen} choose={props.choose} />
      ))}
    </div>
  );
  return (
    <>
      {list(
        t('title'),
        rows.filter(({ figure }) => !isKind(figure.key)),
      )}
      {open && kinds.length ? (
        <>
          <h2 className="figure-kinds">{t('byType')}</h2>
          {list(t('byType'), kinds)}
        </>
      ) : null}
    </>
  );
}

function Choice(props: { row: FigureRowFragment; chosen: boolean; choose(key: string): void }) {
  const words = useFigureWords();
  const { figure, value } = props.row;
  return (
    <button
      type="button"
      className="figure-choice"
      aria-pressed={props.chosen}
      onClick={() => props.choose(figure.key)}
    >
      <span className="figure-choice-name">{local(figure.name)}</span>
      <span className="figure-choice-value">{words(figure.unit, value)}</span>
      <span className="figure-choice-text">{local(figure.definition)}</span>
    </button>
  );
}
