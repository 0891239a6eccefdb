import { skipToken, useMutation, useQuery } from '@apollo/client/react';
import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../../components/error-view';
import { MoveConsequencesDocument, MoveOrganizationDocument, type ParentRelation } from '../../../generated/graphql';
import { OrganizationPicker } from '../../../components/organization-picker';
import { Consequences } from './consequences';
import { Field } from './field';
import type { FormProps } from './operation-drawer';
import { noBasis, OperationForm } from './operation-form';
import { RelationChoice } from './relation-choice';
import { useDoneText } from './use-done-text';
import { useDraft } from './use-draft';
import { useSubmit } from './use-submit';

const FIELDS = ['parentId', 'relation', 'effectiveOn', 'basis'];

interface Values {
  parentId: string | null;
  relation: ParentRelation;
  effectiveOn: string;
  basis: string;
}

/** 移动: with the whole subtree. The consequences come from the server and stand above the button that does it. */
export function MoveForm({ organization, facts, onDone, onCancel, parentId }: FormProps & { parentId?: string }) {
  const { t } = useTranslation('organization');
  const doneText = useDoneText();
  const { id } = organization;
  const [values, change, forget] = useDraft<Values>(`move.${id}.${parentId ?? ''}`, {
    ...noBasis(),
    parentId: parentId ?? null,
    relation: organization.relation ?? 'LEADS',
  });
  const state = useSubmit({ id, version: facts.version, fields: FIELDS });
  const [move] = useMutation(MoveOrganizationDocument);
  const { parentId: target, relation, effectiveOn } = values;
  const { data, error, loading, refetch } = useQuery(
    MoveConsequencesDocument,
    target
      ? { variables: { input: { id, parentId: target, relation, effectiveOn } }, fetchPolicy: 'network-only' }
      : skipToken,
  );
  const consequences = target ? data?.moveConsequences : undefined;
  const send = () => {
    if (!target) return;
    void state.submit(async (version) => {
      const input = { id, version, parentId: target, relation, effectiveOn, basis: values.basis.trim() };
      await move({ variables: { input } });
      forget();
      const to = consequences?.to.name ?? '';
      onDone(doneText(effectiveOn, t('move.done', { name: organization.name, to })), id);
    });
  };
  return (
    <OperationForm
      values={values}
      change={change}
      state={state}
      verb={consequences ? t('move.verbCount', { count: consequences.organizationCount }) : t('move.verb')}
      blocked={!consequences || loading || consequences.refusals.length > 0}
      onSubmit={send}
      onCancel={onCancel}
      outcome={
        <>
          {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
          {loading ? <Spin size="small" /> : null}
          {consequences && !loading ? <Consequences organization={organization} found={consequences} /> : null}
        </>
      }
    >
      <Field
        label={t('move.parent')}
        help={t('move.parentHelp', { name: organization.parent?.name ?? t('none') })}
        error={state.errors['parentId']}
      >
        {(control) => (
          <OrganizationPicker id={control.id} value={target} onChange={(chosen) => change({ parentId: chosen })} />
        )}
      </Field>
      <RelationChoice value={relation} onChange={(chosen) => change({ relation: chosen })} />
    </OperationForm>
  );
}
