import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { OrganizationPicker } from '../../components/organization-picker';
import { Panel } from '../../components/panel';
import type { YearPlanHeadFragment } from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { useScope } from '../../lib/scope';

/** The plans of a year, and for whom another is made. */
export function PlanList({ plans, year }: { plans: readonly YearPlanHeadFragment[]; year: number }) {
  const { t } = useTranslation('plan');
  const { setWithin } = useScope();
  return (
    <div className="plans">
      <Panel title={t('choose')}>
        <p className="quiet">{t('chooseHelp')}</p>
        <OrganizationPicker onChange={(id) => setWithin(id)} />
      </Panel>
      <Panel title={t('plansOf', { year })} note={t('planCount', { count: plans.length })} flush>
        {plans.length === 0 ? (
          <Empty>{t('noPlans', { year })}</Empty>
        ) : (
          <ul className="plan-list">
            {plans.map(({ id, organization, publishedAt, proposedAt }) => (
              <li key={id}>
                <button type="button" onClick={() => organization && setWithin(organization.id)}>
                  {organization?.name}
                </button>
                <span className="quiet">
                  {publishedAt
                    ? t('publishedAt', { at: moment(publishedAt) })
                    : proposedAt
                      ? t('proposedAt', { at: moment(proposedAt) })
                      : t('working')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </div>
  );
}
