import { useMutation, useQuery } from '@apollo/client/react';
import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import {
  AttendanceSummaryDocument,
  CorrectActivityRecordDocument,
  RecordActivityDocument,
} from '../../generated/graphql';
import { useMay } from '../../lib/session';
import type { ActivityFormProps } from './activity-drawer';
import { TimeFormItems } from './form-parts';
import { momentsOf, timesOf, type TimeFields } from './times';

interface Fields extends TimeFields {
  entitledCount?: number;
  presentCount?: number;
  remoteCount?: number | null;
  leaveCount?: number | null;
  summary?: string;
  reason?: string;
}

/** 补记记录, or 更正记录 with the reason. */
export function RecordForm(props: ActivityFormProps & { corrects: boolean }) {
  const { t } = useTranslation(['activity', 'attendance', 'console']);
  const { activity, corrects } = props;
  const { id, version, title } = activity;
  const [record, recording] = useMutation(RecordActivityDocument);
  const [correct, correcting] = useMutation(CorrectActivityRecordDocument);
  const may = useMay('attendance.read');
  const attendance = useQuery(AttendanceSummaryDocument, {
    variables: { id },
    skip: !may,
    fetchPolicy: 'network-only',
  });
  const summary = attendance.data?.attendanceSummary;
  // the counts follow from the names
  const named = summary?.named ? summary : null;
  const needed = [{ required: true, message: t('console:entry.missing') }];
  const save = async (fields: Fields) => {
    const recorded = {
      id,
      version,
      ...momentsOf(fields),
      ...(named
        ? {}
        : {
            entitledCount: fields.entitledCount,
            presentCount: fields.presentCount,
            remoteCount: fields.remoteCount ?? 0,
            leaveCount: fields.leaveCount ?? 0,
          }),
      summary: fields.summary?.trim() || null,
    };
    const written = corrects
      ? correct({ variables: { input: { ...recorded, reason: fields.reason?.trim() ?? '' } } })
      : record({ variables: { input: recorded } });
    const answer = await written.catch(() => null);
    if (answer?.data) props.done(t(corrects ? 'correct.done' : 'record.done', { title }));
  };
  const count = (name: keyof Fields, label: string, must = false) => (
    <Form.Item name={name} label={label} rules={must ? needed : []}>
      <InputNumber min={0} max={1_000_000} precision={0} />
    </Form.Item>
  );
  return (
    <Form<Fields>
      className="entry-form"
      aria-label={t(corrects ? 'correct.verb' : 'record.verb')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={{ ...timesOf(activity), ...counts(activity), summary: activity.summary ?? '' }}
      onFinish={(fields) => void save(fields)}
    >
      <p>{t('record.text', { title })}</p>
      <TimeFormItems />
      {named ? (
        <p>{t('attendance:byName', named)}</p>
      ) : (
        <div className="activity-counts">
          {count('entitledCount', t('field.entitled'), true)}
          {count('presentCount', t('field.present'), true)}
          {count('remoteCount', t('field.remote'))}
          {count('leaveCount', t('field.leave'))}
        </div>
      )}
      <Form.Item name="summary" label={t('field.summary')}>
        <Input.TextArea rows={6} maxLength={5000} />
      </Form.Item>
      {corrects ? (
        <Form.Item name="reason" label={t('correct.reason')} rules={[{ ...needed[0], whitespace: true }]}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      ) : null}
      <FormFoot
        error={recording.error ?? correcting.error}
        loading={recording.loading || correcting.loading}
        verb={t(corrects ? 'correct.verb' : 'record.verb')}
        cancel={props.cancel}
      />
    </Form>
  );
}

const counts = ({ entitledCount, presentCount, remoteCount, leaveCount }: ActivityFormProps['activity']) => ({
  entitledCount,
  presentCount,
  remoteCount,
  leaveCount,
});
