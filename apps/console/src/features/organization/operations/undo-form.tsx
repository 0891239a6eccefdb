import { skipToken, useMutation, useQuery } from '@apollo/client/react';
import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../../components/error-view';
import {
  UndoConsequencesDocument,
  UndoOperationDocument,
  WithdrawPendingOperationDocument,
} from '../../../generated/graphql';
import type { FormProps } from './operation-drawer';
import { noBasis, OperationForm } from './operation-form';
import { Outcome } from './outcome';
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
    UndoConsequencesDocument,
    undoing ? { variables: { operationId }, fetchPolicy: 'network-only' } : skipToken,
  );
  const found = data?.undoConsequences;
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
      blocked={undoing && (!found || loading || found.refusals.length > 0)}
      onSubmit={send}
      onCancel={onCancel}
      outcome={
        <>
          {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
          {loading ? <Spin size="small" /> : null}
          {found && !loading ? <Outcome found={found} /> : null}
        </>
      }
    >
      <p className="operation-text">{t(`${kind}.text`, { summary })}</p>
    </OperationForm>
  );
}
