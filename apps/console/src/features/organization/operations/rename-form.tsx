import { useMutation } from '@apollo/client/react';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { RenameOrganizationDocument } from '../../../generated/graphql';
import { Field } from './field';
import type { FormProps } from './operation-drawer';
import { noBasis, OperationForm } from './operation-form';
import { useDoneText } from './use-done-text';
import { useDraft } from './use-draft';
import { useSubmit } from './use-submit';

/** 更名. */
export function RenameForm({ organization, facts, onDone, onCancel }: FormProps) {
  const { t } = useTranslation('organization');
  const doneText = useDoneText();
  const { id } = organization;
  const [values, change, forget] = useDraft(`rename.${id}`, { ...noBasis(), name: organization.name });
  const state = useSubmit({ id, version: facts.version, fields: ['name', 'effectiveOn', 'basis'] });
  const [rename] = useMutation(RenameOrganizationDocument);
  const same = values.name.trim() === organization.name || values.name.trim() === '';
  const send = () =>
    void state.submit(async (version) => {
      const input = { id, version, ...values, name: values.name.trim(), basis: values.basis.trim() };
      await rename({ variables: { input } });
      forget();
      onDone(doneText(values.effectiveOn, t('rename.done', { name: input.name })));
    });
  return (
    <OperationForm
      values={values}
      change={change}
      state={state}
      verb={t('rename.verb')}
      blocked={same}
      onSubmit={send}
      onCancel={onCancel}
    >
      <Field
        label={t('rename.name')}
        help={t('rename.nameHelp', { name: organization.name })}
        error={state.errors['name']}
      >
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            value={values.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
    </OperationForm>
  );
}
