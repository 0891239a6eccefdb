import '../../components/panel.css';
import { useQuery } from '@apollo/client/react';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Pager } from '../../components/pager';
import { NotificationsDocument } from '../../generated/graphql';
import { useLiveEvent } from '../../lib/live-events';
import { flag, usePage, useUrlState } from '../../lib/url-state';
import { NotificationLine, useMarkRead } from './notification-line';

const fields = { unread: flag() };
const PAGE = 30;

/** All notifications of the one who is signed in. */
export function NotificationsPage() {
  const { t } = useTranslation('notifications');
  const [{ unread }, set] = useUrlState(fields);
  const { page } = usePage(PAGE);
  const { data, previousData, error, refetch } = useQuery(NotificationsDocument, {
    variables: { ...page, filter: { unreadOnly: unread } },
  });
  const { markRead, loading } = useMarkRead();
  useLiveEvent('notification', () => void refetch());
  const found = (data ?? previousData)?.notifications;
  return (
    <>
      <PageHead
        title={t('title')}
        note={found ? t(unread ? 'countUnread' : 'count', { count: found.totalCount }) : undefined}
        actions={
          found?.nodes.some((item) => !item.readAt) ? (
            <Button loading={loading} onClick={() => void markRead(null)}>
              {t('readAll')}
            </Button>
          ) : undefined
        }
      />
      <div className="page-body">
        <div className="filter-row">
          <Checkbox checked={unread} onChange={(event) => set({ unread: event.target.checked })}>
            {t('unreadOnly')}
          </Checkbox>
        </div>
        {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
        {found ? (
          <div className="panel">
            {found.nodes.length === 0 ? (
              <Empty good>{t(unread ? 'emptyUnread' : 'empty')}</Empty>
            ) : (
              <>
                <ul className="notes">
                  {found.nodes.map((item) => (
                    <NotificationLine key={item.id} item={item} />
                  ))}
                </ul>
                <Pager info={found.pageInfo} total={found.totalCount} shown={found.nodes.length} size={PAGE} />
              </>
            )}
          </div>
        ) : null}
      </div>
    </>
  );
}
