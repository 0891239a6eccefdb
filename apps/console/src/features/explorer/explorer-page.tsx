import { useMutation } from '@apollo/client/react';
import { Alert, Button, Typography } from 'antd';
import dayjs from 'dayjs';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { CreateExplorerTokenDocument } from '../../generated/graphql';
import { useSession } from '../../lib/session';
import './explorer-page.css';

const Explorer = lazy(() => import('./explorer'));

/** The API to try out: documents of one's own go with a token, since a session may only send the console's. */
export function ExplorerPage() {
  const { t } = useTranslation('explorer');
  const { account } = useSession();
  const [create, { data, error, loading }] = useMutation(CreateExplorerTokenDocument);
  const made = data?.createExplorerToken;
  const button = (
    <Button type={made ? 'default' : 'primary'} loading={loading} onClick={() => void create().catch(() => undefined)}>
      {made ? t('again') : t('make')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('title')} note={t('note')} actions={button} />
      <div className="page-body">
        {error ? <ErrorView error={error} retry={() => void create().catch(() => undefined)} /> : null}
        {made ? (
          <>
            <Alert
              type="info"
              showIcon
              title={t('made', { time: dayjs(made.expiresAt).format('HH:mm') })}
              description={
                <Typography.Text code copyable className="explorer-token">
                  {made.token}
                </Typography.Text>
              }
            />
            <Suspense>
              <Explorer token={made.token} />
            </Suspense>
          </>
        ) : (
          <Panel title={t('howTitle')}>
            <ol className="explorer-how">
              <li>{t('how.make', { name: account.name })}</li>
              <li>{t('how.write')}</li>
              <li>{t('how.send')}</li>
            </ol>
          </Panel>
        )}
      </div>
    </>
  );
}
