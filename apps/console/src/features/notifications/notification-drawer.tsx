import { useQuery } from '@apollo/client/react';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { ScopedLink } from '../../components/scoped-link';
import { NotificationsDocument } from '../../generated/graphql';
import { useLiveEvent } from '../../lib/live-events';
import { NotificationLine, useMarkRead } from './notification-line';

/** The newest notifications, over any page. */
export function NotificationDrawer({ close }: { close(): void }) {
  const { t } = useTranslation('notifications');
  const [open, setOpen] = useState(true);
  const { data, error, refetch } = useQuery(NotificationsDocument, { variables: { first: 20, filter: {} } });
  const { markRead, loading } = useMarkRead();
  useLiveEvent('notification', () => void refetch());
  const nodes = data?.notifications.nodes;
  const leave = () => setOpen(false);
  return (
    <Drawer
      title={t('title')}
      size={384}
      open={open}
      onClose={leave}
      afterOpenChange={(now) => {
        if (!now) close();
      }}
      closable={{ 'aria-label': t('close'), placement: 'end' }}
      styles={{ body: { padding: 0 } }}
      extra={
        nodes?.some((item) => !item.readAt) ? (
          <Button size="small" loading={loading} onClick={() => void markRead(null)}>
            {t('readAll')}
          </Button>
        ) : null
      }
      footer={
        <ScopedLink to="/notifications" onClick={leave}>
          {t('toPage')}
        </ScopedLink>
      }
    >
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {nodes?.length === 0 ? <Empty good>{t('empty')}</Empty> : null}
      <ul className="notes">
        {nodes?.map((item) => (
          <NotificationLine key={item.id} item={item} followed={leave} />
        ))}
      </ul>
    </Drawer>
  );
}
