import { useMutation } from '@apollo/client/react';
import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryAndFoot, EntryForm, entryOf, type EntryFields } from '../../components/entry-form';
import { OrganizationPicker } from '../../components/organization-picker';
import { AssignStaffDocument, type StaffTime } from '../../generated/graphql';
import { MemberPicker } from './member-picker';
import { TIMES } from './words';

interface Fields extends EntryFields {
  memberId?: string;
  name?: string;
  organizationId: string;
  position: string;
  time: StaffTime;
  phone?: string;
}

const WAYS = ['member', 'name'] as const;

/** 登记: a member of the register, or somebody by name alone. */
export function AssignForm(props: { organizationId: string | null; done(words: string): void; cancel(): void }) {
  const { t } = useTranslation(['staff', 'console']);
  const [way, setWay] = useState<(typeof WAYS)[number]>('member');
  const [assign, { loading, error }] = useMutation(AssignStaffDocument);
  const needed = { required: true, message: t('console:entry.missing') };
  const save = async (fields: Fields) => {
    const { effectiveOn: since, basis } = entryOf(fields);
    const { organizationId, time } = fields;
    const who = way === 'member' ? { memberId: fields.memberId } : { name: fields.name?.trim() };
    const said = { position: fields.position.trim(), time, phone: fields.phone?.trim() || null };
    // a refusal is shown above the buttons; the fields stay as they are
    const answer = await assign({ variables: { input: { ...who, organizationId, ...said, since, basis } } }).catch(
      () => null,
    );
    const name = answer?.data?.assignStaff.name;
    if (name) props.done(t('assign.done', { name }));
  };
  return (
    <EntryForm<Fields> initial={{ organizationId: props.organizationId ?? undefined, time: 'FULL_TIME' }} save={save}>
      <Form.Item label={t('assign.who')}>
        <Radio.Group
          aria-label={t('assign.who')}
          value={way}
          onChange={({ target }) => setWay(WAYS.find((one) => one === target.value) ?? 'member')}
          options={WAYS.map((value) => ({ value, label: t(`assign.by.${value}`) }))}
        />
      </Form.Item>
      {way === 'member' ? (
        <Form.Item name="memberId" label={t('field.member')} rules={[needed]}>
          <MemberPicker />
        </Form.Item>
      ) : (
        <Form.Item
          name="name"
          label={t('field.name')}
          extra={t('assign.nameHelp')}
          rules={[{ ...needed, whitespace: true }]}
        >
          <Input maxLength={50} />
        </Form.Item>
      )}
      <Form.Item name="organizationId" label={t('field.organization')} rules={[needed]}>
        <OrganizationPicker />
      </Form.Item>
      <Form.Item
        name="position"
        label={t('field.position')}
        extra={t('assign.positionHelp')}
        rules={[{ ...needed, whitespace: true }]}
      >
        <Input maxLength={50} />
      </Form.Item>
      <TimeField />
      <Form.Item name="phone" label={t('field.phone')} extra={t('assign.phoneHelp')}>
        <Input maxLength={20} />
      </Form.Item>
      <EntryAndFoot
        day={t('field.since')}
        help={t('ahead')}
        ahead
        error={error}
        loading={loading}
        verb={t('assign.verb')}
        cancel={props.cancel}
      />
    </EntryForm>
  );
}

/** 专职 or 兼职. */
export function TimeField() {
  const { t } = useTranslation('staff');
  return (
    <Form.Item name="time" label={t('field.time')}>
      <Radio.Group options={TIMES.map((value) => ({ value, label: t(`time.${value}`) }))} />
    </Form.Item>
  );
}
