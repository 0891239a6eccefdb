import { useMutation } from '@apollo/client/react';
import { App, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import {
  AddCatalogueTermDocument,
  CatalogueTermRowsDocument,
  ChangeCatalogueTermDocument,
  type TermKind,
  type TermRowFragment,
} from '../../generated/graphql';
import { CatalogueDrawer } from './drawer';

interface Fields {
  key: string;
  nameZh: string;
  nameEn: string;
}

/** A topic, line or form: a new one, or what one is called. */
export function TermForm({ term, kind, close }: { term: TermRowFragment | null; kind: TermKind; close(): void }) {
  const { t } = useTranslation(['catalogue', 'console']);
  const { message } = App.useApp();
  const options = { refetchQueries: [CatalogueTermRowsDocument] };
  const [add, adding] = useMutation(AddCatalogueTermDocument, options);
  const [change, changing] = useMutation(ChangeCatalogueTermDocument, options);
  const needed = { required: true, message: t('console:entry.missing') };
  const save = async (fields: Fields) => {
    const names = { nameZh: fields.nameZh.trim(), nameEn: fields.nameEn.trim() };
    const answer = term
      ? await change({ variables: { input: { id: term.id, version: term.version, ...names } } }).catch(() => null)
      : await add({ variables: { input: { kind, key: fields.key.trim(), ...names } } }).catch(() => null);
    if (!answer?.data) return;
    void message.success(t(term ? 'change.done' : 'added', { name: names.nameZh }));
    close();
  };
  return (
    <CatalogueDrawer title={t(term ? 'change.term' : `addTerm.${kind}`)} close={close}>
      <Form<Fields>
        className="entry-form"
        layout="vertical"
        requiredMark={false}
        autoComplete="off"
        initialValues={term ? { nameZh: term.name.zh, nameEn: term.name.en } : {}}
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item name="nameZh" label={t('field.nameZh')} rules={[{ ...needed, whitespace: true }]}>
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('field.nameEn')} rules={[{ ...needed, whitespace: true }]}>
          <Input maxLength={100} />
        </Form.Item>
        {term ? null : (
          <Form.Item
            name="key"
            label={t('field.key')}
            extra={t('field.keyHelp')}
            rules={[needed, { pattern: /^[A-Z][A-Z0-9_]{1,39}$/, message: t('field.keyWrong') }]}
          >
            <Input maxLength={40} />
          </Form.Item>
        )}
        <FormFoot
          error={adding.error ?? changing.error}
          loading={adding.loading || changing.loading}
          verb={t(term ? 'change.verb' : 'save')}
          cancel={close}
        />
      </Form>
    </CatalogueDrawer>
  );
}
