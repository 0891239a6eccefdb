import { useMutation } from '@apollo/client/react';
import { Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OrganizationPicker } from '../../components/organization-picker';
import {
  AppointDocument,
  EndAppointmentDocument,
  TransferAffiliationDocument,
  type AffiliationKind,
  type MemberDetailFragment,
  type Post,
} from '../../generated/graphql';
import { today } from '../../lib/dates';
import { errorText } from '../../lib/errors';

/** What is to be done with a member. */
export type Step =
  { readonly kind: 'transfer' | 'appoint' } | { readonly kind: 'endAppointment'; readonly appointmentId: string };

const POSTS = [
  'SECRETARY',
  'DEPUTY_SECRETARY',
  'ORGANIZATION_MEMBER',
  'PUBLICITY_MEMBER',
  'DISCIPLINE_MEMBER',
  'COMMITTEE_MEMBER',
  'GROUP_LEADER',
] as const;

/** Transfer, appointment and its end: where, from when, on which paper. */
export function StepForm({ member, step, close }: { member: MemberDetailFragment; step: Step; close(): void }) {
  const { t } = useTranslation('member');
  const [organizationId, setOrganization] = useState<string | null>(
    step.kind === 'appoint' ? (member.organization?.id ?? null) : null,
  );
  const [kind, setKind] = useState<AffiliationKind>('FORMAL');
  const [post, setPost] = useState<Post>('COMMITTEE_MEMBER');
  const [on, setOn] = useState(today());
  const [basis, setBasis] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [transfer, transferring] = useMutation(TransferAffiliationDocument);
  const [appoint, appointing] = useMutation(AppointDocument);
  const [end, ending] = useMutation(EndAppointmentDocument);
  const ready = basis.trim() !== '' && (step.kind === 'endAppointment' || organizationId !== null);
  const send = async () => {
    setRefused(null);
    const common = { id: member.id, version: member.version, on, basis: basis.trim() };
    try {
      if (step.kind === 'endAppointment')
        await end({ variables: { input: { ...common, appointmentId: step.appointmentId } } });
      else if (!organizationId) return;
      else if (step.kind === 'appoint') await appoint({ variables: { input: { ...common, organizationId, post } } });
      else await transfer({ variables: { input: { ...common, organizationId, kind } } });
      close();
    } catch (error) {
      setRefused(errorText(error));
    }
  };
  return (
    <Form layout="vertical" className="member-form" aria-label={t(`${step.kind}.verb`)} onFinish={() => void send()}>
      {step.kind === 'endAppointment' ? null : (
        <Form.Item label={t(`${step.kind}.to`)} htmlFor="member-organization">
          <OrganizationPicker id="member-organization" value={organizationId} onChange={setOrganization} />
        </Form.Item>
      )}
      {step.kind === 'transfer' ? (
        <Form.Item label={t('affiliation.label')} htmlFor="member-kind">
          <Select
            id="member-kind"
            value={kind}
            options={(['FORMAL', 'FUNCTIONAL'] as const).map((value) => ({ value, label: t(`affiliation.${value}`) }))}
            onChange={setKind}
          />
        </Form.Item>
      ) : null}
      {step.kind === 'appoint' ? (
        <Form.Item label={t('field.post')} htmlFor="member-post">
          <Select
            id="member-post"
            value={post}
            options={POSTS.map((value) => ({ value, label: t(`post.${value}`) }))}
            onChange={setPost}
          />
        </Form.Item>
      ) : null}
      <Form.Item label={t('on')} htmlFor="member-on">
        <DatePicker
          id="member-on"
          allowClear={false}
          value={dayjs(on)}
          onChange={(date) => date && setOn(dayjs(date).format('YYYY-MM-DD'))}
        />
      </Form.Item>
      <Form.Item label={t('basis')} htmlFor="member-basis">
        <Input id="member-basis" maxLength={500} value={basis} onChange={(event) => setBasis(event.target.value)} />
      </Form.Item>
      {refused ? (
        <p className="member-refusal" role="alert">
          {refused}
        </p>
      ) : null}
      <div className="member-buttons">
        <Button onClick={close}>{t('cancel')}</Button>
        <Button
          type="primary"
          htmlType="submit"
          disabled={!ready}
          loading={transferring.loading || appointing.loading || ending.loading}
        >
          {t(`${step.kind}.verb`)}
        </Button>
      </div>
    </Form>
  );
}
