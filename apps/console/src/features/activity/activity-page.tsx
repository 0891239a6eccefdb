import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { paths } from '../../app/routes';
import { ErrorView, NotFound } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { ActivityPageDocument, DeleteDraftActivityDocument, ScheduleActivityDocument } from '../../generated/graphql';
import { useAsOf } from '../../lib/as-of';
import { errorText } from '../../lib/errors';
import { AttendanceSection } from '../attendance/attendance-section';
import { useScope } from '../../lib/scope';
import { ActivityDrawer, type ActivityAct, type ActivityDetail } from './activity-drawer';
import { ActivityPapers } from '../minutes/activity-papers';
import { Agenda, Facts, Record, Steps } from './activity-parts';
import { ActivityState } from './activity-state';
import { SeriesDates } from './series-dates';
import { span } from './times';
import './activity.css';

/** What can be done next, by the state; the first is what is waited for. */
const ACTS: Readonly<globalThis.Record<ActivityDetail['state'], readonly ActivityAct[]>> = {
  DRAFT: ['change'],
  SCHEDULED: ['record', 'change', 'postpone', 'cancel'],
  HELD: ['record', 'change', 'postpone', 'cancel'],
  RECORDED: ['correct'],
  POSTPONED: [],
  CANCELLED: [],
};

/** One activity: its facts, agenda and record, what was done to it, and what can be done next. */
export function ActivityPage() {
  const { t } = useTranslation('activity');
  const { id = '' } = useParams();
  const { message } = App.useApp();
  const { asOf } = useAsOf();
  const [act, setAct] = useState<ActivityAct | null>(null);
  const { data, error, refetch } = useQuery(ActivityPageDocument, {
    variables: { id },
    // the forms send the version they were filled in against
    fetchPolicy: 'cache-and-network',
  });
  const activity = data?.activity;
  if (error && !activity) return <ErrorView error={error} retry={() => void refetch()} />;
  if (data && !activity) return <NotFound />;
  if (!activity) return <div className="page-body" aria-busy="true" />;
  const done = (words: string) => {
    void message.success(words);
    void refetch();
  };
  return (
    <>
      <PageHead
        title={activity.title}
        crumbs={[{ name: t('title'), to: paths.activities }]}
        state={<ActivityState state={activity.state} tint />}
        note={[activity.organization?.name, span(activity)].filter(Boolean).join(' · ')}
        actions={activity.viewerCan.maintain && !asOf ? <Acts activity={activity} begin={setAct} done={done} /> : null}
      />
      <div className="page-body activity-page">
        <div className="activity-main">
          <AttendanceSection activity={activity} recorded={() => void refetch()} />
          <Record activity={activity} />
          <Agenda activity={activity} />
          <ActivityPapers
            id={activity.id}
            state={activity.state}
            startsAt={activity.startsAt}
            maintains={activity.viewerCan.maintain && !asOf}
          />
          <Steps activity={activity} />
        </div>
        <div className="activity-facts">
          <Facts activity={activity} />
          {activity.series ? (
            <Panel title={t('seriesDates.title')}>
              <SeriesDates
                id={activity.series.id}
                maintains={activity.viewerCan.maintain && !asOf}
                changed={() => void refetch()}
              />
            </Panel>
          ) : null}
        </div>
      </div>
      {act ? <ActivityDrawer act={act} activity={activity} close={() => setAct(null)} done={done} /> : null}
    </>
  );
}

function Acts(props: { activity: ActivityDetail; begin(act: ActivityAct): void; done(words: string): void }) {
  const { t } = useTranslation('activity');
  const { message, modal } = App.useApp();
  const { scoped } = useScope();
  const navigate = useNavigate();
  const [schedule, scheduling] = useMutation(ScheduleActivityDocument);
  const [remove] = useMutation(DeleteDraftActivityDocument);
  const { activity } = props;
  const { id, version, title, state } = activity;
  const step = { variables: { input: { id, version } } };
  const ends = state === 'SCHEDULED' && activity.series && !activity.series.endedReason;
  const acts: readonly ActivityAct[] = ends ? [...ACTS[state], 'endSeries'] : ACTS[state];
  // what is over waits for its record; what lies ahead does not yet
  const primary = state === 'HELD' ? 'record' : null;
  const onSchedule = async () => {
    const answer = await schedule(step).catch((error: unknown) => void message.error(errorText(error)));
    if (answer?.data) props.done(t('schedule.done', { title }));
  };
  const onDelete = () =>
    modal.confirm({
      title: t('delete.verb'),
      content: t('delete.text', { title }),
      okText: t('delete.verb'),
      okButtonProps: { danger: true },
      cancelText: t('back'),
      onOk: async () => {
        const answer = await remove(step).catch((error: unknown) => void message.error(errorText(error)));
        if (!answer?.data) return;
        void message.success(t('delete.done', { title }));
        void navigate(scoped(paths.activities));
      },
    });
  return (
    <>
      {state === 'DRAFT' ? (
        <Button danger onClick={onDelete}>
          {t('delete.verb')}
        </Button>
      ) : null}
      {[...acts].reverse().map((each) =>
        state === 'SCHEDULED' && each === 'record' && new Date(activity.startsAt) > new Date() ? null : (
          <Button
            key={each}
            danger={each === 'cancel' || each === 'endSeries'}
            type={each === primary ? 'primary' : 'default'}
            onClick={() => props.begin(each)}
          >
            {t(`${each}.verb`)}
          </Button>
        ),
      )}
      {state === 'DRAFT' ? (
        <Button type="primary" loading={scheduling.loading} onClick={() => void onSchedule()}>
          {t('schedule.verb')}
        </Button>
      ) : null}
    </>
  );
}
