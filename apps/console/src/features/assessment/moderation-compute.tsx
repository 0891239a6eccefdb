import { useMutation } from '@apollo/client/react';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateWord } from '../../components/state-glyph';
import { useJob } from '../../components/use-job';
import { ComputeAssessmentsDocument } from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';
import type { Moderated } from './moderation-page';

/** 算分: a job that may be left; what it came to is said beside the button. */
export function ModerationCompute({ cycle, done }: { cycle: Moderated; done(): void }) {
  const { t } = useTranslation('result');
  const [jobId, setJobId] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const [start, { loading, error: refused }] = useMutation(ComputeAssessmentsDocument);
  const { job, running, error } = useJob(jobId);
  const ended = job != null && !running ? job.id : null;
  useEffect(() => {
    if (!ended || ended === told) return;
    setTold(ended);
    done();
  }, [ended, told, done]);
  const failed = refused ?? error;
  const outcome = job?.message ? local(job.message) : t('compute.failed');
  const { id, version, progress } = cycle;
  return (
    <span className="moderation-compute" role="status">
      {failed ? <StateWord state="late">{errorText(failed)}</StateWord> : null}
      {ended ? <StateWord state={job?.state === 'FAILED' ? 'late' : 'done'}>{outcome}</StateWord> : null}
      {running ? (
        <span className="quiet">
          {job?.total ? t('compute.progress', { done: job.done, total: job.total }) : t('compute.waiting')}
        </span>
      ) : null}
      <Button
        type={progress.computed === 0 ? 'primary' : 'default'}
        loading={loading || running}
        onClick={() =>
          void start({ variables: { input: { id, version } } }).then(
            ({ data }) => {
              setJobId(data?.computeAssessments ?? null);
              // to start it is a change of the cycle
              done();
            },
            () => undefined, // told above
          )
        }
      >
        {t(progress.computed === 0 ? 'compute.verb' : 'compute.again')}
      </Button>
    </span>
  );
}
