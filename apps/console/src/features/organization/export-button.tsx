import { skipToken, useMutation, useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateWord } from '../../components/state-glyph';
import {
  CancelExportDocument,
  ExportOrganizationsDocument,
  ExportProgressDocument,
  type PartyOrganizationFilter,
  type PartyOrganizationOrder,
} from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';
import { useLiveEvent } from '../../lib/live-events';
import { usePreferences } from '../../lib/preferences';

/** How often progress is asked for when the live channel is silent. */
const POLL_MS = 1500;

/** Exports exactly what is shown as .xlsx: a job with progress that can be cancelled, then a file to save. */
export function ExportButton(props: {
  within?: string | null;
  filter?: PartyOrganizationFilter;
  order?: PartyOrganizationOrder;
  small?: boolean;
}) {
  const { t } = useTranslation('organization');
  const { language } = usePreferences();
  const [jobId, setJobId] = useState<string | null>(null);
  const [start, started] = useMutation(ExportOrganizationsDocument);
  const [cancel] = useMutation(CancelExportDocument);
  const { data, error, refetch, stopPolling } = useQuery(
    ExportProgressDocument,
    jobId ? { variables: { id: jobId }, pollInterval: POLL_MS, fetchPolicy: 'network-only' } : skipToken,
  );
  const job = jobId ? data?.job : null;
  const running = jobId !== null && (!job || job.state === 'QUEUED' || job.state === 'RUNNING');
  const settled = job != null && !running;
  useEffect(() => {
    if (settled) stopPolling();
  }, [settled, stopPolling]);
  useLiveEvent('job', ({ id }) => {
    if (id === jobId) void refetch();
  });

  const size = props.small ? 'small' : undefined;
  /** A refusal is shown from `started.error`. */
  const begin = async () => {
    const { within, filter, order } = props;
    const { data: begun } = await start({ variables: { input: { within, filter, order, locale: language } } });
    setJobId(begun?.exportOrganizations.id ?? null);
  };
  const failed = started.error ?? error;
  return (
    <span className="export" role="status">
      {failed ? <StateWord state="late">{errorText(failed)}</StateWord> : null}
      {job?.state === 'FAILED' ? (
        <StateWord state="late">{job.message ? local(job.message) : t('export.failed')}</StateWord>
      ) : null}
      {job?.state === 'CANCELLED' ? <span className="quiet">{t('export.cancelled')}</span> : null}
      {running && jobId ? (
        <>
          <span className="quiet">
            {job?.total ? t('export.progress', { done: job.done, total: job.total }) : t('export.waiting')}
          </span>
          <Button
            size={size}
            onClick={() => void cancel({ variables: { input: { id: jobId } } }).then(() => refetch())}
          >
            {t('export.cancel')}
          </Button>
        </>
      ) : job?.state === 'DONE' && job.file ? (
        <>
          <a className="export-file" href={job.file.url} download={job.file.name}>
            {t('export.download', { name: job.file.name })}
          </a>
          <Button size={size} onClick={() => void begin().catch(() => undefined)}>
            {t('export.again')}
          </Button>
        </>
      ) : (
        <Button size={size} loading={started.loading} onClick={() => void begin().catch(() => undefined)}>
          {t('export.verb')}
        </Button>
      )}
    </span>
  );
}
