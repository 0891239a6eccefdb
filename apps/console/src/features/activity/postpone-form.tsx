import { useMutation } from '@apollo/client/react';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { PostponeActivityDocument } from '../../generated/graphql';
import type { ActivityFormProps } from './activity-drawer';
import { TimeFormItems, VenueFormItem } from './form-parts';
import { momentsOf, timesOf, type TimeFields } from './times';

interface Fields extends TimeFields {
  reason: string;
  venueId?: string | null;
}

/** 延期: why, and the time of the make-up. */
export function PostponeForm(props: ActivityFormProps) {
  const { t } = useTranslation(['activity', 'console']);
  const { activity } = props;
  const { id, version, title } = activity;
  const [postpone, { loading, error }] = useMutation(PostponeActivityDocument);
  const save = async (fields: Fields) => {
    const input = {
      id,
      version,
      reason: fields.reason.trim(),
      venueId: fields.venueId ?? null,
      ...momentsOf(fields),
    };
    const answer = await postpone({ variables: { input } }).catch(() => null);
    if (answer?.data) props.done(t('postpone.done', { title }));
  };
  const times = timesOf(activity);
  return (
    <Form<Fields>
      className="entry-form"
      aria-label={t('postpone.verb')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={{ ...times, on: times.on.add(7, 'day'), venueId: activity.venue?.id }}
      onFinish={(fields) => void save(fields)}
    >
      <p>{t('postpone.text', { title })}</p>
      <Form.Item
        name="reason"
        label={t('field.reason')}
        rules={[{ required: true, whitespace: true, message: t('console:entry.missing') }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <TimeFormItems />
      <VenueFormItem />
      <FormFoot error={error} loading={loading} verb={t('postpone.verb')} cancel={props.cancel} />
    </Form>
  );
}
