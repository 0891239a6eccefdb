import { useMutation, useQuery } from '@apollo/client/react';
import { LeftOutlined } from '@ant-design/icons';
import { App } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { ScopedLink } from '../../components/scoped-link';
import {
  ConfirmImportDocument,
  DiscardImportDocument,
  ImportBatchStateDocument,
  UndoImportDocument,
  type ImportState,
  type ImportSummaryFragment,
} from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { useLiveEvent } from '../../lib/live-events';
import { useNarrow } from '../../lib/narrow';
import { BatchState } from './batch-state';
import { CheckView } from './check-view';
import { ProgressView } from './progress-view';
import { ReceiptView } from './receipt-view';
import { StepLine, type Step } from './step-line';
import { TemplateButton } from './template-button';
import './import.css';

/** How often progress is asked for while work runs; the live channel tells most of it sooner. */
const POLL_MS = 1500;

const steps: Record<ImportState, Step> = {
  READING: 'check',
  CHECKED: 'check',
  WRITING: 'confirm',
  IMPORTED: 'receipt',
  UNDONE: 'receipt',
  DISCARDED: 'receipt',
  FAILED: 'receipt',
};
const isWorking = (batch: ImportSummaryFragment | null | undefined): boolean =>
  batch?.state === 'READING' || batch?.state === 'WRITING';

/** One import, at the step where it is. It can be left and found again at any step. */
export function ImportPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('import');
  const { message } = App.useApp();
  const narrow = useNarrow();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(ImportBatchStateDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    pollInterval: POLL_MS,
    skipPollAttempt: () => document.hidden,
  });
  const batch = data?.importBatch;
  const settled = batch != null && !isWorking(batch);
  useEffect(() => {
    if (settled) stopPolling();
  }, [settled, stopPolling]);
  const follow = () => {
    startPolling(POLL_MS);
    void refetch();
  };
  useLiveEvent('import', (event) => {
    if (event.id === id) void refetch();
  });
  useLiveEvent('job', (event) => {
    if (event.id === batch?.job?.id) void refetch();
  });
  const [confirmImport, confirming] = useMutation(ConfirmImportDocument);
  const [discardImport] = useMutation(DiscardImportDocument);
  const [undoImport, undoing] = useMutation(UndoImportDocument);
  const act = (work: Promise<unknown>) => {
    work.then(follow).catch((failed: unknown) => {
      void message.error(errorText(failed));
      follow();
    });
  };

  if (error && !batch) return <ErrorView error={error} retry={() => void refetch()} />;
  if (data && !batch) return <Empty action={<ScopedLink to="/import">{t('toList')}</ScopedLink>}>{t('gone')}</Empty>;
  if (!batch) return <div aria-busy="true" className="page-wait" />;
  const crumb = batch.total > 0 ? t('fileOf', { file: batch.fileName, count: batch.total }) : batch.fileName;
  return (
    <div className="import-page" data-checking={batch.state === 'CHECKED' || undefined}>
      <PageHead
        title={t('kind.ORGANIZATIONS')}
        note={
          <>
            {narrow ? <LeftOutlined aria-hidden /> : null} <ScopedLink to="/import">{t('title')}</ScopedLink>{' '}
            {narrow ? null : `/ ${crumb}`}
          </>
        }
        state={batch.state === 'CHECKED' ? undefined : <BatchState state={batch.state} />}
        actions={<TemplateButton kind={batch.kind} />}
      />
      <StepLine current={steps[batch.state]} note={crumb} />
      {isWorking(batch) ? (
        <ProgressView batch={batch} onDiscard={() => act(discardImport({ variables: { input: { id } } }))} />
      ) : batch.state === 'CHECKED' ? (
        <CheckView
          batch={batch}
          busy={confirming.loading}
          onConfirm={(goodRowsOnly) => act(confirmImport({ variables: { input: { id, goodRowsOnly } } }))}
          onDiscard={() => act(discardImport({ variables: { input: { id } } }))}
        />
      ) : (
        <ReceiptView
          batch={batch}
          busy={undoing.loading}
          onUndo={() => act(undoImport({ variables: { input: { id } } }))}
        />
      )}
    </div>
  );
}
