import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { FormFoot } from '../../components/entry-form';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { StateWord } from '../../components/state-glyph';
import {
  OwnActivitiesDocument,
  RequestLeaveDocument,
  WithdrawLeaveDocument,
  type OwnActivityCardFragment,
} from '../../generated/graphql';
import { moment, shortDay, today } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';
import { plusDays } from '../../lib/plus-days';
import { useAttendanceEvents } from './use-attendance-events';
import { LEAVE_SIGNS, SIGNS } from './words';
import './attendance.css';

const ahead = 60;
const behind = 90;

/** 我的活动: what one is expected at, from today on, and what was; leave is asked for here. */
export function OwnActivitiesPage() {
  const { t } = useTranslation('attendance');
  const [now] = useState(today);
  const { data, error, refetch } = useQuery(OwnActivitiesDocument, {
    variables: { from: plusDays(now, -behind), to: plusDays(now, ahead) },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <ErrorView error={error} retry={() => void refetch()} />;
  const all = data?.ownActivities ?? [];
  const coming = all.filter(({ heldOn, state }) => heldOn >= now && state !== 'RECORDED');
  const past = all.filter((one) => !coming.includes(one)).reverse();
  const list = (activities: readonly OwnActivityCardFragment[]) => (
    <ul className="own-list">
      {activities.map((activity) => (
        <OwnCard key={activity.id} activity={activity} done={() => void refetch()} />
      ))}
    </ul>
  );
  return (
    <>
      <PageHead title={t('own.title')} note={t('own.note', { ahead, behind })} />
      <div className="page-body own-page" aria-busy={!data}>
        {data && all.length === 0 ? <Empty>{t('own.empty')}</Empty> : null}
        {all.length > 0 ? (
          <Panel title={t('own.coming')} note={t('own.count', { count: coming.length })} flush>
            {coming.length > 0 ? list(coming) : <Empty good>{t('own.nothing')}</Empty>}
          </Panel>
        ) : null}
        {past.length > 0 ? (
          <Panel title={t('own.past')} note={t('own.count', { count: past.length })} flush>
            {list(past)}
          </Panel>
        ) : null}
      </div>
    </>
  );
}

function OwnCard({ activity, done }: { activity: OwnActivityCardFragment; done(): void }) {
  const { t } = useTranslation(['attendance', 'activity']);
  const [asking, setAsking] = useState(false);
  const { id, title, state, startsAt, endsAt, heldOn, leave, attendance, link } = activity;
  useAttendanceEvents(id, done);
  const held = state === 'POSTPONED' || state === 'CANCELLED';
  const known = attendance !== null && attendance !== 'ENTITLED' && !held;
  return (
    <li>
      <div className="own-words">
        <strong>{title}</strong>
        <span>
          {shortDay(heldOn)} {moment(startsAt).slice(11)}–{moment(endsAt).slice(11)}
        </span>
        <span className="quiet">
          {[activity.organizationName, local(activity.type), activity.place, activity.guest ? t('guest') : null]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {link ? (
          <a href={link} target="_blank" rel="noreferrer">
            {t('own.link')}
          </a>
        ) : null}
        {leave?.state === 'DECLINED' && leave.decisionReason ? (
          <span className="quiet">{t('own.declined', { reason: leave.decisionReason })}</span>
        ) : null}
      </div>
      <div className="own-state">
        {held ? <span className="quiet">{t(`activity:state.${state}`)}</span> : null}
        {known ? <StateWord state={SIGNS[attendance]}>{t(`state.${attendance}`)}</StateWord> : null}
        {leave && !known && !held ? (
          <StateWord state={LEAVE_SIGNS[leave.state]}>{t(`own.leave.${leave.state}`)}</StateWord>
        ) : null}
        {activity.canSignIn ? <span className="own-now">{t('own.scan')}</span> : null}
        {activity.canAskLeave && !asking ? (
          <Button aria-label={t('own.askOf', { title })} onClick={() => setAsking(true)}>
            {t('own.ask')}
          </Button>
        ) : null}
        {activity.canWithdrawLeave ? <WithdrawButton activity={activity} done={done} /> : null}
      </div>
      {asking ? (
        <AskForm
          activity={activity}
          close={() => setAsking(false)}
          done={() => {
            setAsking(false);
            done();
          }}
        />
      ) : null}
    </li>
  );
}

function WithdrawButton({ activity, done }: { activity: OwnActivityCardFragment; done(): void }) {
  const { t } = useTranslation('attendance');
  const { message } = App.useApp();
  const { id, title } = activity;
  const [withdraw, { loading }] = useMutation(WithdrawLeaveDocument);
  const onWithdraw = async () => {
    const answer = await withdraw({ variables: { input: { activityId: id } } }).catch(
      (error: unknown) => void message.error(errorText(error)),
    );
    if (!answer?.data) return;
    void message.success(t('own.withdrawn', { title }));
    done();
  };
  return (
    <Button loading={loading} aria-label={t('own.withdrawOf', { title })} onClick={() => void onWithdraw()}>
      {t('own.withdraw')}
    </Button>
  );
}

function AskForm(props: { activity: OwnActivityCardFragment; close(): void; done(): void }) {
  const { t } = useTranslation(['attendance', 'console']);
  const { message } = App.useApp();
  const { id, title } = props.activity;
  const [ask, { loading, error }] = useMutation(RequestLeaveDocument);
  const save = async ({ reason }: { reason: string }) => {
    const answer = await ask({ variables: { input: { activityId: id, reason: reason.trim() } } }).catch(() => null);
    if (!answer?.data) return;
    void message.success(t('own.asked', { title }));
    props.done();
  };
  return (
    <Form<{ reason: string }>
      className="entry-form attendance-decline"
      aria-label={t('own.askOf', { title })}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      onFinish={(fields) => void save(fields)}
    >
      <Form.Item
        name="reason"
        label={t('own.reason')}
        rules={[{ required: true, whitespace: true, message: t('console:entry.missing') }]}
      >
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <FormFoot error={error} loading={loading} verb={t('own.ask')} cancel={props.close} />
    </Form>
  );
}
