import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { StateGlyph } from '../../components/state-glyph';
import { MatterReadinessDocument } from '../../generated/graphql';
import { daysUntil } from '../../lib/dates';
import { useLiveEvent } from '../../lib/live-events';
import type { MatterDetail } from './matter-drawer';

/** Whether a matter may go to a session: what its rule asks for and is not there, and from which day on. */
export function Readiness({ matter }: { matter: MatterDetail }) {
  const { t } = useTranslation('decision');
  const awaits = matter.state === 'SUBMITTED' || matter.state === 'ACCEPTED' || matter.state === 'SCHEDULED';
  const { data, previousData, refetch } = useQuery(MatterReadinessDocument, {
    variables: { id: matter.id },
    fetchPolicy: 'cache-and-network',
    skip: !awaits,
  });
  // an opinion that somebody gives elsewhere changes what is missing
  useLiveEvent('matter', () => {
    if (awaits) void refetch();
  });
  const found = (data ?? previousData)?.matterReadiness;
  if (!found || found.missing.length === 0) return null;
  const things = found.missing.map((each) => t(`readiness.${each}`)).join(t('comma'));
  return (
    <p className="matter-warning" role="note">
      <StateGlyph state="risk" />
      <span>
        <strong>{t('readiness.notYet', { things })}</strong>
        {t('readiness.byRule', { things })}
      </span>
    </p>
  );
}

/** From which day on a session may take it; of an urgent one by which day it must. */
export function SessionDays({ matter }: { matter: MatterDetail }) {
  const { t } = useTranslation('decision');
  const { data } = useQuery(MatterReadinessDocument, {
    variables: { id: matter.id },
    skip: matter.state !== 'ACCEPTED' && matter.state !== 'SUBMITTED',
  });
  const found = data?.matterReadiness;
  const due = matter.reviewDueOn;
  if (!found && !due) return null;
  const days = due ? daysUntil(due) : 0;
  return (
    <dl className="matter-days">
      {found && !matter.urgent ? (
        <div>
          <dt>{t('readiness.earliest')}</dt>
          <dd>{t('readiness.earliestOn', { day: found.earliestSessionOn, count: found.daysAhead })}</dd>
        </div>
      ) : null}
      {due ? (
        <div data-late={matter.reviewLate || undefined}>
          <dt>{t('urgentDue.term')}</dt>
          <dd>
            <StateGlyph state={matter.reviewLate ? 'late' : 'risk'} />
            {days < 0 ? t('urgentDue.late', { day: due, count: -days }) : t('urgentDue.in', { day: due, count: days })}
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
