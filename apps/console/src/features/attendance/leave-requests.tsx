import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { Panel } from '../../components/panel';
import { StateWord } from '../../components/state-glyph';
import {
  ApproveLeaveDocument,
  DeclineLeaveDocument,
  LeaveRequestsDocument,
  type LeaveRequestsQuery,
} from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { LEAVE_SIGNS } from './words';

type Request = LeaveRequestsQuery['leaveRequests']['nodes'][number];

/** 请假: who asked, and what is to be decided. Nothing while nobody has asked. */
export function LeaveRequests(props: { activityId: string; turn: number; decide: boolean; done(): void }) {
  const { t } = useTranslation('attendance');
  const { activityId: id, turn } = props;
  const { data, refetch } = useQuery(LeaveRequestsDocument, {
    variables: { id, first: 100 },
    fetchPolicy: 'network-only',
  });
  useEffect(() => {
    if (turn > 0) void refetch();
  }, [turn, refetch]);
  const requests = data?.leaveRequests.nodes ?? [];
  if (requests.length === 0) return null;
  const open = requests.filter(({ state }) => state === 'ASKED').length;
  return (
    <Panel title={t('leave.title')} note={open ? t('leave.open', { count: open }) : undefined} flush>
      <ul className="attendance-list">
        {requests.map((request) => (
          <RequestLine key={request.id} request={request} decide={props.decide} done={props.done} />
        ))}
      </ul>
    </Panel>
  );
}

function RequestLine({ request, decide, done }: { request: Request; decide: boolean; done(): void }) {
  const { t } = useTranslation('attendance');
  const { message } = App.useApp();
  const { id, version, state } = request;
  const name = request.name ?? t('gone');
  const [declining, setDeclining] = useState(false);
  const [approve, approving] = useMutation(ApproveLeaveDocument);
  const [decline, { loading, error }] = useMutation(DeclineLeaveDocument);
  const onApprove = async () => {
    const answer = await approve({ variables: { input: { id, version } } }).catch(
      (refusal: unknown) => void message.error(errorText(refusal)),
    );
    if (answer?.data) done();
  };
  const onDecline = async ({ reason }: { reason: string }) => {
    const answer = await decline({ variables: { input: { id, version, reason: reason.trim() } } }).catch(() => null);
    if (!answer?.data) return;
    setDeclining(false);
    done();
  };
  return (
    <li>
      <div className="attendance-line">
        <strong>{name}</strong>
        <span>{request.reason}</span>
        <span className="quiet">
          {moment(request.askedAt)}
          {request.decidedBy ? ` · ${t('leave.by', { who: request.decidedBy })}` : ''}
          {request.decisionReason ? ` · ${request.decisionReason}` : ''}
        </span>
      </div>
      {state === 'ASKED' && decide && !declining ? (
        <span className="attendance-acts">
          <Button size="small" aria-label={t('leave.declineOf', { name })} onClick={() => setDeclining(true)}>
            {t('leave.decline')}
          </Button>
          <Button
            size="small"
            type="primary"
            loading={approving.loading}
            aria-label={t('leave.approveOf', { name })}
            onClick={() => void onApprove()}
          >
            {t('leave.approve')}
          </Button>
        </span>
      ) : (
        <StateWord state={LEAVE_SIGNS[state]}>{t(`leave.state.${state}`)}</StateWord>
      )}
      {declining ? (
        <Form<{ reason: string }>
          className="entry-form attendance-decline"
          layout="vertical"
          requiredMark={false}
          aria-label={t('leave.declineOf', { name })}
          onFinish={(fields) => void onDecline(fields)}
        >
          <Form.Item
            name="reason"
            label={t('leave.reason')}
            rules={[{ required: true, whitespace: true, message: t('leave.missing') }]}
          >
            <Input maxLength={200} autoFocus />
          </Form.Item>
          <FormFoot error={error} loading={loading} verb={t('leave.decline')} cancel={() => setDeclining(false)} />
        </Form>
      ) : null}
    </li>
  );
}
