import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { VoteChoice } from '../../../generated/graphql';
import { CHOICES } from '../choices';
import { Tap } from '../tap';
import { seatsOf, type Room, type Vote } from '../room-view';

/** Votes by show of hands: a row for each who may vote; those left are recorded at once, as mostly all agree. */
export function ShowOfHands(props: {
  room: Room;
  vote: Vote;
  record(votes: { seatId: string; choice: VoteChoice }[]): Promise<boolean>;
}) {
  const { t } = useTranslation('room');
  const { room, vote, record } = props;
  const seats = new Map(seatsOf(room).map((seat) => [seat.id, seat]));
  const left = vote.named.filter(({ choice }) => choice === null);
  return (
    <div className="room-hands">
      <ul aria-label={t('hands.title')}>
        {vote.named.map(({ seatId, choice }) => {
          const seat = seats.get(seatId);
          return seat ? (
            <li key={seatId}>
              <span className="room-name">{seat.name}</span>
              <span className="quiet">{seat.hasAccount ? null : t('hands.noAccount')}</span>
              <Tap
                label={t('hands.of', { name: seat.name })}
                choices={CHOICES.map((each) => ({ key: each, word: t(`choice.${each}`) }))}
                value={choice}
                onChoose={(each) => record([{ seatId, choice: each }])}
              />
            </li>
          ) : null;
        })}
      </ul>
      {left.length ? (
        <Button onClick={() => void record(left.map(({ seatId }) => ({ seatId, choice: 'FOR' })))}>
          {t('hands.rest', { count: left.length })}
        </Button>
      ) : null}
    </div>
  );
}
