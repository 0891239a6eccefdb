import { useMutation } from '@apollo/client/react';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { CancelExportDocument } from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';
import { StateWord } from '../state-glyph';
import { useJob } from '../use-job';

/** A batch that a job writes: all of it or nothing, whatever happens to this page meanwhile. */
export function BatchProgress(props: { id: string; done(): void }) {
  const { t } = useTranslation('ledger');
  const { job, running, error, refetch } = useJob(props.id);
  const [cancel] = useMutation(CancelExportDocument);
  const total = job?.total ?? 0;
  return (
    <div className="batch-progress" role="status">
      {running ? (
        <>
          <Progress
            percent={total > 0 ? Math.floor((100 * (job?.done ?? 0)) / total) : 0}
            aria-label={t('batch.running')}
          />
          <p>{total > 0 ? t('batch.progress', { done: job?.done, total }) : t('batch.waiting')}</p>
          <p className="quiet">{t('batch.leave')}</p>
          <Button onClick={() => void cancel({ variables: { input: { id: props.id } } }).then(() => refetch())}>
            {t('batch.stopJob')}
          </Button>
        </>
      ) : null}
      {error ? <StateWord state="late">{errorText(error)}</StateWord> : null}
      {job && !running ? (
        <>
          <StateWord state={job.state === 'DONE' ? 'done' : job.state === 'CANCELLED' ? 'waived' : 'late'}>
            {job.message ? local(job.message) : t(`batch.state.${job.state === 'CANCELLED' ? 'cancelled' : 'failed'}`)}
          </StateWord>
          <Button type="primary" onClick={props.done}>
            {t('batch.ok')}
          </Button>
        </>
      ) : null}
    </div>
  );
}
