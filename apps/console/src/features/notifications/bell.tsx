import { useQuery } from '@apollo/client/react';
import { BellOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { UnreadCountDocument } from '../../generated/graphql';
import { useLiveEvent } from '../../lib/live-events';

/** The bell: number of unread notifications, kept current by live events; a dot only, on a phone. */
export function Bell({ open, dot }: { open(): void; dot?: boolean }) {
  const { t } = useTranslation('console');
  const { data, refetch } = useQuery(UnreadCountDocument);
  useLiveEvent('notification', () => void refetch());
  const count = data?.notifications.totalCount ?? 0;
  const label = t('shell.bell', { count });
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={open}>
      <BellOutlined aria-hidden />
      {count === 0 ? null : dot ? (
        <span className="bell-dot" />
      ) : (
        <span className="bell-count" aria-hidden="true">
          {count > 99 ? '99+' : count}
        </span>
      )}
    </button>
  );
}
