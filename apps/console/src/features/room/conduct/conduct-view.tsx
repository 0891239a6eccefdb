import { useTranslation } from 'react-i18next';
import { CallSessionItemDocument } from '../../../generated/graphql';
import { Agenda } from '../agenda';
import { ItemHead } from '../body-parts';
import { bodiesOf, type Current, type Room } from '../room-view';
import type { Act } from '../use-act';
import { BodyDesk } from './body-desk';
import { ConcludeForm } from './conclude-form';
import { Recusals } from './recusals';
import { Seats } from './seats';
import { SpeakingRound } from './speaking-round';

/** What every part of the desk works with. */
export interface Desk {
  room: Room;
  current: Current;
  act: Act;
  busy: boolean;
}

/** The desk of whoever conducts the session: agenda, the item with its steps from speaking to the opinion, and who is there. */
export function ConductView({ room, act, busy }: { room: Room; act: Act; busy: boolean }) {
  const { t } = useTranslation('room');
  const { id, current, state } = room;
  return (
    <div className="room-columns room-desk">
      <aside className="room-aside" aria-label={t('agenda')} tabIndex={0}>
        <Agenda room={room} call={(itemId) => void act(CallSessionItemDocument, { id, itemId })} />
      </aside>
      <main className="room-main" tabIndex={0}>
        {current ? (
          // what was typed belongs to the item
          <DeskItem key={current.itemId} room={room} current={current} act={act} busy={busy} />
        ) : (
          <p className="room-between">{t(state === 'OPEN' ? 'between.choose' : `between.${state}`)}</p>
        )}
      </main>
      <aside className="room-roster" aria-label={t('seats.title')} tabIndex={0}>
        <Seats room={room} act={act} />
      </aside>
    </div>
  );
}

function DeskItem(desk: Desk) {
  const { t } = useTranslation('room');
  const { room, current } = desk;
  const { rule, background } = current;
  const bodies = bodiesOf(current);
  // what comes before a vote stands above it, and below once one was opened
  const voted = bodies.some(({ vote }) => vote);
  const before = rule ? (
    <>
      <Recusals {...desk} />
      <SpeakingRound {...desk} />
    </>
  ) : null;
  return (
    <>
      <ItemHead room={room} />
      {background ? (
        <details className="room-background">
          <summary>{t('background')}</summary>
          <p>{background}</p>
        </details>
      ) : null}
      {voted ? null : before}
      {rule ? (
        <div className={bodies.length > 1 ? 'room-bodies room-two' : 'room-bodies'}>
          {bodies.map((facts) => (
            <BodyDesk key={facts.body} {...desk} facts={facts} rule={rule} alone={bodies.length === 1} />
          ))}
        </div>
      ) : null}
      <ConcludeForm {...desk} />
      {voted ? before : null}
    </>
  );
}
