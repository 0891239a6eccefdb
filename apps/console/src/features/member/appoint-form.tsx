import { useMutation } from '@apollo/client/react';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { EntryAndFoot, EntryForm, entryOf, type EntryFields } from '../../components/entry-form';
import { OrganizationPicker } from '../../components/organization-picker';
import { AppointDocument, type MemberDetailFragment, type Post } from '../../generated/graphql';
import { POSTS } from './words';

interface Fields extends EntryFields {
  organizationId: string;
  post: Post;
}

/** 任职. */
export function AppointForm(props: { member: MemberDetailFragment; done(words: string): void; cancel(): void }) {
  const { t } = useTranslation(['member', 'console']);
  const { id, version, name, organization } = props.member;
  const [appoint, { loading, error }] = useMutation(AppointDocument);
  const needed = [{ required: true, message: t('console:entry.missing') }];
  const save = async (fields: Fields) => {
    const { effectiveOn: on, basis } = entryOf(fields);
    const { organizationId, post } = fields;
    const input = { id, version, organizationId, post, on, basis };
    // a refusal is shown above the buttons; the fields stay as they are
    if (await appoint({ variables: { input } }).catch(() => null))
      props.done(t('appoint.done', { name, post: t(`post.${post}`) }));
  };
  return (
    <EntryForm<Fields> initial={{ organizationId: organization?.id }} save={save}>
      <Form.Item name="post" label={t('field.post')} rules={needed}>
        <Select options={POSTS.map((value) => ({ value, label: t(`post.${value}`) }))} />
      </Form.Item>
      <Form.Item name="organizationId" label={t('appoint.to')} extra={t('appoint.toHelp')} rules={needed}>
        <OrganizationPicker />
      </Form.Item>
      <EntryAndFoot
        day={t('appoint.on')}
        help={t('ahead')}
        ahead
        error={error}
        loading={loading}
        verb={t('appoint.verb')}
        cancel={props.cancel}
      />
    </EntryForm>
  );
}
