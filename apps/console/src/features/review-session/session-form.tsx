import { useMutation } from '@apollo/client/react';
import { Checkbox, Form, Input, Radio } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { CallSessionDocument, ChangeSessionDocument, type ReviewingBody } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { plusDays } from '../../lib/plus-days';
import { TimeFormItems } from '../activity/form-parts';
import { momentsOf, timesOf, type TimeFields } from '../activity/times';
import type { SessionDetail } from './session-drawer';
import { REVIEWERS } from './words';

interface Fields extends TimeFields {
  reviewingBody: ReviewingBody;
  joint: boolean;
  council?: string;
  place?: string;
  title?: string;
}

const usual = (): Partial<Fields> => ({
  reviewingBody: 'FUNCTIONAL_COMMITTEE',
  joint: false,
  on: dayjs(plusDays(today(), 7)),
  hours: [dayjs(`${today()}T14:00`), dayjs(`${today()}T17:00`)],
});

/** 召集会议, 修改会议: which body, when and where. Who sits is found when it is called, and can be changed then. */
export function SessionForm(props: {
  session: SessionDetail | null;
  done(words: string, id?: string): void;
  cancel(): void;
}) {
  const { t } = useTranslation(['reviewSession', 'console']);
  const { session } = props;
  const [call, calling] = useMutation(CallSessionDocument);
  const [change, changing] = useMutation(ChangeSessionDocument);
  const [form] = Form.useForm<Fields>();
  const joint = Form.useWatch('joint', form);
  const act = session ? 'change' : 'call';
  const save = async ({ reviewingBody, joint: together, council, place, title, ...times }: Fields) => {
    const told = { ...momentsOf(times), place: place?.trim() ?? '', title: title?.trim() || null };
    // a refusal is shown above the buttons; the fields stay as they are
    if (session) {
      const { id, version } = session;
      const answer = await change({ variables: { input: { id, version, ...told } } }).catch(() => null);
      if (answer?.data) props.done(t('change.done', { title: told.title ?? session.title }));
      return;
    }
    const input = { ...told, reviewingBody, joint: together, council: together ? council || null : null };
    const answer = await call({ variables: { input } }).catch(() => null);
    if (answer?.data) props.done(t('call.done', answer.data.callSession), answer.data.callSession.id);
  };
  const initial = session ? { ...timesOf(session), place: session.place, title: session.title } : usual();
  return (
    <Form<Fields>
      form={form}
      className="entry-form"
      aria-label={t(`${act}.verb`)}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={initial}
      onFinish={(fields) => void save(fields)}
    >
      {session ? null : (
        <>
          <Form.Item name="reviewingBody" label={t('column.body')}>
            <Radio.Group options={REVIEWERS.map((value) => ({ value, label: t(`body.${value}`) }))} />
          </Form.Item>
          <Form.Item name="joint" valuePropName="checked" extra={t('field.jointHelp')}>
            <Checkbox>{t('field.joint')}</Checkbox>
          </Form.Item>
          {joint ? (
            <Form.Item name="council" label={t('field.council')} extra={t('field.councilHelp')}>
              <Input.TextArea rows={6} maxLength={10_000} />
            </Form.Item>
          ) : null}
        </>
      )}
      <TimeFormItems />
      <Form.Item name="place" label={t('column.place')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="title" label={t('column.title')} extra={session ? undefined : t('field.titleHelp')}>
        <Input maxLength={120} />
      </Form.Item>
      {session?.state === 'NOTIFIED' ? <p className="quiet">{t('change.told')}</p> : null}
      <FormFoot
        error={calling.error ?? changing.error}
        loading={calling.loading || changing.loading}
        verb={t(`${act}.save`)}
        cancel={props.cancel}
      />
    </Form>
  );
}
