import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrganizationName } from '../../components/organization-name';
import { StateWord } from '../../components/state-glyph';
import type { RuleRowFragment } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { local } from '../../lib/i18n';

/** Whether it holds today; the end is the first day on which it no longer does. */
export const inForce = (rule: Pick<RuleRowFragment, 'effectiveFrom' | 'effectiveTo'>): boolean =>
  rule.effectiveFrom <= today() && (!rule.effectiveTo || rule.effectiveTo > today());

/** Value with its unit, never wrapped. */
export function RuleValue({ rule }: { rule: RuleRowFragment }) {
  return (
    <span>
      <strong>{rule.value}</strong>
      {rule.unit ? ` ${local(rule.unit)}` : null}
    </span>
  );
}

/** Layer and strength; the organization's name where a rule is an organization's own. */
export function RuleTags({ rule }: { rule: RuleRowFragment }) {
  const { t } = useTranslation('rules');
  return (
    <span className="rule-tags">
      <Tag>{rule.organizationId ? <OrganizationName id={rule.organizationId} /> : t(`layer.${rule.layer}`)}</Tag>
      <Tag>{t(`strength.${rule.strength}`)}</Tag>
    </span>
  );
}

/** Confirmed, to be confirmed, or no longer in force; shape and word. */
export function RuleState({ rule }: { rule: RuleRowFragment }) {
  const { t } = useTranslation('rules');
  if (!inForce(rule)) return <StateWord state="waived">{t('state.notInForce')}</StateWord>;
  if (rule.needsConfirmation) return <StateWord state="unplanned">{t('state.toConfirm')}</StateWord>;
  return <StateWord state="done">{t(rule.confirmedAt ? 'state.confirmed' : 'state.house')}</StateWord>;
}
