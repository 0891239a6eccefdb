import { useMutation } from '@apollo/client/react';
import { Button, DatePicker, Drawer, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OrganizationPicker } from '../../components/organization-picker';
import { RegisterMemberDocument, type MemberStatus } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { errorText } from '../../lib/errors';

interface Values {
  name: string;
  idNumber: string;
  phone?: string;
  status: MemberStatus;
  joinedOn?: Dayjs | null;
  fullOn?: Dayjs | null;
  organizationId: string;
  since: Dayjs;
  basis: string;
}

const STATUSES = ['FULL', 'PROBATIONARY', 'CANDIDATE', 'ACTIVIST', 'APPLICANT'] as const;
const dayOf = (date: Dayjs | null | undefined): string | null => date?.format('YYYY-MM-DD') ?? null;

/** 登记党员. Birth date and gender follow from the ID number. */
export function RegisterForm(props: { organizationId: string | null; close(): void; done(id: string): void }) {
  const { t } = useTranslation('member');
  const [refused, setRefused] = useState<string | null>(null);
  const [register, { loading }] = useMutation(RegisterMemberDocument);
  const send = async (values: Values) => {
    setRefused(null);
    const { joinedOn, fullOn, since, ...rest } = values;
    const input = { ...rest, joinedOn: dayOf(joinedOn), fullOn: dayOf(fullOn), since: since.format('YYYY-MM-DD') };
    try {
      const { data } = await register({ variables: { input } });
      if (data) props.done(data.registerMember.id);
    } catch (error) {
      setRefused(errorText(error));
    }
  };
  const needed = [{ required: true, message: t('needed') }];
  return (
    <Drawer open title={t('register.title')} aria-label={t('register.title')} size={480} onClose={props.close}>
      <Form<Values>
        layout="vertical"
        className="member-form"
        initialValues={{ status: 'FULL', since: dayjs(today()), organizationId: props.organizationId }}
        onFinish={(values) => void send(values)}
        autoComplete="off"
      >
        <Form.Item name="name" label={t('field.name')} rules={needed}>
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item name="idNumber" label={t('field.idNumber')} extra={t('register.idHelp')} rules={needed}>
          <Input maxLength={24} autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label={t('field.phone')}>
          <Input maxLength={20} autoComplete="off" />
        </Form.Item>
        <Form.Item name="status" label={t('field.status')} rules={needed}>
          <Select options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))} />
        </Form.Item>
        <Form.Item name="joinedOn" label={t('field.joinedOn')}>
          <DatePicker />
        </Form.Item>
        <Form.Item name="fullOn" label={t('field.fullOn')}>
          <DatePicker />
        </Form.Item>
        <Form.Item name="organizationId" label={t('field.organization')} rules={needed}>
          <OrganizationPicker />
        </Form.Item>
        <Form.Item name="since" label={t('on')} rules={needed}>
          <DatePicker allowClear={false} />
        </Form.Item>
        <Form.Item name="basis" label={t('basis')} rules={needed}>
          <Input maxLength={500} />
        </Form.Item>
        {refused ? (
          <p className="member-refusal" role="alert">
            {refused}
          </p>
        ) : null}
        <div className="member-buttons">
          <Button onClick={props.close}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={loading}>
            {t('register.verb')}
          </Button>
        </div>
      </Form>
    </Drawer>
  );
}
