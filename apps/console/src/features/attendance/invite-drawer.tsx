import { useMutation } from '@apollo/client/react';
import { App, Drawer, Form, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { OrganizationPicker } from '../../components/organization-picker';
import { InviteToActivityDocument, type Post } from '../../generated/graphql';
import { PastedNames } from './pasted-names';
import { PeoplePicker, type Chosen } from './people-picker';

const WAYS = ['member', 'organization', 'post'] as const;
const POSTS: readonly Post[] = [
  'SECRETARY',
  'DEPUTY_SECRETARY',
  'ORGANIZATION_MEMBER',
  'PUBLICITY_MEMBER',
  'DISCIPLINE_MEMBER',
  'COMMITTEE_MEMBER',
  'GROUP_LEADER',
];

interface Fields {
  people?: Chosen[];
  organizationId?: string;
  post?: Post;
}

/** 邀请: people, the members of an organization, or those who hold a post in it and in what it leads. */
export function InviteDrawer(props: { activity: { id: string; title: string }; close(): void; done(): void }) {
  const { t } = useTranslation(['attendance', 'console']);
  const { message } = App.useApp();
  const [way, setWay] = useState<(typeof WAYS)[number]>('member');
  const [invite, { loading, error }] = useMutation(InviteToActivityDocument);
  const needed = { required: true, message: t('console:entry.missing') };
  const [form] = Form.useForm<Fields>();
  const people = Form.useWatch('people', form) ?? [];
  const choose = (more: readonly Chosen[]) => {
    const now = form.getFieldValue('people') as Chosen[] | undefined;
    const there = new Set(now?.map(({ id }) => id));
    form.setFieldValue('people', [...(now ?? []), ...more.filter(({ id }) => !there.has(id))]);
  };
  const save = async ({ people: chosen = [], organizationId = '', post = 'SECRETARY' }: Fields) => {
    const whom =
      way === 'member'
        ? { memberIds: chosen.map(({ id }) => id) }
        : way === 'post'
          ? { posts: [{ organizationId, post }] }
          : { organizationIds: [organizationId] };
    const input = { activityId: props.activity.id, ...whom };
    const answer = await invite({ variables: { input } }).catch(() => null);
    if (!answer?.data) return;
    const { entitled, guests } = answer.data.inviteToActivity;
    void message.success(t('invite.done', { entitled, guests }));
    props.done();
    props.close();
  };
  return (
    <Drawer
      title={t('invite.verb')}
      aria-label={t('invite.verb')}
      size={440}
      open
      onClose={props.close}
      closable={{ 'aria-label': t('close'), placement: 'end' }}
    >
      <Form<Fields>
        form={form}
        className="entry-form"
        aria-label={t('invite.verb')}
        layout="vertical"
        requiredMark={false}
        autoComplete="off"
        initialValues={{ post: 'SECRETARY' }}
        onFinish={(fields) => void save(fields)}
      >
        <p>{t('invite.text', { title: props.activity.title })}</p>
        <Form.Item>
          <Segmented
            className="invite-ways"
            aria-label={t('invite.way')}
            value={way}
            onChange={(value) => setWay(WAYS.find((one) => one === value) ?? 'member')}
            options={WAYS.map((one) => ({ value: one, label: t(`invite.by.${one}`) }))}
          />
        </Form.Item>
        {way === 'member' ? (
          <>
            <Form.Item name="people" label={t('invite.member')} rules={[needed]}>
              <PeoplePicker />
            </Form.Item>
            <PastedNames activityId={props.activity.id} chosen={people} choose={choose} />
          </>
        ) : (
          <Form.Item name="organizationId" label={t('invite.organization')} extra={t('invite.below')} rules={[needed]}>
            <OrganizationPicker />
          </Form.Item>
        )}
        {way === 'post' ? (
          <Form.Item name="post" label={t('invite.post')} rules={[needed]}>
            <Select options={POSTS.map((post) => ({ value: post, label: t(`post.${post}`) }))} />
          </Form.Item>
        ) : null}
        <FormFoot
          error={error}
          loading={loading}
          verb={way === 'member' && people.length > 1 ? t('invite.people', { count: people.length }) : t('invite.verb')}
          cancel={props.close}
        />
      </Form>
    </Drawer>
  );
}
