import { useTranslation } from 'react-i18next';
import { today } from '../../../lib/dates';

/** What is said afterwards: `done`, or that it waits for its day. */
export function useDoneText(): (effectiveOn: string, done: string) => string {
  const { t } = useTranslation('organization');
  return (effectiveOn, done) => (effectiveOn > today() ? t('operation.pendingDone', { date: effectiveOn }) : done);
}
