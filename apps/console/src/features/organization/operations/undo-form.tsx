import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import {
  UndoConsequencesDocument,
  UndoOperationDocument,
  WithdrawConsequencesDocument,
  WithdrawPendingOperationDocument,
} from '../../../generated/graphql';
import type { FormProps } from './operation-drawer';
import { noBasis, OperationForm } from './operation-form';
import { Foreseeing } from './outcome';
import { useDraft } from './use-draft';
import { useSubmit } from './use-submit';

/** 撤销这次变更, or 撤回 while its day has not come. Its day is that of the operation: nothing to choose. */
export function UndoForm({
  organization,
  facts,
  onDone,
  onCancel,
  asked,
}: FormProps & { asked: { kind: 'undo' | 'withdraw'; operationId: string; summary: string } }) {
  const { t } = useTranslation('organization');
  const { kind, operationId, summary } = asked;
  const [values, change, forget] = useDraft(`${kind}.${operationId}`, noBasis());
  const state = useSubmit({ id: organization.id, version: facts.version, fields: ['basis'] });
  const [undo] = useMutation(UndoOperationDocument);
  const [withdraw] = useMutation(WithdrawPendingOperationDocument);
  const undoing = kind === 'undo';
  const { data, error, loading, refetch } = useQuery(
    undoing ? UndoConsequencesDocument : WithdrawConsequencesDocument,
    { variables: { operationId }, fetchPolicy: 'network-only' },
  );
  const found = data?.found;
  const send = () =>
    void state.submit(async () => {
      const variables = { input: { operationId, basis: values.basis.trim() } };
      await (undoing ? undo({ variables }) : withdraw({ variables }));
      forget();
      onDone(t(`${kind}.done`));
    });
  return (
    <OperationForm
      values={values}
      change={change}
      state={state}
      verb={t(`${kind}.verb`)}
      danger
      undated
      blocked={!found || loading || found.refusals.length > 0}
      onSubmit={send}
      onCancel={onCancel}
      outcome={<Foreseeing found={found} loading={loading} error={error} retry={refetch} />}
    >
      <p className="operation-text">{t(`${kind}.text`, { summary })}</p>
    </OperationForm>
  );
}
