import { useMutation } from '@apollo/client/react';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { EraseMemberDocument, type MemberDetailFragment } from '../../generated/graphql';

interface Fields {
  readonly name: string;
  readonly basis: string;
}

/** 删除个人信息: what goes and what stays is said first, and the name is typed once more. */
export function EraseForm(props: { member: MemberDetailFragment; done(words: string): void; cancel(): void }) {
  const { t } = useTranslation('member');
  const { id, version, name } = props.member;
  const [erase, { loading, error }] = useMutation(EraseMemberDocument);
  const send = async (fields: Fields) => {
    const input = { id, version, name: fields.name.trim(), basis: fields.basis.trim() };
    if (await erase({ variables: { input } }).catch(() => null)) props.done(t('erase.done', { name }));
  };
  return (
    <Form<Fields> className="entry-form" layout="vertical" onFinish={(fields) => void send(fields)}>
      <p>{t('erase.goes')}</p>
      <p>{t('erase.stays')}</p>
      <p>{t('erase.forGood')}</p>
      <Form.Item
        name="name"
        label={t('erase.name', { name })}
        rules={[{ required: true, type: 'enum', enum: [name], message: t('erase.nameNeeded') }]}
      >
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item name="basis" label={t('erase.basis')} rules={[{ required: true, message: t('erase.basisNeeded') }]}>
        <Input maxLength={500} placeholder={t('erase.basisExample')} />
      </Form.Item>
      <FormFoot error={error} loading={loading} verb={t('erase.verb')} danger cancel={props.cancel} />
    </Form>
  );
}
