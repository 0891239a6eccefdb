import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button, Segmented } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { useJob } from '../../components/use-job';
import {
  CancelExportDocument,
  DiscardYearPlanDocument,
  PublishYearPlanDocument,
  YearPlanOverviewDocument,
  type PlanItemEntryFragment,
  type YearPlanHeadFragment,
} from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';
import { useLiveEvent } from '../../lib/live-events';
import { oneOf, text, useUrlState } from '../../lib/url-state';
import { ItemDrawer } from './item-drawer';
import { PlanMonth } from './plan-month';
import { PlanYear } from './plan-year';
import { ReplanDrawer } from './replan-drawer';
import { SeriesListDrawer } from './series-list-drawer';

const fields = { view: oneOf(['year', 'month'], 'year'), month: text(), organization: text() };

/** A plan: by organization and month, or a month to drag in; what is missing beside it; and publishing in one act. */
export function PlanView(props: { plan: YearPlanHeadFragment; year: ReactNode; refetch(): void }) {
  const { t } = useTranslation('plan');
  const { message, modal } = App.useApp();
  const { plan } = props;
  const [state, set] = useUrlState(fields);
  const [replanning, setReplanning] = useState(false);
  const [series, setSeries] = useState(false);
  const [item, setItem] = useState<PlanItemEntryFragment | null>(null);
  const { data, previousData, error, refetch, fetchMore } = useQuery(YearPlanOverviewDocument, {
    variables: { id: plan.id, first: 50 },
    fetchPolicy: 'cache-and-network',
  });
  const overview = (data ?? previousData)?.yearPlanOverview;
  useLiveEvent('yearPlan', () => void refetch());
  const [publish, publishing] = useMutation(PublishYearPlanDocument);
  const [discard] = useMutation(DiscardYearPlanDocument);
  const step = { variables: { input: { id: plan.id, version: plan.version } } };
  const refused = (failure: unknown) => void message.error(errorText(failure));
  const counts = overview?.counts;
  const onPublish = () =>
    modal.confirm({
      title: t('publish.title', { year: plan.year }),
      content: t('publish.text', { count: counts?.placed ?? 0, unplaced: counts?.unplaced ?? 0 }),
      okText: t('publish.confirm', { count: counts?.placed ?? 0 }),
      cancelText: t('back'),
      onOk: async () => {
        await publish(step).catch(refused);
        props.refetch();
      },
    });
  const onDiscard = () =>
    modal.confirm({
      title: t('discard.verb'),
      content: t('discard.text'),
      okText: t('discard.verb'),
      okButtonProps: { danger: true },
      cancelText: t('back'),
      onOk: async () => {
        const answer = await discard(step).catch(refused);
        if (answer) props.refetch();
      },
    });
  const busy = plan.job?.state === 'QUEUED' || plan.job?.state === 'RUNNING';
  const month = /^(0[1-9]|1[0-2])$/.test(state.month) ? state.month : '01';
  return (
    <>
      <PageHead
        title={t('title')}
        note={[plan.organization?.name, counts ? t('counts', { ...counts }) : null].filter(Boolean).join(' · ')}
        actions={
          <span className="plan-actions">
            <Button danger disabled={busy} onClick={onDiscard}>
              {t('discard.verb')}
            </Button>
            <Button onClick={() => setSeries(true)}>{t('series.title')}</Button>
            <Button disabled={busy} onClick={() => setReplanning(true)}>
              {t('replan.verb')}
            </Button>
            <Button type="primary" disabled={busy || !counts?.placed} loading={publishing.loading} onClick={onPublish}>
              {t('publish.verb')}
            </Button>
          </span>
        }
      />
      <div className="page-body">
        <div className="filter-row">
          {props.year}
          <Segmented
            aria-label={t('view')}
            value={state.view}
            options={[
              { value: 'year', label: t('viewYear') },
              { value: 'month', label: t('viewMonth') },
            ]}
            onChange={(view) => set({ view: view === 'month' ? 'month' : 'year' })}
          />
        </div>
        <PlanJob plan={plan} done={props.refetch} />
        {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
        {state.view === 'month' ? (
          <PlanMonth
            plan={plan}
            month={month}
            organization={state.organization}
            organizations={overview?.rows ?? []}
            setMonth={(next) => set({ month: next })}
            setOrganization={(id) => set({ organization: id })}
            open={setItem}
            changed={() => void refetch()}
          />
        ) : overview ? (
          <PlanYear
            overview={overview}
            open={(organizationId, inMonth) => set({ view: 'month', organization: organizationId, month: inMonth })}
            more={() =>
              void fetchMore({
                variables: { after: overview.pageInfo.endCursor },
                updateQuery: (before, { fetchMoreResult: next }) => ({
                  yearPlanOverview: {
                    ...next.yearPlanOverview,
                    rows: [...before.yearPlanOverview.rows, ...next.yearPlanOverview.rows],
                  },
                }),
              })
            }
          />
        ) : null}
      </div>
      {series && plan.organization ? (
        <SeriesListDrawer organizationId={plan.organization.id} close={() => setSeries(false)} />
      ) : null}
      {replanning ? <ReplanDrawer plan={plan} close={() => setReplanning(false)} begun={props.refetch} /> : null}
      {item ? <ItemDrawer item={item} close={() => setItem(null)} changed={() => void refetch()} /> : null}
    </>
  );
}

/** What the work behind the plan is at, and how it ended. */
function PlanJob({ plan, done }: { plan: YearPlanHeadFragment; done(): void }) {
  const { t } = useTranslation('plan');
  const open = plan.job && (plan.job.state === 'QUEUED' || plan.job.state === 'RUNNING') ? plan.job.id : null;
  const { job, running } = useJob(open);
  const [cancel] = useMutation(CancelExportDocument);
  const shown = open ? job : plan.job;
  const ended = open !== null && job != null && !running;
  // the page shows the plan as it was before: it is read once more when the work ends
  useEffect(() => {
    if (ended) done();
    // once for each end, whatever the page hands over
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `done` is another function at every drawing
  }, [ended]);
  if (open && running)
    return (
      <p className="plan-job" role="status">
        <span>
          {job?.total
            ? t('progress', {
                percent: Math.floor((100 * job.done) / job.total),
                phase: job.message ? local(job.message) : t('working'),
              })
            : t('working')}
        </span>
        <Button size="small" onClick={() => void cancel({ variables: { input: { id: open } } })}>
          {t('cancel')}
        </Button>
      </p>
    );
  if (!shown?.message) return null;
  return (
    <p className={`plan-job ${shown.state === 'FAILED' ? 'entry-refusal' : 'quiet'}`} role="status">
      {local(shown.message)}
    </p>
  );
}
