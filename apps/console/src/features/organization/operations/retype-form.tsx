import { useMutation } from '@apollo/client/react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ChangeOrganizationTypeDocument } from '../../../generated/graphql';
import { TYPES } from '../words';
import { Field } from './field';
import type { FormProps } from './operation-drawer';
import { noBasis, OperationForm } from './operation-form';
import { useDoneText } from './use-done-text';
import { useDraft } from './use-draft';
import { useSubmit } from './use-submit';

/** 改变类型. */
export function RetypeForm({ organization, facts, onDone, onCancel }: FormProps) {
  const { t } = useTranslation(['organization', 'domain']);
  const doneText = useDoneText();
  const { id } = organization;
  const [values, change, forget] = useDraft(`retype.${id}`, { ...noBasis(), type: organization.type });
  const state = useSubmit({ id, version: facts.version, fields: ['type', 'effectiveOn', 'basis'] });
  const [retype] = useMutation(ChangeOrganizationTypeDocument);
  const send = () =>
    void state.submit(async (version) => {
      await retype({ variables: { input: { id, version, ...values, basis: values.basis.trim() } } });
      forget();
      onDone(doneText(values.effectiveOn, t('retype.done', { type: t(`domain:type.${values.type}`) })));
    });
  return (
    <OperationForm
      values={values}
      change={change}
      state={state}
      verb={t('retype.verb')}
      blocked={values.type === organization.type}
      onSubmit={send}
      onCancel={onCancel}
    >
      <Field
        label={t('retype.type')}
        help={t('retype.typeHelp', { type: t(`domain:type.${organization.type}`) })}
        error={state.errors['type']}
      >
        {(control) => (
          <Select
            {...control}
            value={values.type}
            onChange={(type) => change({ type })}
            options={TYPES.map((type) => ({ value: type, label: t(`domain:type.${type}`) }))}
          />
        )}
      </Field>
    </OperationForm>
  );
}
