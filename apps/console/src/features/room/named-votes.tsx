import { useTranslation } from 'react-i18next';
import { CHOICES } from './choices';
import { seatsOf, type Room, type Vote } from './room-view';

/** Of an open vote, who voted how; of a secret one nothing. */
export function NamedVotes({ room, vote }: { room: Room; vote: Vote }) {
  const { t } = useTranslation('room');
  if (vote.named.length === 0) return null;
  const names = new Map(seatsOf(room).map(({ id, name }) => [id, name]));
  return (
    <dl className="room-named">
      {CHOICES.map((choice) => {
        const who = vote.named.filter((one) => one.choice === choice).map(({ seatId }) => names.get(seatId) ?? '');
        return who.length ? (
          <div key={choice}>
            <dt>{t(`choice.${choice}`)}</dt>
            <dd>{who.join(t('comma'))}</dd>
          </div>
        ) : null;
      })}
    </dl>
  );
}
