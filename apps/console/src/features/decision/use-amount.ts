import { useTranslation } from 'react-i18next';
import { figureOf } from './amount';

/** Says amounts in the language shown now: 460 万元. */
export function useAmount(): (fen: string) => string {
  const { t } = useTranslation('decision');
  return (fen) => {
    const { unit, figure } = figureOf(fen);
    return t(`amount.${unit}`, { figure });
  };
}

/** Says bands of amounts: 50 万元以上、300 万元以下; words for all amounts when there is one band. */
export function useBand(): (band: { amountFrom: string; amountTo: string | null }) => string {
  const { t } = useTranslation('decision');
  const amount = useAmount();
  return ({ amountFrom, amountTo }) => {
    if (amountFrom === '0') return amountTo === null ? t('band.all') : t('band.below', { to: amount(amountTo) });
    const from = amount(amountFrom);
    return amountTo === null ? t('band.from', { from }) : t('band.between', { from, to: amount(amountTo) });
  };
}
