import { useMutation } from '@apollo/client/react';
import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { AddSessionItemDocument } from '../../generated/graphql';
import type { SessionDetail } from './session-drawer';

interface Fields {
  title: string;
  minutes: number;
}

/** 添加议题: something that is only heard. */
export function ItemForm(props: { session: SessionDetail; done(words: string): void; cancel(): void }) {
  const { t } = useTranslation(['reviewSession', 'console']);
  const [add, adding] = useMutation(AddSessionItemDocument);
  const needed = { required: true, message: t('console:entry.missing') };
  const save = async ({ title, minutes }: Fields) => {
    const input = { id: props.session.id, title: title.trim(), minutes };
    const answer = await add({ variables: { input } }).catch(() => null);
    if (answer?.data) props.done(t('item.done', { title: input.title }));
  };
  return (
    <Form<Fields>
      className="entry-form"
      aria-label={t('item.verb')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={{ minutes: 20 }}
      onFinish={(fields) => void save(fields)}
    >
      <p>{t('item.text')}</p>
      <Form.Item name="title" label={t('item.title')} rules={[{ ...needed, whitespace: true }]}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="minutes" label={t('item.minutes')} rules={[needed]}>
        <InputNumber min={1} max={600} precision={0} />
      </Form.Item>
      <FormFoot error={adding.error} loading={adding.loading} verb={t('item.verb')} cancel={props.cancel} />
    </Form>
  );
}
