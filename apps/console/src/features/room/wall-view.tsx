import { LockOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Agenda } from './agenda';
import { Banner, Figures, ItemHead, Tiles } from './body-parts';
import { NamedVotes } from './named-votes';
import { bodiesOf, countsRecused, speakersOf, type Current, type Room } from './room-view';

/** The screen on the wall: large type, nothing to touch, nothing that tells who voted how in a secret vote. */
export function WallView({ room }: { room: Room }) {
  const { t } = useTranslation('room');
  const { current } = room;
  return (
    <div className="room-columns">
      <aside className="room-aside" aria-label={t('agenda')} tabIndex={0}>
        <Agenda room={room} />
        {current?.rule ? <Speaking room={room} current={current} rule={current.rule} /> : null}
      </aside>
      <main className="room-main" tabIndex={0}>
        {current ? <WallItem room={room} current={current} /> : <Between room={room} />}
      </main>
    </div>
  );
}

function WallItem({ room, current }: { room: Room; current: Current }) {
  const { t } = useTranslation('room');
  const { rule } = current;
  const bodies = bodiesOf(current);
  const secret = bodies.some(({ vote }) => vote?.secrecy === 'SECRET');
  const counted = bodies.some((facts) => countsRecused(room, facts));
  const recused = bodies.reduce((sum, facts) => sum + facts.recused, 0);
  return (
    <>
      <ItemHead room={room} />
      <div className={bodies.length > 1 ? 'room-bodies room-two' : 'room-bodies'}>
        {rule
          ? bodies.map((facts) => (
              <section key={facts.body} aria-label={t(`body.${facts.body}`)} data-body={facts.body}>
                {bodies.length > 1 ? <h3>{t(`body.${facts.body}`)}</h3> : null}
                <Banner facts={facts} />
                <Figures facts={facts} />
                <Tiles facts={facts} />
                {facts.vote?.phase === 'CLOSED' ? <NamedVotes room={room} vote={facts.vote} /> : null}
              </section>
            ))
          : null}
      </div>
      {secret ? (
        <p className="room-lock quiet">
          <LockOutlined aria-hidden="true" /> {t('wall.secret')}{' '}
          {recused ? t(counted ? 'wall.recusedCounted' : 'wall.recused', { count: recused }) : null}
        </p>
      ) : null}
    </>
  );
}

/** Before the first item, between items, and after the last. */
function Between({ room }: { room: Room }) {
  const { t } = useTranslation('room');
  return (
    <>
      <p className="room-between">{t(`between.${room.state}`)}</p>
      <dl className="room-figures">
        {room.rosters.flatMap(({ body, entitled, present }) =>
          (
            [
              ['entitled', entitled],
              ['present', present],
            ] as const
          ).map(([key, value]) => (
            <div key={`${body}${key}`}>
              <dt>
                {room.rosters.length > 1 ? `${t(`body.${body}`)} ` : ''}
                {t(`figure.${key}`)}
              </dt>
              <dd>{value}</dd>
            </div>
          )),
        )}
      </dl>
    </>
  );
}

function Speaking(props: { room: Room; current: Current; rule: NonNullable<Current['rule']> }) {
  const { t } = useTranslation('room');
  const { room, current, rule } = props;
  const speakers = speakersOf(room, current);
  const next = speakers.find(({ seat }) => seat.id === current.nextSpeaker);
  const spoken = speakers.filter((one) => one.spoken).length;
  const written = speakers.filter((one) => one.written).length;
  return (
    <section className="room-speaking">
      <h2>{t('speaking.title')}</h2>
      <p>{t(`speaking.order.${rule.speakingOrder}`)}</p>
      <p>
        <strong>{t('speaking.spoken', { count: spoken })}</strong>
        {written ? ` ${t('speaking.written', { count: written })}` : null}
      </p>
      {next ? <p className="room-next">{t('speaking.next', { name: next.seat.name })}</p> : null}
    </section>
  );
}
