import { useLazyQuery, useMutation } from '@apollo/client/react';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ReplanYearPlanDocument,
  YearPlanChangesDocument,
  type PlanSettingsInput,
  type YearPlanHeadFragment,
} from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';
import { SettingsForm } from './settings-form';

/** Planning anew: the settings, then what would change, then doing it. */
export function ReplanDrawer(props: { plan: YearPlanHeadFragment; close(): void; begun(): void }) {
  const { t } = useTranslation('plan');
  const { plan } = props;
  const [settings, setSettings] = useState<PlanSettingsInput | null>(null);
  const [foresee, { data, loading, error }] = useLazyQuery(YearPlanChangesDocument, { fetchPolicy: 'network-only' });
  const [replan, replanning] = useMutation(ReplanYearPlanDocument);
  const changes = settings ? data?.yearPlanChanges : undefined;
  const look = (wanted: PlanSettingsInput) => {
    setSettings(wanted);
    void foresee({ variables: { id: plan.id, settings: wanted } });
  };
  const carryOut = async () => {
    const input = { id: plan.id, version: plan.version, settings };
    const answer = await replan({ variables: { input } }).catch(() => null);
    if (!answer?.data) return;
    props.begun();
    props.close();
  };
  const nothing = changes && changes.added + changes.moved + changes.removed === 0;
  return (
    <Drawer
      title={t('replan.verb')}
      size={560}
      open
      onClose={props.close}
      closable={{ 'aria-label': t('close'), placement: 'end' }}
    >
      <p className="quiet">{t('replan.help')}</p>
      <SettingsForm settings={plan.settings} loading={loading} look={look} cancel={props.close} />
      {error ? (
        <p role="alert" className="entry-refusal">
          {errorText(error)}
        </p>
      ) : null}
      {changes ? (
        <section className="plan-changes" aria-label={t('replan.changes')}>
          <h3>{nothing ? t('replan.nothing') : t('replan.counts', { ...changes })}</h3>
          <ul>
            {changes.changes.map((change, i) => (
              // changes have no names of their own, and the list is not edited
              <li key={i}>
                {[change.organization?.name, change.activityType ? local(change.activityType.name) : null]
                  .filter(Boolean)
                  .join(' · ')}
                <span className="nowrap">
                  {`${change.from ? moment(change.from) : t('replan.none')} → ${change.to ? moment(change.to) : t('replan.none')}`}
                </span>
              </li>
            ))}
          </ul>
          {replanning.error ? (
            <p role="alert" className="entry-refusal">
              {errorText(replanning.error)}
            </p>
          ) : null}
          <Button type="primary" loading={replanning.loading} onClick={() => void carryOut()}>
            {t('replan.confirm')}
          </Button>
        </section>
      ) : null}
    </Drawer>
  );
}
