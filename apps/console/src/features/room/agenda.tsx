import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { StateGlyph } from '../../components/state-glyph';
import { bodiesOf, isRunning, type Room } from './room-view';

type Item = Room['items'][number];

/** The agenda: what is dealt with, what is being dealt with, what is to come. */
export function Agenda({ room, call }: { room: Room; call?: (itemId: string) => void }) {
  const { t } = useTranslation('room');
  const items = room.items.filter(({ state }) => state !== 'REMOVED');
  return (
    <section className="room-agenda" aria-labelledby="room-agenda">
      <h2 id="room-agenda">{t('agenda')}</h2>
      <ol>
        {items.map((item) => (
          <li key={item.id} aria-current={item.state === 'CURRENT' ? 'step' : undefined}>
            <span className="room-no">
              {item.state === 'CONCLUDED' ? <StateGlyph state="done" label={t('item.CONCLUDED')} size={18} /> : item.no}
            </span>
            <div>
              <strong>{item.title}</strong>
              <span className="quiet">
                <Standing room={room} item={item} />
              </span>
            </div>
            {call && item.state === 'WAITING' && room.state === 'OPEN' && !room.current ? (
              <Button aria-label={t('callOf', { title: item.title })} onClick={() => call(item.id)}>
                {t('call')}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Where an item stands, in words. */
function Standing({ room, item }: { room: Room; item: Item }) {
  const { t } = useTranslation('room');
  if (item.state === 'CONCLUDED') {
    if (!item.opinion) return t('item.heard');
    return item.inFavour === null
      ? t(`opinion.${item.opinion}`)
      : t('item.opinion', { opinion: t(`opinion.${item.opinion}`), count: item.inFavour });
  }
  if (item.state === 'CURRENT') {
    const votes = room.current ? bodiesOf(room.current).map(({ vote }) => vote) : [];
    return t(votes.some(isRunning) ? 'item.voting' : 'item.CURRENT');
  }
  return t('item.minutes', { count: item.minutes });
}
