import { useMutation } from '@apollo/client/react';
import { App, DatePicker, Form, Input, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { OrganizationPicker } from '../../components/organization-picker';
import { OverrideRuleDocument, RulesDocument, type RuleRowFragment, type RuleStrength } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { localOr } from '../../lib/i18n';
import { FormFoot } from './rule-form-foot';

interface Fields {
  organizationId: string | null;
  value: string;
  strength: RuleStrength;
  basis: string;
  from: Dayjs;
  to?: Dayjs | null;
}

/** A stricter rule of the association or of one organization; the API refuses what loosens a rule that must hold. */
export function OverrideForm({ rule, done }: { rule: RuleRowFragment; done(): void }) {
  const { t } = useTranslation('rules');
  const { message } = App.useApp();
  const [override, { loading, error }] = useMutation(OverrideRuleDocument, { refetchQueries: [RulesDocument] });
  const save = async (fields: Fields) => {
    const input = {
      key: rule.key,
      organizationId: fields.organizationId,
      value: fields.value.trim(),
      strength: fields.strength,
      basis: fields.basis.trim(),
      effectiveFrom: fields.from.format('YYYY-MM-DD'),
      effectiveTo: fields.to?.format('YYYY-MM-DD') ?? null,
    };
    // A refusal is shown above the buttons; the fields stay as they are.
    const answer = await override({ variables: { input } }).catch(() => null);
    if (!answer) return;
    void message.success(t('override.done'));
    done();
  };
  return (
    <Form<Fields>
      className="rule-form"
      layout="vertical"
      requiredMark={false}
      initialValues={{
        organizationId: rule.organizationId,
        value: rule.value,
        strength: rule.strength,
        from: dayjs(today()),
      }}
      onFinish={(fields) => void save(fields)}
    >
      <Form.Item name="organizationId" label={t('override.for')} extra={t('override.forHelp')}>
        <OrganizationPicker none={t('override.association')} />
      </Form.Item>
      <Form.Item
        name="value"
        label={t('override.value')}
        extra={t('override.valueHelp', { value: rule.value, unit: localOr(rule.unit, '') })}
        rules={[{ required: true, whitespace: true, message: t('override.valueMissing') }]}
      >
        <Input suffix={localOr(rule.unit, '')} maxLength={200} />
      </Form.Item>
      <Form.Item name="strength" label={t('override.strength')}>
        <Radio.Group
          options={[
            { value: 'MUST', label: t('strength.MUST') },
            { value: 'NORMAL', label: t('strength.NORMAL') },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="basis"
        label={t('override.basis')}
        extra={t('override.basisHelp')}
        rules={[{ required: true, whitespace: true, message: t('override.basisMissing') }]}
      >
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item
        name="from"
        label={t('override.from')}
        rules={[{ required: true, message: t('override.fromMissing') }]}
      >
        <DatePicker />
      </Form.Item>
      <Form.Item name="to" label={t('override.to')} extra={t('override.toHelp')}>
        <DatePicker />
      </Form.Item>
      <FormFoot error={error} loading={loading} verb={t('override.verb')} cancel={done} />
    </Form>
  );
}
