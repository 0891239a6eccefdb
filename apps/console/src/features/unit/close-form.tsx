import { useMutation } from '@apollo/client/react';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { CloseUnitDocument } from '../../generated/graphql';
import { EntryAndFoot, entryOf, noEntry, type EntryFields } from './form-parts';
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
    <Form<EntryFields>
      className="unit-form"
      layout="vertical"
      requiredMark={false}
      initialValues={noEntry()}
      onFinish={(fields) => void save(fields)}
    >
      <p>{t('close.text', { name })}</p>
      <EntryAndFoot error={error} loading={loading} verb={t('close.verb')} danger cancel={props.cancel} />
    </Form>
  );
}
