import { useTranslation } from 'react-i18next';
import type { FigureUnit } from '../../generated/graphql';

/** A figure in its unit, as one reads it. */
export function useFigureWords() {
  const { t, i18n } = useTranslation('figures');
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (unit: FigureUnit, value: number | null | undefined): string =>
    value === null || value === undefined ? t('none') : t(`unit.${unit}`, { value: number.format(value) });
}

/** Which matters a figure of decisions is counted from. */
const mattersOf: Readonly<Record<string, string>> = {
  'matter.reviewed': 'states=REVIEWED.FORWARDED.DECIDED.IN_EXECUTION.CLOSED',
  'matter.reviewedInTime': 'urgent=1',
  'matter.adoptionRate': 'outcomes=ADOPTED.ADOPTED_WITH_CHANGES.NOT_ADOPTED',
  'matter.executionOverdue': 'late=1',
};

/** Where the rows stand that a figure is counted from. */
export function rowsOf(key: string, { from, to }: { from: string; to: string }, within: string | null): string {
  const year = from.slice(0, 4);
  const scope = within ? `&within=${within}` : '';
  const matters = mattersOf[key];
  if (matters) return `/matters?${matters}${scope}`;
  return key.startsWith('obligation.')
    ? `/obligations?year=${year}${scope}`
    : `/activities?states=HELD.RECORDED&from=${from}&to=${to}${scope}`;
}
