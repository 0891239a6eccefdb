import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrganizationName } from '../../components/organization-name';
import type { CadenceRowFragment } from '../../generated/graphql';

/** One rule of a cadence: what the table has a row for. */
export interface CadenceLine {
  readonly id: string;
  readonly cadence: CadenceRowFragment;
  readonly rule: CadenceRowFragment['history'][number];
}

/** Whether its own rule can be changed here: of the house, and set with the cadence. */
export const isHouse = ({ cadence, rule }: CadenceLine): boolean =>
  rule.layer !== 'REGULATION' && rule.organizationId === (cadence.organization?.id ?? null);

/** 2 次/半年; a fixed weekday behind it. */
export function Times({ cadence, rule }: CadenceLine) {
  const { t } = useTranslation('catalogue');
  return (
    <span className="nowrap">
      <b>{rule.value}</b> {t(`per.${cadence.period}`)}
      {cadence.weekday ? <span className="quiet"> {t(`weekday.${cadence.weekday}`)}</span> : null}
    </span>
  );
}

/** Whom it applies to. */
export function ScopeWords({ cadence, rule }: CadenceLine) {
  const { t } = useTranslation(['catalogue', 'domain']);
  const parts = [
    cadence.organizationTypes.map((type) => t(`domain:type.${type}`)).join(t('comma')),
    ...(cadence.tiers ? [cadence.tiers.map((tier) => t(`domain:tier.${tier}`)).join(t('comma'))] : []),
    ...(cadence.needsCommittee ? [t('cadence.withCommittee')] : []),
  ];
  return (
    <>
      {rule.organizationId ? (
        <span className="cadence-part">
          <OrganizationName id={rule.organizationId} /> {t('cadence.andBelow')}
        </span>
      ) : null}
      {parts.join(' · ')}
    </>
  );
}

/** Regulation, or a rule of the house. */
export function LayerTag({ rule }: CadenceLine) {
  const { t } = useTranslation('catalogue');
  return <Tag color={rule.layer === 'REGULATION' ? undefined : 'blue'}>{t(`layer.${rule.layer}`)}</Tag>;
}
