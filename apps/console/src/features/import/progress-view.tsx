import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportSummaryFragment } from '../../generated/graphql';
import { local } from '../../lib/i18n';

/** Work that runs without the reader: how far it is, and that one may go. */
export function ProgressView({ batch, onDiscard }: { batch: ImportSummaryFragment; onDiscard(): void }) {
  const { t } = useTranslation('import');
  const { job } = batch;
  const verb = batch.state === 'READING' ? 'reading' : 'writing';
  const percent = job?.total ? Math.round((100 * job.done) / job.total) : 0;
  return (
    <section className="import-progress" aria-label={t(`progress.${verb}`)}>
      <p className="import-progress-title">
        {t(`progress.${verb}`)} {batch.fileName}
      </p>
      <Progress percent={percent} showInfo={false} aria-label={t(`progress.${verb}`)} />
      <p role="status">
        {job?.message
          ? local(job.message)
          : job?.total
            ? t('progress.rows', { done: job.done, total: job.total })
            : t('progress.waiting')}
      </p>
      <p className="quiet">{t(`progress.${verb}Leave`)}</p>
      {batch.state === 'READING' ? <Button onClick={onDiscard}>{t('discard.verb')}</Button> : null}
    </section>
  );
}
