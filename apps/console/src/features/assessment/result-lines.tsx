import { useTranslation } from 'react-i18next';
import { local, type LocalText } from '../../lib/i18n';
import './result-figures.css';

/** So many are shown at once: the limit, and what settled the first places. */
const SHOWN = 3;

/** What is said of a group: the limit, ties and what settled them, who stayed outside. */
export function ResultLines({ lines }: { lines: readonly LocalText[] }) {
  const { t } = useTranslation('result');
  const shown = lines.length > SHOWN + 1 ? lines.slice(0, SHOWN) : lines;
  const more = lines.slice(shown.length);
  return (
    <div className="result-lines">
      <Lines lines={shown} />
      {more.length > 0 ? (
        <details>
          <summary>{t('group.more', { count: more.length })}</summary>
          <Lines lines={more} />
        </details>
      ) : null}
    </div>
  );
}

function Lines({ lines }: { lines: readonly LocalText[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.zh}>{local(line)}</li>
      ))}
    </ul>
  );
}
