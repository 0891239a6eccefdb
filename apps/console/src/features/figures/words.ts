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

/** The list of the console in which the rows of a figure stand among others; null where there is none for its days. */
export function rowsOf(key: string, { from, to }: { from: string; to: string }, within: string | null): string | null {
  const scope = within ? `&within=${within}` : '';
  const matters = mattersOf[key];
  if (matters) return `/matters?${matters}${scope}`;
  if (key.startsWith('obligation.')) return `/obligations?year=${from.slice(0, 4)}${scope}`;
  if (key === 'coverage.rate') return `/units${scope.replace('&', '?')}`;
  if (key === 'reelection.onTimeRate') return `/teams?states=OVERDUE.ENDING.CURRENT.FORMER${scope}`;
  return /^(activity|attendance|study|minutes)\./.test(key)
    ? `/activities?states=HELD.RECORDED&from=${from}&to=${to}${scope}`
    : null;
}

/** The page on which a row of a figure stands. */
export function rowAddress({ id, organizationId, day }: { id: string; organizationId: string; day: string }): string {
  const [type] = id.split('_');
  switch (type) {
    case 'Activity':
      return `/activities/${id}`;
    case 'Obligation':
      return `/obligations?year=${day.slice(0, 4)}&within=${organizationId}`;
    case 'Matter':
      return `/matters/${id}`;
    case 'Unit':
      return `/units?unit=${id}`;
    case 'Member':
      return `/members?member=${id}`;
    case 'LeadershipTeam':
      return `/teams?organization=${organizationId}&states=OVERDUE.ENDING.CURRENT.FORMER`;
    default:
      return `/organizations/${organizationId}`;
  }
}
