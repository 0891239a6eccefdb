import { useMutation } from '@apollo/client/react';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateWord } from '../../components/state-glyph';
import { useJob } from '../../components/use-job';
import { VerifyAuditChainDocument } from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';

/** Verifies the whole chain: a job that may be left; its result stands in the panel below. */
export function VerifyButton({ done }: { done(): void }) {
  const { t } = useTranslation('audit');
  const [jobId, setJobId] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const [start, { loading, error: refused }] = useMutation(VerifyAuditChainDocument);
  const { job, running, error } = useJob(jobId);
  const ended = job != null && !running ? job.id : null;
  useEffect(() => {
    if (!ended || ended === told) return;
    setTold(ended);
    done();
  }, [ended, told, done]);
  const failed = refused ?? error;
  return (
    <span className="audit-verify" role="status">
      {failed ? <StateWord state="late">{errorText(failed)}</StateWord> : null}
      {job?.state === 'FAILED' ? (
        <StateWord state="late">{job.message ? local(job.message) : t('verify.failed')}</StateWord>
      ) : null}
      {running ? (
        <span className="quiet">
          {job?.total ? t('verify.progress', { done: job.done, total: job.total }) : t('verify.waiting')}
        </span>
      ) : null}
      <Button
        type="primary"
        loading={loading || running}
        onClick={() =>
          void start().then(
            ({ data }) => setJobId(data?.verifyAuditChain.id ?? null),
            () => undefined, // told above
          )
        }
      >
        {t('verify.verb')}
      </Button>
    </span>
  );
}
