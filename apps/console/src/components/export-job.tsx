import { useMutation } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ExportRequestForm } from './export-request-form';
import { StateWord } from './state-glyph';
import { CancelExportDocument } from '../generated/graphql';
import './export-job.css';
import { errorText, refusalOf } from '../lib/errors';
import { local } from '../lib/i18n';
import { useJob } from './use-job';
import type { Exporting } from './use-request-export';

type Props = Exporting & {
  small?: boolean;
  /** What the button says; else that the list is exported. */
  verb?: string;
};

/**
 * Exports what is shown as .xlsx: a job with progress that can be cancelled, then a file to save. What tells of too many
 * people is asked for instead.
 */
export function ExportJob(props: Props) {
  const { t } = useTranslation('console');
  const [jobId, setJobId] = useState<string | null>(null);
  const [starting, setStarting] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const [asked, setAsked] = useState(false);
  const [cancel] = useMutation(CancelExportDocument);
  const { job, running, error, refetch } = useJob(jobId);

  const size = props.small ? 'small' : undefined;
  const begin = async () => {
    setStarting(true);
    setRefused(null);
    setAsked(false);
    try {
      setJobId(await props.begin());
    } catch (begun) {
      setRefused(begun);
    } finally {
      setStarting(false);
    }
  };
  const needsApproval = props.ask && refusalOf(refused)?.reason === 'EXPORT_NEEDS_APPROVAL';
  const failed = needsApproval ? null : (refused ?? error);
  return (
    <span className="export" role="status">
      {asked ? (
        <StateWord state="pending">
          <Link to="/access?tab=exports">{t('export.waitsForApproval')}</Link>
        </StateWord>
      ) : null}
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
          <Button size={size} onClick={() => void begin()}>
            {t('export.again')}
          </Button>
        </>
      ) : (
        <Button size={size} loading={starting} onClick={() => void begin()}>
          {props.verb ?? t('export.verb')}
        </Button>
      )}
      {needsApproval && props.ask ? (
        <ExportRequestForm
          refusal={refused}
          ask={props.ask}
          asked={() => {
            setRefused(null);
            setAsked(true);
          }}
          close={() => setRefused(null)}
        />
      ) : null}
    </span>
  );
}
