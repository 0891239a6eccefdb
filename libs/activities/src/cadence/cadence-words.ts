import type { Messages } from '@dangwu/platform/errors';
import type { Period } from './cadence.enums';

/** What people call the periods: in the audit log. */
export const periodWords: Readonly<Record<Period, Messages>> = {
  WEEK: { zh: '周', en: 'week' },
  MONTH: { zh: '月', en: 'month' },
  QUARTER: { zh: '季度', en: 'quarter' },
  HALF_YEAR: { zh: '半年', en: 'half-year' },
  YEAR: { zh: '年', en: 'year' },
};
