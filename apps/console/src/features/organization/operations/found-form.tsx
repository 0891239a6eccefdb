import { useMutation } from '@apollo/client/react';
import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  FoundOrganizationDocument,
  type OrganizationType,
  type ParentRelation,
  type Tier,
} from '../../../generated/graphql';
import { OrganizationPicker } from '../../../components/organization-picker';
import { TIERS, TYPES } from '../words';
import { Field } from './field';
import type { FormProps } from './operation-drawer';
import { noBasis, OperationForm } from './operation-form';
import { RelationChoice } from './relation-choice';
import { useDoneText } from './use-done-text';
import { useDraft } from './use-draft';
import { useSubmit } from './use-submit';

const FIELDS = ['parentId', 'relation', 'type', 'tier', 'name', 'code', 'termYears', 'effectiveOn', 'basis'];

interface Values {
  parentId: string;
  relation: ParentRelation;
  type: OrganizationType;
  tier: Tier | null;
  name: string;
  code: string;
  termYears: number | null;
  effectiveOn: string;
  basis: string;
}

/** 成立: what the parent says already is filled in; sent twice, it founds once. */
export function FoundForm({ organization: parent, onDone, onCancel }: FormProps) {
  const { t } = useTranslation(['organization', 'domain']);
  const doneText = useDoneText();
  const [values, change, forget] = useDraft<Values>(`found.${parent.id}`, {
    ...noBasis(),
    parentId: parent.id,
    relation: parent.relation ?? 'LEADS',
    type: 'BRANCH',
    tier: null,
    name: '',
    code: '',
    termYears: null,
  });
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const state = useSubmit({ version: 0, fields: FIELDS });
  const [found] = useMutation(FoundOrganizationDocument);
  const send = () => {
    const missing = (['name', 'code'] as const).filter((name) => !values[name].trim());
    if (missing.length > 0) {
      state.setErrors(Object.fromEntries(missing.map((name) => [name, t(`found.${name}Missing`)])));
      return;
    }
    void state.submit(async () => {
      const text = { name: values.name.trim(), code: values.code.trim(), basis: values.basis.trim() };
      const input = { ...values, ...text, foundedOn: values.effectiveOn, idempotencyKey };
      const { data } = await found({ variables: { input } });
      forget();
      onDone(doneText(values.effectiveOn, t('found.done', { name: text.name })), data?.foundOrganization.id);
    });
  };
  const text = (name: 'name' | 'code', maxLength: number) => (
    <Field label={t(`found.${name}`)} help={t(`found.${name}Help`)} error={state.errors[name]}>
      {(control) => (
        <Input
          {...control}
          maxLength={maxLength}
          value={values[name]}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <OperationForm
      values={values}
      change={change}
      state={state}
      verb={t('found.verb')}
      onSubmit={send}
      onCancel={onCancel}
    >
      <Field label={t('found.parent')} help={t('found.parentHelp')} error={state.errors['parentId']}>
        {(control) => (
          <OrganizationPicker
            id={control.id}
            value={values.parentId}
            onChange={(id) => change({ parentId: id ?? parent.id })}
          />
        )}
      </Field>
      {text('name', 100)}
      {text('code', 32)}
      <Field label={t('found.type')} error={state.errors['type']}>
        {(control) => (
          <Select
            {...control}
            value={values.type}
            onChange={(type) => change({ type })}
            options={TYPES.map((type) => ({ value: type, label: t(`domain:type.${type}`) }))}
          />
        )}
      </Field>
      <RelationChoice value={values.relation} onChange={(relation) => change({ relation })} />
      <Field
        label={t('found.tier')}
        optional={t('operation.optional')}
        help={t('found.tierHelp')}
        error={state.errors['tier']}
      >
        {(control) => (
          <Select
            {...control}
            value={values.tier}
            allowClear
            onChange={(tier) => change({ tier: tier ?? null })}
            placeholder={t('found.tierChoose')}
            options={TIERS.map((tier) => ({ value: tier, label: t(`domain:tier.${tier}`) }))}
          />
        )}
      </Field>
      <Field
        label={t('found.termYears')}
        optional={t('operation.optional')}
        help={t('found.termYearsHelp')}
        error={state.errors['termYears']}
      >
        {(control) => (
          <InputNumber
            {...control}
            min={1}
            max={10}
            value={values.termYears}
            onChange={(termYears) => change({ termYears })}
          />
        )}
      </Field>
    </OperationForm>
  );
}
