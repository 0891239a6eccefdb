import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { SignInToSessionDocument } from '../../../generated/graphql';
import { unsigned, type Room } from '../room-view';
import type { Act } from '../use-act';

/** Being there, in the room or from elsewhere; for all one's seats at once. */
export function SignIn({ room, act, busy }: { room: Room; act: Act; busy: boolean }) {
  const { t } = useTranslation('room');
  const [seat] = unsigned(room);
  if (!seat || (room.state !== 'OPEN' && room.state !== 'NOTIFIED')) return null;
  const signIn = (remote: boolean) => void act(SignInToSessionDocument, { id: room.id, remote });
  return (
    <section className="room-sign-in" aria-label={t('signIn.title')}>
      <p>
        {t(seat.attendance === 'EXPECTED' ? 'signIn.text' : 'signIn.marked', {
          state: t(`attendance.${seat.attendance}`),
        })}
      </p>
      <div className="room-buttons">
        <Button type="primary" loading={busy} onClick={() => signIn(false)}>
          {t('signIn.here')}
        </Button>
        <Button loading={busy} onClick={() => signIn(true)}>
          {t('signIn.remote')}
        </Button>
      </div>
    </section>
  );
}
