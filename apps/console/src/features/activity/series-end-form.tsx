import { useMutation } from '@apollo/client/react';
import { DatePicker, Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { EndActivitySeriesDocument } from '../../generated/graphql';
import type { ActivityFormProps } from './activity-drawer';

interface Fields {
  reason: string;
  makeUpBy?: Dayjs | null;
}

/** 结束系列: this occurrence and all after it are not held. */
export function SeriesEndForm(props: ActivityFormProps) {
  const { t } = useTranslation(['activity', 'console']);
  const { id, version, title, heldOn } = props.activity;
  const [end, { loading, error }] = useMutation(EndActivitySeriesDocument);
  const save = async ({ reason, makeUpBy }: Fields) => {
    const input = {
      activityId: id,
      version,
      reason: reason.trim(),
      makeUpBy: makeUpBy?.format('YYYY-MM-DD') ?? null,
    };
    const answer = await end({ variables: { input } }).catch(() => null);
    if (answer?.data) props.done(t('series.ended', { title }));
  };
  return (
    <Form<Fields>
      className="entry-form"
      aria-label={t('endSeries.verb')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      onFinish={(fields) => void save(fields)}
    >
      <p>{t('series.endText', { title, on: heldOn })}</p>
      <Form.Item
        name="reason"
        label={t('field.reason')}
        rules={[{ required: true, whitespace: true, message: t('console:entry.missing') }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="makeUpBy" label={t('field.makeUpBy')} extra={t('field.makeUpByHelp')}>
        <DatePicker />
      </Form.Item>
      <FormFoot error={error} loading={loading} verb={t('endSeries.verb')} danger cancel={props.cancel} />
    </Form>
  );
}
