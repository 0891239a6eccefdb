import { useMutation } from '@apollo/client/react';
import { Checkbox, DatePicker, Drawer, Form } from 'antd';
import type { Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import {
  FinishAssessmentCycleDocument,
  PublishAssessmentNoticeDocument,
  type NoticeField,
} from '../../generated/graphql';
import { today } from '../../lib/dates';
import type { Moderated } from './moderation-page';

interface CycleForm {
  cycle: Moderated;
  done(words: string): void;
  cancel(): void;
}

interface PublishFields {
  fields: NoticeField[];
  noticeTo?: Dayjs | null;
}

const NOTICE_FIELDS: readonly NoticeField[] = ['TOTAL', 'GRADE', 'RANK', 'DIMENSIONS'];

/** 公示: what everybody sees, and until when. */
export function ModerationPublish({ cycle, done, cancel }: CycleForm) {
  const { t } = useTranslation('result');
  const [publish, { error, loading }] = useMutation(PublishAssessmentNoticeDocument);
  const { id, version } = cycle;
  const save = async ({ fields, noticeTo }: PublishFields) => {
    const input = { id, version, fields, noticeTo: noticeTo?.format('YYYY-MM-DD') ?? null };
    const answer = await publish({ variables: { input } }).catch(() => null);
    const until = answer?.data?.publishAssessmentNotice.noticeTo;
    if (until) done(t('publish.done', { on: until }));
  };
  return (
    <FormDrawer title={t('publish.verb')} cancel={cancel}>
      <Form<PublishFields>
        className="entry-form"
        aria-label={t('publish.verb')}
        layout="vertical"
        requiredMark={false}
        initialValues={{ fields: ['TOTAL', 'GRADE'] }}
        onFinish={(fields) => void save(fields)}
      >
        <p>{t('publish.text')}</p>
        <Form.Item name="fields" label={t('publish.fields')} extra={t('publish.fieldsHelp')}>
          <Checkbox.Group
            className="moderation-fields"
            options={NOTICE_FIELDS.map((value) => ({ value, label: t(`notice.field.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="noticeTo" label={t('publish.until')} extra={t('publish.untilHelp')}>
          <DatePicker disabledDate={(day: Dayjs) => day.format('YYYY-MM-DD') <= today()} />
        </Form.Item>
        <FormFoot error={error} loading={loading} verb={t('publish.verb')} cancel={cancel} />
      </Form>
    </FormDrawer>
  );
}

/** 定等归档: nothing changes any more. */
export function ModerationFinish({ cycle, done, cancel }: CycleForm) {
  const { t } = useTranslation('result');
  const [finish, { error, loading }] = useMutation(FinishAssessmentCycleDocument);
  const { id, version } = cycle;
  const save = async () => {
    const answer = await finish({ variables: { input: { id, version } } }).catch(() => null);
    if (answer?.data) done(t('finish.done'));
  };
  return (
    <FormDrawer title={t('finish.verb')} cancel={cancel}>
      <Form className="entry-form" aria-label={t('finish.verb')} onFinish={() => void save()}>
        <p>{t('finish.text')}</p>
        <FormFoot error={error} loading={loading} verb={t('finish.verb')} cancel={cancel} />
      </Form>
    </FormDrawer>
  );
}

function FormDrawer({ title, cancel, children }: { title: string; cancel(): void; children: ReactNode }) {
  const { t } = useTranslation('result');
  return (
    <Drawer
      title={title}
      aria-label={title}
      size={520}
      open
      onClose={cancel}
      closable={{ 'aria-label': t('closeDrawer'), placement: 'end' }}
    >
      {children}
    </Drawer>
  );
}
