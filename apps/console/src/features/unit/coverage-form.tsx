import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ChangeUnitCoverageDocument } from '../../generated/graphql';
import { CoverageFields, coverageOf, type CoverageValues } from './coverage-fields';
import { EntryAndFoot, EntryForm, entryOf, type EntryFields } from '../../components/entry-form';
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
    <EntryForm<Fields> initial={{ coverage, coveredById: coveredBy?.id ?? null, liaison }} save={save}>
      <CoverageFields />
      <EntryAndFoot
        help={t('effectiveOnHelp')}
        error={error}
        loading={loading}
        verb={t('coverage.verb')}
        cancel={props.cancel}
      />
    </EntryForm>
  );
}
