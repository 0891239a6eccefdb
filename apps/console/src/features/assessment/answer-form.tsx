import { useMutation } from '@apollo/client/react';
import { App, Drawer, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { AnswerAssessmentInvitationDocument } from '../../generated/graphql';

interface Fields {
  takesPart: boolean;
  note?: string;
}

/** 答复邀请: a guided organization says whether it takes part. */
export function AnswerDrawer(props: {
  assessment: { id: string; version: number; subjectName: string };
  close(answered: boolean): void;
}) {
  const { t } = useTranslation('cycle');
  const { message } = App.useApp();
  const { id, version, subjectName } = props.assessment;
  const [answer, answering] = useMutation(AnswerAssessmentInvitationDocument);
  const save = async ({ takesPart, note }: Fields) => {
    const input = { id, version, takesPart, note: note?.trim() || null };
    const saved = await answer({ variables: { input } }).catch(() => null);
    if (!saved?.data) return;
    void message.success(t(takesPart ? 'answer.in' : 'answer.out'));
    props.close(true);
  };
  return (
    <Drawer
      title={t('answer.verb')}
      aria-label={t('answer.verb')}
      size={480}
      open
      onClose={() => props.close(false)}
      closable={{ 'aria-label': t('closeDrawer'), placement: 'end' }}
    >
      <Form<Fields>
        className="entry-form"
        aria-label={t('answer.verb')}
        layout="vertical"
        requiredMark={false}
        initialValues={{ takesPart: true }}
        onFinish={(fields) => void save(fields)}
      >
        <p>{t('answer.text', { name: subjectName })}</p>
        <Form.Item name="takesPart" label={t('answer.choice')}>
          <Radio.Group
            options={[
              { value: true, label: t('answer.takesPart') },
              { value: false, label: t('answer.declines') },
            ]}
          />
        </Form.Item>
        <Form.Item name="note" label={t('answer.note')}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <FormFoot
          error={answering.error}
          loading={answering.loading}
          verb={t('answer.save')}
          cancel={() => props.close(false)}
        />
      </Form>
    </Drawer>
  );
}
