import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrganizationPicker } from '../../components/organization-picker';
import type { CoverageKind } from '../../generated/graphql';
import { COVERAGES } from './words';

export interface CoverageValues {
  coverage: CoverageKind;
  coveredById?: string | null;
  liaison?: string | null;
}

/** Only what goes with the coverage is sent; what was filled in for another way is not. */
export const coverageOf = ({ coverage, coveredById, liaison }: CoverageValues) => ({
  coverage,
  coveredById: coverage === 'OWN_ORGANIZATION' || coverage === 'JOINT_ORGANIZATION' ? (coveredById ?? null) : null,
  liaison: coverage === 'LIAISON' ? liaison?.trim() || null : null,
});

/** How it is covered, and what goes with that. */
export function CoverageFields() {
  const { t } = useTranslation(['unit', 'domain', 'console']);
  const coverage = Form.useWatch<CoverageKind | undefined>('coverage');
  return (
    <>
      <Form.Item
        name="coverage"
        label={t('column.coverage')}
        rules={[{ required: true, message: t('console:entry.missing') }]}
      >
        <Radio.Group options={COVERAGES.map((value) => ({ value, label: t(`domain:coverage.${value}`) }))} />
      </Form.Item>
      {coverage === 'OWN_ORGANIZATION' || coverage === 'JOINT_ORGANIZATION' ? (
        <Form.Item name="coveredById" label={t('field.coveredBy')} extra={t('field.coveredByHelp')}>
          <OrganizationPicker none={t('field.notTold')} />
        </Form.Item>
      ) : null}
      {coverage === 'LIAISON' ? (
        <Form.Item name="liaison" label={t('field.liaison')}>
          <Input maxLength={50} />
        </Form.Item>
      ) : null}
    </>
  );
}
