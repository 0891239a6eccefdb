import { useTranslation } from 'react-i18next';
import './basis-chip.css';

/** 依据: the article a figure, flag or refusal rests on. */
export function BasisChip({ children }: { children: string }) {
  const { t } = useTranslation('console');
  return (
    <span className="basis">
      <span className="basis-mark">{t('basis')}</span>
      {children}
    </span>
  );
}
