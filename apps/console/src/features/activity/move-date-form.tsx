import { useMutation } from '@apollo/client/react';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { ChangeActivityDocument } from '../../generated/graphql';
import type { ActivityFormProps } from './activity-drawer';
import { Conflicts } from './conflicts';
import { TimeFormItems } from './form-parts';
import { momentsOf, timesOf, type TimeFields } from './times';

interface Fields extends TimeFields {
  reason: string;
}

/** 改期 of one date alone: when, and why; what is at the same time is told before. */
export function MoveDateForm(props: ActivityFormProps) {
  const { t } = useTranslation(['activity', 'console']);
  const { activity } = props;
  const { id, version, title } = activity;
  const [form] = Form.useForm<Fields>();
  const times = Form.useWatch((values: Partial<Fields>) => values, form);
  const [change, { loading, error }] = useMutation(ChangeActivityDocument);
  const save = async ({ reason, ...when }: Fields) => {
    const input = { id, version, ...momentsOf(when), reason: reason.trim() };
    const answer = await change({ variables: { input } }).catch(() => null);
    if (answer?.data) props.done(t('change.done', { title }), id);
  };
  return (
    <Form<Fields>
      form={form}
      className="entry-form"
      aria-label={t('seriesDates.move')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={timesOf(activity)}
      onFinish={(fields) => void save(fields)}
    >
      <TimeFormItems />
      <Conflicts
        of={
          activity.organization && times?.on && times.hours
            ? {
                organizationId: activity.organization.id,
                ...momentsOf({ on: times.on, hours: times.hours }),
                venueId: activity.venue?.id ?? null,
                exceptId: id,
              }
            : null
        }
      />
      <Form.Item
        name="reason"
        label={t('field.reason')}
        rules={[{ required: true, whitespace: true, message: t('console:entry.missing') }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <FormFoot error={error} loading={loading} verb={t('seriesDates.move')} cancel={props.cancel} />
    </Form>
  );
}
