import { useMutation } from '@apollo/client/react';
import { App, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { CadencesDocument, EndCadenceDocument } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { Preview, usePreview } from './cadence-preview';
import type { CadenceLine } from './cadence-words';
import { CatalogueDrawer } from './drawer';

interface Fields {
  to: Dayjs;
  reason?: string;
}

/** A house rule that is to hold no more; what it would do to obligations stands below. */
export function EndCadenceForm({ line, close }: { line: CadenceLine; close(): void }) {
  const { t } = useTranslation(['catalogue', 'console']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const fields = Form.useWatch([], form) as Fields | undefined;
  const reason = fields?.reason?.trim() ?? '';
  const { id, version, activityType, organization } = line.cadence;
  const input =
    fields && reason.length > 1 ? { id, version, effectiveTo: fields.to.format('YYYY-MM-DD'), reason } : null;
  const preview = usePreview(input && { end: input });
  const [end, { loading, error }] = useMutation(EndCadenceDocument, { refetchQueries: [CadencesDocument] });
  const save = async () => {
    if (!input) return;
    const answer = await end({ variables: { input } }).catch(() => null);
    if (!answer?.data) return;
    void message.success(t('cadence.ended'));
    close();
  };
  return (
    <CatalogueDrawer title={t('cadence.endTitle')} close={close}>
      <Form<Fields>
        form={form}
        className="entry-form"
        layout="vertical"
        requiredMark={false}
        initialValues={{ to: dayjs(today()) }}
        onFinish={() => void save()}
      >
        <p>
          <b>{activityType ? local(activityType.name) : null}</b> {organization?.name ?? t('cadence.association')}
        </p>
        <Form.Item name="to" label={t('cadence.endOn')} extra={t('cadence.endHelp')}>
          <DatePicker allowClear={false} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('cadence.basis')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('console:entry.missing') }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <Preview {...preview} />
        <FormFoot
          error={error}
          loading={loading}
          verb={t('cadence.end')}
          danger
          disabled={!preview.preview}
          cancel={close}
        />
      </Form>
    </CatalogueDrawer>
  );
}
