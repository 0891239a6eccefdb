import { useTranslation } from 'react-i18next';
import './day-chip.css';

/** Off or worked; the word is the sign, so that nothing rests on colour. */
export function DayChip({ kind }: { kind: 'off' | 'work' }) {
  const { t } = useTranslation('domain');
  return <span className={`day-chip day-chip-${kind}`}>{t(`dayChip.${kind}`)}</span>;
}
