import { useMutation } from '@apollo/client/react';
import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { EntryAndFoot, EntryForm, entryOf, type EntryFields } from '../../components/entry-form';
import { OrganizationPicker } from '../../components/organization-picker';
import { TransferAffiliationDocument, type AffiliationKind, type MemberDetailFragment } from '../../generated/graphql';
import { AFFILIATION_KINDS } from './words';

interface Fields extends EntryFields {
  organizationId: string;
  kind: AffiliationKind;
}

/** 转接组织关系, or one more affiliation of the functional kind. */
export function TransferForm(props: { member: MemberDetailFragment; done(words: string): void; cancel(): void }) {
  const { t } = useTranslation(['member', 'console']);
  const { id, version, name } = props.member;
  const [transfer, { loading, error }] = useMutation(TransferAffiliationDocument);
  const save = async (fields: Fields) => {
    const { effectiveOn: on, basis } = entryOf(fields);
    const { organizationId, kind } = fields;
    const input = { id, version, organizationId, kind, on, basis };
    // a refusal is shown above the buttons; the fields stay as they are
    if (await transfer({ variables: { input } }).catch(() => null)) props.done(t('transfer.done', { name }));
  };
  return (
    <EntryForm<Fields> initial={{ kind: 'FORMAL' }} save={save}>
      <Form.Item name="kind" label={t('affiliation.label')} extra={t('transfer.kindHelp')}>
        <Radio.Group options={AFFILIATION_KINDS.map((value) => ({ value, label: t(`affiliation.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="organizationId"
        label={t('transfer.to')}
        rules={[{ required: true, message: t('console:entry.missing') }]}
      >
        <OrganizationPicker />
      </Form.Item>
      <EntryAndFoot
        day={t('transfer.on')}
        help={t('ahead')}
        ahead
        error={error}
        loading={loading}
        verb={t('transfer.verb')}
        cancel={props.cancel}
      />
    </EntryForm>
  );
}
