import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import '../../components/figures.css';
import { ScopedLink } from '../../components/scoped-link';
import { MatterFunnelDocument } from '../../generated/graphql';
import { useLiveEvent } from '../../lib/live-events';
import { useScope } from '../../lib/scope';

/** The steps from a draft to what was decided, with the states that stand at each. */
const STEPS = {
  drafts: ['DRAFT', 'RETURNED'],
  submitted: ['SUBMITTED'],
  accepted: ['ACCEPTED', 'SCHEDULED'],
  reviewed: ['REVIEWED', 'FORWARDED'],
  decided: ['DECIDED', 'IN_EXECUTION', 'CLOSED'],
} as const;
type Step = keyof typeof STEPS;

/** How many matters stand at which step; each number opens them. */
export function Funnel() {
  const { t } = useTranslation('decision');
  const { within } = useScope();
  const { data, previousData, refetch } = useQuery(MatterFunnelDocument, {
    variables: { within },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('matter', () => void refetch());
  const counts = data ?? previousData;
  return (
    <ol className="matter-funnel panel" aria-label={t('funnel.label')}>
      {(Object.keys(STEPS) as Step[]).map((step) => (
        <li key={step}>
          <ScopedLink to={`/matters?states=${STEPS[step].join('.')}`}>
            <span className="figure-name">{t(`funnel.${step}`)}</span>
            <span className="figure">{counts?.[step].totalCount ?? '–'}</span>
          </ScopedLink>
        </li>
      ))}
    </ol>
  );
}
