import { useMutation } from '@apollo/client/react';
import { App, Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import {
  AddActivityTypeDocument,
  CatalogueTypesDocument,
  ChangeActivityTypeDocument,
  type ActivityKind,
  type Entitled,
  type OrganizationType,
  type TypeRowFragment,
} from '../../generated/graphql';
import { CatalogueDrawer } from './drawer';
import { ACTIVITY_KINDS, ENTITLED, ORGANIZATION_TYPES } from './words';

interface Fields {
  key: string;
  nameZh: string;
  nameEn: string;
  kind: ActivityKind;
  organizationTypes: OrganizationType[];
  entitled: Entitled;
  countsStudyHours: boolean;
  needsMinutes: boolean;
}

/** A type of the association's own, or what may be changed of one that is there. */
export function TypeForm({ type, close }: { type: TypeRowFragment | null; close(): void }) {
  const { t } = useTranslation(['catalogue', 'console', 'domain']);
  const { message } = App.useApp();
  const options = { refetchQueries: [CatalogueTypesDocument] };
  const [add, adding] = useMutation(AddActivityTypeDocument, options);
  const [change, changing] = useMutation(ChangeActivityTypeDocument, options);
  const needed = { required: true, message: t('console:entry.missing') };
  const save = async (fields: Fields) => {
    const names = { nameZh: fields.nameZh.trim(), nameEn: fields.nameEn.trim() };
    const { kind, entitled, organizationTypes, countsStudyHours = false, needsMinutes = false } = fields;
    const facts = { organizationTypes, countsStudyHours, needsMinutes };
    // of shipped types what they mean stays
    const meaning = type?.shipped ? {} : { kind, entitled };
    const answer = type
      ? await change({
          variables: { input: { id: type.id, version: type.version, ...names, ...facts, ...meaning } },
        }).catch(() => null)
      : await add({ variables: { input: { key: fields.key.trim(), ...names, ...facts, kind, entitled } } }).catch(
          () => null,
        );
    if (!answer?.data) return;
    void message.success(t(type ? 'change.done' : 'added', { name: names.nameZh }));
    close();
  };
  return (
    <CatalogueDrawer title={t(type ? 'change.type' : 'add.types')} close={close}>
      <Form<Fields>
        className="entry-form"
        layout="vertical"
        requiredMark={false}
        autoComplete="off"
        initialValues={
          type
            ? { ...type, nameZh: type.name.zh, nameEn: type.name.en }
            : { kind: 'OTHER', entitled: 'ALL_MEMBERS', organizationTypes: ['BRANCH'] }
        }
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item name="nameZh" label={t('field.nameZh')} rules={[{ ...needed, whitespace: true }]}>
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('field.nameEn')} rules={[{ ...needed, whitespace: true }]}>
          <Input maxLength={100} />
        </Form.Item>
        {type ? null : (
          <Form.Item
            name="key"
            label={t('field.key')}
            extra={t('field.keyHelp')}
            rules={[needed, { pattern: /^[A-Z][A-Z0-9_]{1,39}$/, message: t('field.keyWrong') }]}
          >
            <Input maxLength={40} />
          </Form.Item>
        )}
        <Form.Item name="kind" label={t('column.kind')} extra={type?.shipped ? t('field.fixed') : undefined}>
          <Select
            disabled={type?.shipped}
            options={ACTIVITY_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="organizationTypes" label={t('column.holders')} rules={[needed]}>
          <Select
            mode="multiple"
            options={ORGANIZATION_TYPES.map((value) => ({ value, label: t(`domain:type.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="entitled" label={t('column.entitled')}>
          <Select
            disabled={type?.shipped}
            options={ENTITLED.map((value) => ({ value, label: t(`entitled.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="countsStudyHours" valuePropName="checked">
          <Checkbox>{t('field.countsStudyHours')}</Checkbox>
        </Form.Item>
        <Form.Item name="needsMinutes" valuePropName="checked">
          <Checkbox>{t('field.needsMinutes')}</Checkbox>
        </Form.Item>
        <FormFoot
          error={adding.error ?? changing.error}
          loading={adding.loading || changing.loading}
          verb={t(type ? 'change.verb' : 'save')}
          cancel={close}
        />
      </Form>
    </CatalogueDrawer>
  );
}
