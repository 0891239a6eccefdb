import { useMutation } from '@apollo/client/react';
import { DatePicker, Form, Input, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { EntryAndFoot, EntryForm, entryOf, FormFoot, type EntryFields } from '../../components/entry-form';
import { OrganizationPicker } from '../../components/organization-picker';
import {
  ChangeMemberDocument,
  RegisterMemberDocument,
  type AffiliationKind,
  type Gender,
  type MemberDetailFragment,
  type MemberStatus,
} from '../../generated/graphql';
import { AFFILIATION_KINDS, STATUSES } from './words';

interface Fields extends EntryFields {
  name: string;
  idNumber?: string;
  phone?: string;
  gender?: Gender | null;
  birthDate?: Dayjs | null;
  ethnicity?: string | null;
  education?: string | null;
  jobTitle?: string | null;
  status: MemberStatus;
  joinedOn?: Dayjs | null;
  fullOn?: Dayjs | null;
  organizationId: string;
  kind: AffiliationKind;
}

const dayOf = (date: Dayjs | null | undefined): string | null => date?.format('YYYY-MM-DD') ?? null;
const dateOf = (day: string | null | undefined): Dayjs | null => (day ? dayjs(day) : null);

/** What is known, as the API takes it; numbers that were not typed are left as they are. */
const factsOf = (fields: Fields) => ({
  name: fields.name.trim(),
  idNumber: fields.idNumber?.trim() || null,
  phone: fields.phone?.trim() || null,
  gender: fields.gender ?? null,
  birthDate: dayOf(fields.birthDate),
  ethnicity: fields.ethnicity?.trim() || null,
  education: fields.education?.trim() || null,
  jobTitle: fields.jobTitle?.trim() || null,
  status: fields.status,
  joinedOn: dayOf(fields.joinedOn),
  fullOn: dayOf(fields.fullOn),
});

/** 登记 without a member, 更正 with one: where a member belongs has forms of its own then. */
export function MemberFactsForm(props: {
  member: MemberDetailFragment | null;
  organizationId?: string | null;
  done(words: string): void;
  cancel(): void;
}) {
  const { t } = useTranslation(['member', 'console']);
  const { member } = props;
  const [register, registering] = useMutation(RegisterMemberDocument);
  const [change, changing] = useMutation(ChangeMemberDocument);
  const needed = [{ required: true, message: t('console:entry.missing') }];
  const save = async (fields: Fields) => {
    const facts = factsOf(fields);
    const { effectiveOn: since, basis } = member ? { effectiveOn: '', basis: '' } : entryOf(fields);
    const { organizationId, kind } = fields;
    const written = member
      ? change({ variables: { input: { id: member.id, version: member.version, ...facts } } })
      : register({ variables: { input: { ...facts, organizationId, kind, since, basis } } });
    // a refusal is shown above the buttons; the fields stay as they are
    if (await written.catch(() => null)) props.done(t(member ? 'change.done' : 'register.done', { name: facts.name }));
  };
  const initial = member
    ? {
        ...member,
        idNumber: undefined,
        phone: undefined,
        birthDate: dateOf(member.birthDate),
        joinedOn: dateOf(member.joinedOn),
        fullOn: dateOf(member.fullOn),
      }
    : { status: 'FULL' as const, kind: 'FORMAL' as const, organizationId: props.organizationId ?? undefined };
  const keep = (shown: string | null | undefined) => (shown ? t('change.keep', { shown }) : undefined);
  return (
    <EntryForm<Fields> initial={initial} save={save}>
      <Form.Item name="name" label={t('field.name')} rules={[{ ...needed[0], whitespace: true }]}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="idNumber" label={t('field.idNumber')} extra={t('register.idHelp')}>
        <Input maxLength={24} placeholder={keep(member?.idNumber)} />
      </Form.Item>
      <Form.Item name="phone" label={t('field.phone')}>
        <Input maxLength={20} placeholder={keep(member?.phone)} />
      </Form.Item>
      <Form.Item name="status" label={t('field.status')} rules={needed}>
        <Select options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))} />
      </Form.Item>
      <div className="member-pair">
        <Form.Item name="joinedOn" label={t('field.joinedOn')}>
          <DatePicker />
        </Form.Item>
        <Form.Item name="fullOn" label={t('field.fullOn')}>
          <DatePicker />
        </Form.Item>
      </div>
      {member ? (
        <div className="member-pair">
          <Form.Item name="gender" label={t('field.gender')}>
            <Radio.Group
              options={(['MALE', 'FEMALE'] as const).map((value) => ({ value, label: t(`gender.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="birthDate" label={t('field.birthDate')}>
            <DatePicker />
          </Form.Item>
        </div>
      ) : (
        <>
          <Form.Item name="organizationId" label={t('field.organization')} rules={needed}>
            <OrganizationPicker />
          </Form.Item>
          <Form.Item name="kind" label={t('affiliation.label')} extra={t('register.kindHelp')}>
            <Radio.Group options={AFFILIATION_KINDS.map((value) => ({ value, label: t(`affiliation.${value}`) }))} />
          </Form.Item>
        </>
      )}
      <Form.Item name="ethnicity" label={t('field.ethnicity')}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="education" label={t('field.education')}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="jobTitle" label={t('field.jobTitle')}>
        <Input maxLength={100} />
      </Form.Item>
      {member ? (
        <FormFoot error={changing.error} loading={changing.loading} verb={t('change.verb')} cancel={props.cancel} />
      ) : (
        <EntryAndFoot
          day={t('register.on')}
          error={registering.error}
          loading={registering.loading}
          verb={t('register.verb')}
          cancel={props.cancel}
        />
      )}
    </EntryForm>
  );
}
