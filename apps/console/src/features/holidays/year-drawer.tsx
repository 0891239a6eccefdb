import { useMutation, useQuery } from '@apollo/client/react';
import { UploadOutlined } from '@ant-design/icons';
import { App, Button, DatePicker, Drawer, Form, Input, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import {
  DayOffActivitiesDocument,
  HolidaysDocument,
  ReadHolidayNoticeDocument,
  SetHolidayYearDocument,
  type HolidayYearPartsFragment,
  type HolidayYearStatus,
} from '../../generated/graphql';
import { useRested } from '../../lib/rested';
import { dayLines, daysToSet } from './day-lines';
import type { SpecialDay } from './holiday-runs';
import { NoticePreview } from './notice-preview';

interface Fields {
  status: HolidayYearStatus;
  basis: string;
  noticedOn?: Dayjs | null;
}

const LONGEST = 20_000;

/** A year as text: paste the notice over it, or change a line. What was read stands below before it is saved. */
export function YearDrawer(props: {
  year: number;
  registered: HolidayYearPartsFragment | undefined;
  /** the days the calendar has now */
  known: readonly SpecialDay[];
  close(): void;
}) {
  const { t } = useTranslation('holidays');
  const { message } = App.useApp();
  const { year, registered, close } = props;
  const [form] = Form.useForm<Fields>();
  const status = Form.useWatch('status', form);
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() =>
    dayLines(props.known, { OFF: t('chipWritten.off'), WORK: t('chipWritten.work') }),
  );
  const rested = useRested(text.trim() || null);
  const { data, error, loading } = useQuery(ReadHolidayNoticeDocument, {
    variables: { text: rested ?? '', year },
    skip: rested === null,
    fetchPolicy: 'no-cache',
  });
  const [save, saving] = useMutation(SetHolidayYearDocument, {
    // activities may stand on days that are off now
    refetchQueries: ({ data: saved }) => (saved ? [HolidaysDocument, DayOffActivitiesDocument] : []),
  });
  const read = loading || rested !== (text.trim() || null) ? undefined : data?.readHolidayNotice;
  const notice = data?.readHolidayNotice;
  // a notice says itself what it is and when it was given
  useEffect(() => {
    if (notice?.basis) form.setFieldsValue({ status: 'NOTICED', basis: notice.basis });
    if (notice?.noticedOn) form.setFieldsValue({ noticedOn: dayjs(notice.noticedOn) });
  }, [form, notice]);
  // without a notice only what cannot be read stands in the way; the rules of a notice come with it
  const faults = read?.faults.filter(({ line }) => status === 'NOTICED' || line !== null) ?? [];

  const send = async (fields: Fields) => {
    if (!read) return;
    const input = {
      year,
      version: registered?.version ?? null,
      status: fields.status,
      basis: fields.basis.trim(),
      noticedOn: fields.status === 'NOTICED' ? (fields.noticedOn?.format('YYYY-MM-DD') ?? null) : null,
      days: daysToSet(read.days, registered),
    };
    if (!(await save({ variables: { input } }).catch(() => null))) return;
    void message.success(t('form.done', { year }));
    close();
  };
  const needed = { required: true, message: t('form.missing') };
  return (
    <Drawer
      title={t('form.title', { year })}
      aria-label={t('form.title', { year })}
      size={560}
      open
      onClose={close}
      closable={{ 'aria-label': t('form.close'), placement: 'end' }}
      destroyOnHidden
    >
      <Form<Fields>
        form={form}
        className="entry-form holiday-form"
        layout="vertical"
        requiredMark={false}
        initialValues={{
          status: registered?.status ?? 'PROVISIONAL',
          basis: registered?.basis ?? t('measure'),
          noticedOn: registered?.noticedOn ? dayjs(registered.noticedOn) : null,
        }}
        onFinish={(fields) => void send(fields)}
      >
        <Form.Item label={t('form.text')} htmlFor="holiday-text" extra={t('form.textHelp')}>
          <Input.TextArea
            id="holiday-text"
            rows={10}
            maxLength={LONGEST}
            value={text}
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
          />
        </Form.Item>
        <input
          ref={file}
          type="file"
          hidden
          accept=".txt,.csv,text/plain,text/csv"
          aria-label={t('form.file')}
          onChange={(event) => {
            void event.target.files?.[0]?.text().then((content) => setText(content.slice(0, LONGEST)));
            event.target.value = '';
          }}
        />
        <Button icon={<UploadOutlined />} onClick={() => file.current?.click()}>
          {t('form.file')}
        </Button>
        <NoticePreview read={read} faults={faults} reading={!read && !error && rested !== null} error={error} />
        <Form.Item name="status" label={t('form.status')}>
          <Radio.Group
            options={[
              { value: 'NOTICED', label: t('state.noticed') },
              { value: 'PROVISIONAL', label: t('state.provisional') },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="basis"
          label={t('form.basis')}
          extra={t('form.basisHelp')}
          rules={[{ ...needed, whitespace: true }]}
        >
          <Input.TextArea rows={2} maxLength={300} />
        </Form.Item>
        {status === 'NOTICED' ? (
          <Form.Item name="noticedOn" label={t('form.noticedOn')} rules={[needed]}>
            <DatePicker />
          </Form.Item>
        ) : null}
        <FormFoot
          error={saving.error}
          loading={saving.loading}
          verb={t('form.verb')}
          disabled={!read || read.days.length === 0 || faults.length > 0}
          cancel={close}
        />
      </Form>
    </Drawer>
  );
}
