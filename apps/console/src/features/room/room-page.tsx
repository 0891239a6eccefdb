import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { Providers } from '../../app/providers';
import { ErrorView, NotFound } from '../../components/error-view';
import { ConductView } from './conduct/conduct-view';
import { MemberView } from './member/member-view';
import { RoomHead } from './room-head';
import { screenOf } from './room-view';
import { useAct } from './use-act';
import { useRoom } from './use-room';
import { WallView } from './wall-view';
import './room.css';
import './desk.css';

/** The room of a session: the screen on the wall, the desk of whoever conducts it, the phone of a member. */
export function RoomPage() {
  return (
    <Providers>
      <RoomOfAddress />
    </Providers>
  );
}

function RoomOfAddress() {
  const { t } = useTranslation('room');
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const { room, error, again } = useRoom(id);
  const { act, busy, refusal, forget } = useAct(again);
  const title = room?.title ?? '';
  useEffect(() => {
    document.title = [title, t('title')].filter(Boolean).join(' · ');
  }, [title, t]);
  if (room === null) return <NotFound />;
  if (!room) return <main aria-busy={!error}>{error ? <ErrorView error={error} retry={again} /> : null}</main>;
  const screen = screenOf(search.get('screen'), room.viewerCan);
  return (
    <div className={`room room-${screen}`}>
      <RoomHead room={room} screen={screen} act={act} busy={busy} />
      {error ? (
        <p role="alert" className="room-refusal">
          {t('behind')}
        </p>
      ) : null}
      {refusal ? (
        <p role="alert" className="room-refusal room-refusal-last">
          <span>{refusal}</span>
          <button type="button" className="link-button" onClick={forget}>
            {t('close')}
          </button>
        </p>
      ) : null}
      {screen === 'wall' ? <WallView room={room} /> : null}
      {screen === 'conduct' ? <ConductView room={room} act={act} busy={busy} /> : null}
      {screen === 'member' ? <MemberView room={room} act={act} busy={busy} /> : null}
    </div>
  );
}
