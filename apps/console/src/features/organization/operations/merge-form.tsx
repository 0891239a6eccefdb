import { skipToken, useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OrganizationPicker } from '../../../components/organization-picker';
import {
  MergeConsequencesDocument,
  MergeOrganizationsDocument,
  OrganizationLatestDocument,
} from '../../../generated/graphql';
import { Field } from './field';
import type { FormProps } from './operation-drawer';
import { noBasis, OperationForm } from './operation-form';
import { Foreseeing } from './outcome';
import { useDoneText } from './use-done-text';
import { useDraft } from './use-draft';
import { useSubmit } from './use-submit';

interface Chosen {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

/** 合并: others into this one. The server tries it and says what would happen before the button does it. */
export function MergeForm({ organization, facts, onDone, onCancel }: FormProps) {
  const { t } = useTranslation('organization');
  const doneText = useDoneText();
  const client = useApolloClient();
  const { id, name } = organization;
  const [values, change, forget] = useDraft(`merge.${id}`, noBasis());
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const state = useSubmit({ id, version: facts.version, fields: ['effectiveOn', 'basis'] });
  const [merge] = useMutation(MergeOrganizationsDocument);
  const inputOf = (version: number) => ({
    intoId: id,
    ids: chosen.map((one) => one.id),
    versions: [{ id, version }, ...chosen.map((one) => ({ id: one.id, version: one.version }))],
    effectiveOn: values.effectiveOn,
    basis: values.basis.trim() || '—',
  });
  const { data, error, loading, refetch } = useQuery(
    MergeConsequencesDocument,
    chosen.length > 0
      ? { variables: { input: { ...inputOf(state.version), basis: '—' } }, fetchPolicy: 'network-only' }
      : skipToken,
  );
  const found = chosen.length > 0 ? data?.found : undefined;
  const add = async (other: string | null) => {
    if (!other || chosen.some((one) => one.id === other)) return;
    const { data: read } = await client.query({
      query: OrganizationLatestDocument,
      variables: { id: other },
      fetchPolicy: 'network-only',
    });
    const known = read?.partyOrganization;
    if (known) setChosen((before) => [...before, { id: other, name: known.name, version: known.version }]);
    else state.setErrors({ ids: t('merge.unseen') });
  };
  const send = () =>
    void state.submit(async (version) => {
      await merge({ variables: { input: inputOf(version) } });
      forget();
      onDone(doneText(values.effectiveOn, t('merge.done', { count: chosen.length, name })), id);
    });
  return (
    <OperationForm
      values={values}
      change={change}
      state={state}
      verb={t('merge.verb')}
      danger
      blocked={!found || loading || found.refusals.length > 0}
      onSubmit={send}
      onCancel={onCancel}
      outcome={<Foreseeing found={found} loading={loading} error={error} retry={refetch} />}
    >
      <p className="operation-text">{t('merge.text', { name })}</p>
      <Field label={t('merge.ids')} error={state.errors['ids']}>
        {(control) => <OrganizationPicker id={control.id} value={null} onChange={(other) => void add(other)} />}
      </Field>
      {chosen.length > 0 ? (
        <ul className="merge-chosen">
          {chosen.map((one) => (
            <li key={one.id}>
              {one.name}{' '}
              <Button size="small" onClick={() => setChosen(chosen.filter(({ id: other }) => other !== one.id))}>
                {t('merge.remove', { name: one.name })}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </OperationForm>
  );
}
