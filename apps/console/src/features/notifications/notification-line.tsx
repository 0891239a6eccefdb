import { useMutation } from '@apollo/client/react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ScopedLink } from '../../components/scoped-link';
import { StateGlyph } from '../../components/state-glyph';
import {
  MarkNotificationsReadDocument,
  NotificationsDocument,
  UnreadCountDocument,
  type NotificationLineFragment,
} from '../../generated/graphql';
import { near } from '../../lib/dates';
import { local } from '../../lib/i18n';
import './notification-line.css';

/** Marks some notifications read, or all of them (null), and reads what shows them again. */
export function useMarkRead() {
  const [mark, { loading, error }] = useMutation(MarkNotificationsReadDocument, {
    refetchQueries: [UnreadCountDocument, NotificationsDocument],
    awaitRefetchQueries: true,
  });
  return { loading, error, markRead: (ids: string[] | null) => mark({ variables: { input: { ids } } }) };
}

/** A notification: unread ones are dark with a ring, read ones recede. */
export function NotificationLine({ item, followed }: { item: NotificationLineFragment; followed?: () => void }) {
  const { t } = useTranslation('notifications');
  const { markRead, loading } = useMarkRead();
  const unread = !item.readAt;
  const title = local(item.title);
  return (
    <li className={unread ? 'note note-unread' : 'note'}>
      <StateGlyph state={unread ? 'planned' : 'done'} label={unread ? t('state.unread') : t('state.read')} />
      <div className="note-words">
        {item.link ? (
          <ScopedLink
            to={item.link}
            onClick={() => {
              if (unread) void markRead([item.id]);
              followed?.();
            }}
          >
            {title}
          </ScopedLink>
        ) : (
          <span className="note-title">{title}</span>
        )}
        {item.text ? <p>{local(item.text)}</p> : null}
      </div>
      <time dateTime={item.createdAt}>{near(item.createdAt)}</time>
      {unread ? (
        <Button
          size="small"
          loading={loading}
          aria-label={t('readOne', { title })}
          onClick={() => void markRead([item.id])}
        >
          {t('read')}
        </Button>
      ) : null}
    </li>
  );
}
