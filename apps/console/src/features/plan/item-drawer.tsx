import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button, Drawer, Form, Input } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { ScopedLink } from '../../components/scoped-link';
import {
  LeaveOutPlanItemDocument,
  MovePlanItemDocument,
  PlanItemDetailDocument,
  TakeInPlanItemDocument,
  type PlanItemDetailQuery,
  type PlanItemEntryFragment,
} from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';
import { TimeFormItems, VenueFormItem } from '../activity/form-parts';
import { momentsOf, timesOf, type TimeFields } from '../activity/times';
import '../activity/activity.css';

/** One item of a plan: another time, or left out with a reason. Everything that dragging does, by keyboard. */
export function ItemDrawer(props: { item: PlanItemEntryFragment; close(): void; changed(): void }) {
  const { t } = useTranslation('plan');
  const { data } = useQuery(PlanItemDetailDocument, { variables: { id: props.item.id }, fetchPolicy: 'network-only' });
  const detail = data?.node?.__typename === 'PlanItem' ? data.node : null;
  const item = detail ?? props.item;
  const name = item.activityType ? local(item.activityType.name) : '';
  const done = () => {
    props.changed();
    props.close();
  };
  return (
    <Drawer
      title={[name, item.organization?.name].filter(Boolean).join(' · ')}
      size={440}
      open
      onClose={props.close}
      closable={{ 'aria-label': t('close'), placement: 'end' }}
    >
      <p className="quiet">{t('period', { from: item.periodFrom, to: item.periodTo })}</p>
      {detail ? <Decisions item={detail} done={done} cancel={props.close} /> : null}
    </Drawer>
  );
}

type PlanItemDetail = Extract<NonNullable<PlanItemDetailQuery['node']>, { __typename: 'PlanItem' }>;
type Part = { item: PlanItemDetail; done(): void };

/** What may be done with it, by where it stands. */
function Decisions({ item, done, cancel }: Part & { cancel(): void }) {
  const { t } = useTranslation('plan');
  if (item.activity)
    return (
      <p>
        <ScopedLink to={`/activities/${item.activity.id}`}>{t('toActivity')}</ScopedLink>
      </p>
    );
  if (item.leftOutReason) return <TakeIn item={item} done={done} />;
  return (
    <>
      {item.fault ? <p className="entry-refusal">{local(item.fault)}</p> : null}
      <Move item={item} done={done} cancel={cancel} />
      <LeaveOut item={item} done={done} />
    </>
  );
}

function Move({ item, done, cancel }: Part & { cancel(): void }) {
  const { t } = useTranslation('plan');
  const [move, { loading, error }] = useMutation(MovePlanItemDocument);
  const two = dayjs(`${item.periodFrom}T14:00`);
  const initial: Partial<TimeFields> =
    item.startsAt && item.endsAt
      ? timesOf({ startsAt: item.startsAt, endsAt: item.endsAt })
      : { on: two, hours: [two, two.add(90, 'minute')] };
  const save = async ({ venueId, ...times }: TimeFields & { venueId?: string | null }) => {
    const input = { id: item.id, version: item.version, ...momentsOf(times), venueId: venueId ?? null };
    const answer = await move({ variables: { input } }).catch(() => null);
    if (answer?.data) done();
  };
  return (
    <Form
      className="entry-form"
      aria-label={t('move')}
      layout="vertical"
      requiredMark={false}
      initialValues={{ ...initial, venueId: item.venue?.id }}
      onFinish={(fields: TimeFields & { venueId?: string | null }) => void save(fields)}
    >
      <TimeFormItems />
      <VenueFormItem />
      <FormFoot error={error} loading={loading} verb={t('move')} cancel={cancel} />
    </Form>
  );
}

function LeaveOut({ item, done }: Part) {
  const { t } = useTranslation(['plan', 'console']);
  const [leaveOut, { loading, error }] = useMutation(LeaveOutPlanItemDocument);
  const save = async ({ reason }: { reason: string }) => {
    const input = { id: item.id, version: item.version, reason: reason.trim() };
    const answer = await leaveOut({ variables: { input } }).catch(() => null);
    if (answer?.data) done();
  };
  return (
    <Form
      className="entry-form plan-leave"
      aria-label={t('leaveOut')}
      layout="vertical"
      requiredMark={false}
      onFinish={(fields: { reason: string }) => void save(fields)}
    >
      <h3>{t('leaveOut')}</h3>
      <Form.Item
        name="reason"
        label={t('reason')}
        rules={[{ required: true, whitespace: true, message: t('console:entry.missing') }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      {error ? (
        <p role="alert" className="entry-refusal">
          {errorText(error)}
        </p>
      ) : null}
      <Button htmlType="submit" danger loading={loading}>
        {t('leaveOut')}
      </Button>
    </Form>
  );
}

function TakeIn({ item, done }: Part) {
  const { t } = useTranslation('plan');
  const { message } = App.useApp();
  const [takeIn, { loading }] = useMutation(TakeInPlanItemDocument);
  const back = async () => {
    const answer = await takeIn({ variables: { input: { id: item.id, version: item.version } } }).catch(
      (error: unknown) => void message.error(errorText(error)),
    );
    if (answer?.data) done();
  };
  return (
    <>
      <p>{t('leftOutBecause', { reason: item.leftOutReason })}</p>
      <Button loading={loading} onClick={() => void back()}>
        {t('takeIn')}
      </Button>
    </>
  );
}
