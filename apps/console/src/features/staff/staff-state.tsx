import { useTranslation } from 'react-i18next';
import { StateWord } from '../../components/state-glyph';
import type { StaffRowFragment } from '../../generated/graphql';
import { useAsOf } from '../../lib/as-of';
import { today } from '../../lib/dates';

type Assigned = Pick<StaffRowFragment, 'since' | 'until' | 'handoverMissing'>;

/** Whether somebody is in office on the day; `notable` says nothing of those who simply are. */
export function StaffState({ staff, notable }: { staff: Assigned; notable?: boolean }) {
  const { t } = useTranslation('staff');
  const { asOf } = useAsOf();
  const on = asOf ?? today();
  const { since, until, handoverMissing } = staff;
  if (handoverMissing) return <StateWord state="risk">{t('state.missing')}</StateWord>;
  if (until && until <= on) return <StateWord state="waived">{t('state.ended')}</StateWord>;
  if (since > on) return <StateWord state="planned">{t('state.coming')}</StateWord>;
  // on a past day nobody knew yet
  if (until && !asOf) return <StateWord state="planned">{t('state.leaving', { date: until })}</StateWord>;
  return notable ? null : t('state.serving');
}
