import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { CloseUnitDocument } from '../../generated/graphql';
import { EntryAndFoot, EntryForm, entryOf, type EntryFields } from '../../components/entry-form';
import type { UnitDetail } from './unit-drawer';

/** 注销. */
export function CloseForm(props: { unit: UnitDetail; done(words: string): void; cancel(): void }) {
  const { t } = useTranslation('unit');
  const { id, version, name } = props.unit;
  const [close, { loading, error }] = useMutation(CloseUnitDocument);
  const save = async (fields: EntryFields) => {
    const answer = await close({ variables: { input: { id, version, ...entryOf(fields) } } }).catch(() => null);
    if (answer) props.done(t('close.done', { name }));
  };
  return (
    <EntryForm<EntryFields> save={save}>
      <p>{t('close.text', { name })}</p>
      <EntryAndFoot
        help={t('effectiveOnHelp')}
        error={error}
        loading={loading}
        verb={t('close.verb')}
        danger
        cancel={props.cancel}
      />
    </EntryForm>
  );
}
