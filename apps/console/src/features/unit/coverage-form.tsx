import { useMutation } from '@apollo/client/react';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ChangeUnitCoverageDocument } from '../../generated/graphql';
import { CoverageFields, coverageOf, type CoverageValues } from './coverage-fields';
import { EntryAndFoot, entryOf, noEntry, type EntryFields } from './form-parts';
import type { UnitDetail } from './unit-drawer';

type Fields = EntryFields & CoverageValues;

/** 覆盖方式变更. */
export function CoverageForm(props: { unit: UnitDetail; done(words: string): void; cancel(): void }) {
  const { t } = useTranslation('unit');
  const { id, version, name, coverage, coveredBy, liaison } = props.unit;
  const [change, { loading, error }] = useMutation(ChangeUnitCoverageDocument);
  const save = async (fields: Fields) => {
    const input = { id, version, ...coverageOf(fields), ...entryOf(fields) };
    const answer = await change({ variables: { input } }).catch(() => null);
    if (answer) props.done(t('coverage.done', { name }));
  };
  return (
    <Form<Fields>
      className="unit-form"
      layout="vertical"
      requiredMark={false}
      initialValues={{ ...noEntry(), coverage, coveredById: coveredBy?.id ?? null, liaison }}
      onFinish={(fields) => void save(fields)}
    >
      <CoverageFields />
      <EntryAndFoot error={error} loading={loading} verb={t('coverage.verb')} cancel={props.cancel} />
    </Form>
  );
}
