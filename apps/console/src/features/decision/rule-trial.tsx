import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OrganizationPicker } from '../../components/organization-picker';
import { Panel } from '../../components/panel';
import type { MatterCategory } from '../../generated/graphql';
import { useScope } from '../../lib/scope';
import { fenOf } from './amount';
import { RuleFacts } from './rule-facts';
import { useRuleFor } from './use-rule-for';
import { CATEGORIES } from './words';

/** Which rule would apply to a matter? Nothing is saved by asking. */
export function RuleTrial() {
  const { t } = useTranslation('decision');
  const { within } = useScope();
  const [category, setCategory] = useState<MatterCategory>('LARGE_FUNDS');
  const [organizationId, setOrganization] = useState<string | null>(within ?? null);
  const [amount, setAmount] = useState('');
  const organization = organizationId ? { id: organizationId } : null;
  const rule = useRuleFor({ category, organization, amountFen: fenOf(amount) });
  return (
    <Panel title={t('trial.title')} note={t('trial.note')}>
      <div className="review-trial">
        <Form layout="vertical" component="div">
          <Form.Item label={t('field.organization')} htmlFor="trial-organization">
            <OrganizationPicker id="trial-organization" value={organizationId} onChange={setOrganization} />
          </Form.Item>
          <Form.Item label={t('field.category')} htmlFor="trial-category">
            <Select
              id="trial-category"
              value={category}
              options={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
              onChange={setCategory}
            />
          </Form.Item>
          <Form.Item label={t('field.amountTyped')} htmlFor="trial-amount">
            <Input
              id="trial-amount"
              inputMode="decimal"
              suffix={t('amount.unit')}
              value={amount}
              onChange={(event) => setAmount(event.target.value)}
            />
          </Form.Item>
        </Form>
        <div aria-live="polite">
          {rule ? <RuleFacts rule={rule} /> : <p className="quiet">{t(organization ? 'rule.none' : 'trial.choose')}</p>}
        </div>
      </div>
    </Panel>
  );
}
