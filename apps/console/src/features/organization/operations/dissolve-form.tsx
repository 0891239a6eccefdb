import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { StateGlyph } from '../../../components/state-glyph';
import { DissolveConsequencesDocument, DissolveOrganizationDocument } from '../../../generated/graphql';
import type { FormProps } from './operation-drawer';
import { noBasis, OperationForm } from './operation-form';
import { Foreseeing } from './outcome';
import { useDoneText } from './use-done-text';
import { useDraft } from './use-draft';
import { useSubmit } from './use-submit';

/** 撤销. */
export function DissolveForm({ organization, facts, onDone, onCancel }: FormProps) {
  const { t } = useTranslation('organization');
  const doneText = useDoneText();
  const { id, childCount } = organization;
  const [values, change, forget] = useDraft(`dissolve.${id}`, noBasis());
  const state = useSubmit({ id, version: facts.version, fields: ['effectiveOn', 'basis'] });
  const [dissolve] = useMutation(DissolveOrganizationDocument);
  const { data, error, loading, refetch } = useQuery(DissolveConsequencesDocument, {
    variables: { input: { id, version: state.version, effectiveOn: values.effectiveOn, basis: '—' } },
    fetchPolicy: 'network-only',
  });
  const found = data?.found;
  const send = () =>
    void state.submit(async (version) => {
      await dissolve({ variables: { input: { id, version, ...values, basis: values.basis.trim() } } });
      forget();
      const text = doneText(values.effectiveOn, t('dissolve.done', { name: organization.name }));
      onDone(text, organization.parent?.id);
    });
  return (
    <OperationForm
      values={values}
      change={change}
      state={state}
      verb={t('dissolve.verb')}
      danger
      blocked={!found || loading || found.refusals.length > 0}
      outcome={<Foreseeing found={found} loading={loading} error={error} retry={refetch} />}
      onSubmit={send}
      onCancel={onCancel}
    >
      <p className="operation-text">{t('dissolve.stays', { name: organization.name })}</p>
      {childCount > 0 ? (
        <div className="conflict">
          <StateGlyph state="risk" size={14} />
          <p>{t('dissolve.children', { count: childCount })}</p>
        </div>
      ) : null}
    </OperationForm>
  );
}
