import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../app/routes';
import { CloseSessionDocument, OpenSessionDocument } from '../../generated/graphql';
import { dayOf, longDay } from '../../lib/dates';
import { Clock } from './clock';
import type { Room, Screen } from './room-view';
import type { Act } from './use-act';

/** Which session this is, what time it is; for whoever conducts it also its beginning and end, and the other screens. */
export function RoomHead(props: { room: Room; screen: Screen; act: Act; busy: boolean }) {
  const { t } = useTranslation('room');
  const { modal } = App.useApp();
  const { room, screen, act, busy } = props;
  const { id, version, state, viewerCan } = room;
  const waiting = room.items.filter((item) => item.state === 'WAITING').length;
  const close = async () => {
    await act(CloseSessionDocument, { id, version });
  };
  const askToClose = () =>
    waiting
      ? void modal.confirm({
          title: t('closeSession'),
          content: t('closeText', { count: waiting }),
          okText: t('closeSession'),
          cancelText: t('back'),
          onOk: close,
        })
      : void close();
  return (
    <header className="room-head">
      <img src="/mark.svg" alt="" width={32} height={32} />
      <h1>{room.title}</h1>
      <p className="room-when quiet">{[longDay(dayOf(room.startsAt)), room.place].filter(Boolean).join(' · ')}</p>
      {screen === 'wall' ? null : (
        <nav aria-label={t('screens')}>
          {screen === 'member' && viewerCan.conduct ? <Link to="?">{t('screen.conduct')}</Link> : null}
          {screen === 'conduct' && viewerCan.attend ? <Link to="?screen=member">{t('screen.member')}</Link> : null}
          {screen === 'conduct' ? (
            <Link to="?screen=wall" target="_blank">
              {t('screen.wall')}
            </Link>
          ) : null}
          <Link to={viewerCan.conduct ? `${paths.sessions}/${id}` : paths.today}>{t('leave')}</Link>
        </nav>
      )}
      {screen === 'conduct' && (state === 'PLANNED' || state === 'NOTIFIED') ? (
        <Button type="primary" loading={busy} onClick={() => void act(OpenSessionDocument, { id, version })}>
          {t('open')}
        </Button>
      ) : null}
      {screen === 'conduct' && state === 'OPEN' && !room.current ? (
        <Button loading={busy} onClick={askToClose}>
          {t('closeSession')}
        </Button>
      ) : null}
      <Clock now={room.now} />
    </header>
  );
}
