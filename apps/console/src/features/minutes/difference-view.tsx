import { useTranslation } from 'react-i18next';
import type { DifferenceLine } from './difference';

/** Lines that went and came, each with its word, so that colour is not needed. */
export function DifferenceView(props: { lines: readonly DifferenceLine[]; gone: string; added: string }) {
  const { t } = useTranslation('minutes');
  const words = { gone: props.gone, new: props.added, same: null };
  if (props.lines.every(({ kind }) => kind === 'same')) return <p className="quiet">{t('version.noDifference')}</p>;
  return (
    <ul className="minutes-difference" tabIndex={0} aria-label={t('version.difference')}>
      {props.lines.map(({ kind, text }, i) => (
        <li key={i} data-kind={kind}>
          {words[kind] ? <strong>{words[kind]}</strong> : null}
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
