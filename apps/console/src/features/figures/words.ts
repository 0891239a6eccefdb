import { useTranslation } from 'react-i18next';
import type { FigureUnit } from '../../generated/graphql';

/** A figure in its unit, as one reads it. */
export function useFigureWords() {
  const { t, i18n } = useTranslation('figures');
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (unit: FigureUnit, value: number | null | undefined): string =>
    value === null || value === undefined ? t('none') : t(`unit.${unit}`, { value: number.format(value) });
}

/** Where the rows stand that a figure is counted from. */
export function rowsOf(key: string, { from, to }: { from: string; to: string }, within: string | null): string {
  const year = from.slice(0, 4);
  const scope = within ? `&within=${within}` : '';
  return key.startsWith('obligation.')
    ? `/obligations?year=${year}${scope}`
    : `/activities?states=HELD.RECORDED&from=${from}&to=${to}${scope}`;
}
