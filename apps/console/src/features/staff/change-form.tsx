import { useMutation } from '@apollo/client/react';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { EntryForm, FormFoot, type EntryFields } from '../../components/entry-form';
import { ChangeStaffDocument, type StaffDetailFragment, type StaffTime } from '../../generated/graphql';
import { TimeField } from './assign-form';

interface Fields extends EntryFields {
  position: string;
  time: StaffTime;
  phone?: string;
}

/** 更正: a phone that is not typed is left as it is. */
export function ChangeForm(props: { staff: StaffDetailFragment; done(words: string): void; cancel(): void }) {
  const { t } = useTranslation(['staff', 'console']);
  const { id, version, name, position, time, phone } = props.staff;
  const [change, { loading, error }] = useMutation(ChangeStaffDocument);
  const save = async (fields: Fields) => {
    const said = { position: fields.position.trim(), time: fields.time, phone: fields.phone?.trim() || null };
    // a refusal is shown above the buttons; the fields stay as they are
    if (await change({ variables: { input: { id, version, ...said } } }).catch(() => null))
      props.done(t('change.done', { name }));
  };
  return (
    <EntryForm<Fields> initial={{ position, time }} save={save}>
      <Form.Item
        name="position"
        label={t('field.position')}
        rules={[{ required: true, whitespace: true, message: t('console:entry.missing') }]}
      >
        <Input maxLength={50} />
      </Form.Item>
      <TimeField />
      <Form.Item name="phone" label={t('field.phone')}>
        <Input maxLength={20} placeholder={phone ? t('change.keep', { shown: phone }) : undefined} />
      </Form.Item>
      <FormFoot error={error} loading={loading} verb={t('change.verb')} cancel={props.cancel} />
    </EntryForm>
  );
}
