import { useTranslation } from 'react-i18next';
import { StateWord } from '../../components/state-glyph';
import type { GrantRowFragment } from '../../generated/graphql';
import { dayOf, daysUntil, moment } from '../../lib/dates';

/** A grant is announced so many days before it ends. */
export const SOON = 14;

/** The last day on which it holds: one that ends at midnight ends with the day before. */
export const lastDay = (until: string): string => dayOf(new Date(Date.parse(until) - 1).toISOString());

export type GrantState = 'holds' | 'soon' | 'coming' | 'ended';

export function stateOf({ since, until }: Pick<GrantRowFragment, 'since' | 'until'>): GrantState {
  const now = Date.now();
  if (until && Date.parse(until) <= now) return 'ended';
  if (Date.parse(since) > now) return 'coming';
  return until && Date.parse(until) - now <= SOON * 86_400_000 ? 'soon' : 'holds';
}

/** 长期, a date, or how many days are left; the shape says it, too. */
export function Period({ grant }: { grant: GrantRowFragment }) {
  const { t } = useTranslation('access');
  const { since, until } = grant;
  switch (stateOf(grant)) {
    case 'ended':
      return (
        <StateWord state="waived">
          {t(grant.revokedAt ? 'period.revoked' : 'period.ended', { day: lastDay(until!) })}
        </StateWord>
      );
    case 'coming':
      return <StateWord state="planned">{t('period.coming', { day: dayOf(since) })}</StateWord>;
    case 'soon':
      return (
        <time dateTime={until!} title={moment(until!)}>
          <StateWord state="risk">
            {grant.emergency
              ? t('period.at', { at: moment(until!) })
              : t('period.soon', { count: daysUntil(lastDay(until!)) })}
          </StateWord>
        </time>
      );
    case 'holds':
      return <>{until ? t('period.until', { day: lastDay(until) }) : t('period.always')}</>;
  }
}
