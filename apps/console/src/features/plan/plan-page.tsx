import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { OrganizationNameDocument, YearPlansDocument } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { useLiveEvent } from '../../lib/live-events';
import { useScope } from '../../lib/scope';
import { numberOf, useUrlState } from '../../lib/url-state';
import { PlanList } from './plan-list';
import { PlanStart } from './plan-start';
import { PlanView } from './plan-view';
import '../../components/panel.css';
import '../activity/calendar.css';
import './plan.css';

const thisYear = Number(today().slice(0, 4));
/** Those for which obligations are derived; next year is what is planned from autumn on. */
const years = [thisYear, thisYear + 1];
const fields = { year: numberOf(years, thisYear + 1) };

/** The plan of a year for an organization and all it leads; without an organization, the plans there are. */
export function PlanPage() {
  const { t } = useTranslation('plan');
  const { within } = useScope();
  const [{ year }, set] = useUrlState(fields);
  const name = useQuery(OrganizationNameDocument, { variables: { id: within ?? '' }, skip: !within });
  const { data, previousData, error, refetch } = useQuery(YearPlansDocument, {
    variables: { year, organizationId: within, first: within ? 1 : 50 },
    // the verbs send the version that is shown
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('yearPlan', () => void refetch());
  const plans = (data ?? previousData)?.yearPlans;
  const plan = within ? plans?.nodes.find(({ organization }) => organization?.id === within) : undefined;
  const chosen = (
    <Select
      aria-label={t('year')}
      value={year}
      options={years.map((value) => ({ value, label: t('ofYear', { year: value }) }))}
      onChange={(value) => set({ year: value })}
    />
  );
  if (plan) return <PlanView key={plan.id} plan={plan} year={chosen} refetch={() => void refetch()} />;
  return (
    <>
      <PageHead title={t('title')} note={within ? name.data?.organization?.name : undefined} />
      <div className="page-body">
        <div className="filter-row">{chosen}</div>
        {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
        {plans && within ? (
          <PlanStart organizationId={within} year={year} begun={() => void refetch()} />
        ) : plans ? (
          <PlanList plans={plans.nodes} year={year} />
        ) : null}
      </div>
    </>
  );
}
