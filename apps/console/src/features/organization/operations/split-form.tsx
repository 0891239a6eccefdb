import { skipToken, useMutation, useQuery } from '@apollo/client/react';
import { Button, Input, InputNumber, Select, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  SplitConsequencesDocument,
  SplitOrganizationDocument,
  type OrganizationType,
  type SplitPlacement,
} from '../../../generated/graphql';
import { useRested } from '../../../lib/rested';
import { TYPES } from '../words';
import { Field } from './field';
import type { FormProps } from './operation-drawer';
import { noBasis, OperationForm } from './operation-form';
import { Foreseeing } from './outcome';
import { useDoneText } from './use-done-text';
import { useDraft } from './use-draft';
import { useSubmit } from './use-submit';

interface Part {
  name: string;
  code: string;
  type: OrganizationType;
  reportedMemberCount: number | null;
}

/** What is asked about, once typing rests. */
interface Asked {
  placement: SplitPlacement;
  newOrganizations: Part[];
  effectiveOn: string;
}

const PLACEMENTS: SplitPlacement[] = ['BESIDE', 'BELOW'];

/** 拆分: this one stays, the new ones stand beside or below it. */
export function SplitForm({ organization, facts, onDone, onCancel }: FormProps) {
  const { t } = useTranslation(['organization', 'domain']);
  const doneText = useDoneText();
  const { id, name, type } = organization;
  const empty: Part = { name: '', code: '', type, reportedMemberCount: null };
  const [values, change, forget] = useDraft<{
    effectiveOn: string;
    basis: string;
    placement: SplitPlacement;
    parts: Part[];
  }>(`split.${id}`, { ...noBasis(), placement: 'BESIDE', parts: [empty] });
  const state = useSubmit({ id, version: facts.version, fields: ['name', 'code', 'type', 'effectiveOn', 'basis'] });
  const [split] = useMutation(SplitOrganizationDocument);
  const { parts, placement, effectiveOn } = values;
  const set = (at: number, part: Partial<Part>) =>
    change({ parts: parts.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const complete = parts.every((part) => part.name.trim() && part.code.trim());
  const asked = useRested(complete ? JSON.stringify({ placement, newOrganizations: parts, effectiveOn }) : null);
  const { data, error, loading, refetch } = useQuery(
    SplitConsequencesDocument,
    asked
      ? {
          variables: { input: { id, version: state.version, basis: '—', ...(JSON.parse(asked) as Asked) } },
          fetchPolicy: 'network-only',
        }
      : skipToken,
  );
  const found = asked && !loading ? data?.found : undefined;
  const send = () =>
    void state.submit(async (version) => {
      const input = { id, version, placement, newOrganizations: parts, effectiveOn, basis: values.basis.trim() };
      await split({ variables: { input } });
      forget();
      onDone(doneText(effectiveOn, t('split.done', { count: parts.length, name })), id);
    });
  return (
    <OperationForm
      values={values}
      change={change}
      state={state}
      verb={t('split.verb', { count: parts.length })}
      blocked={!found || found.refusals.length > 0}
      outcome={<Foreseeing found={found} loading={loading} error={error} retry={refetch} />}
      onSubmit={send}
      onCancel={onCancel}
    >
      <p className="operation-text">{t('split.text', { name })}</p>
      <Segmented
        aria-label={t('split.placement')}
        value={placement}
        onChange={(chosen) => change({ placement: chosen })}
        options={PLACEMENTS.map((value) => ({ value, label: t(`split.${value}`) }))}
      />
      {parts.map((part, at) => (
        <fieldset key={at} className="split-part">
          <legend>{t('split.part', { number: at + 1 })}</legend>
          <Field label={t('found.name')} error={state.errors['name']}>
            {(control) => (
              <Input
                {...control}
                maxLength={100}
                value={part.name}
                onChange={(event) => set(at, { name: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('found.code')} error={state.errors['code']}>
            {(control) => (
              <Input
                {...control}
                maxLength={32}
                value={part.code}
                onChange={(event) => set(at, { code: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('found.type')} error={state.errors['type']}>
            {(control) => (
              <Select
                {...control}
                value={part.type}
                onChange={(chosen) => set(at, { type: chosen })}
                options={TYPES.map((one) => ({ value: one, label: t(`domain:type.${one}`) }))}
              />
            )}
          </Field>
          <Field label={t('split.members')} optional={t('operation.optional')}>
            {(control) => (
              <InputNumber
                {...control}
                min={0}
                value={part.reportedMemberCount}
                onChange={(reportedMemberCount) => set(at, { reportedMemberCount })}
              />
            )}
          </Field>
          {parts.length > 1 ? (
            <Button size="small" onClick={() => change({ parts: parts.filter((_, index) => index !== at) })}>
              {t('split.remove', { number: at + 1 })}
            </Button>
          ) : null}
        </fieldset>
      ))}
      {parts.length < 20 ? (
        <Button onClick={() => change({ parts: [...parts, empty] })}>{t('split.add')}</Button>
      ) : null}
    </OperationForm>
  );
}
