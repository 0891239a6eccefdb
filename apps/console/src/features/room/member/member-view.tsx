import { useTranslation } from 'react-i18next';
import { Agenda } from '../agenda';
import { Banner, Figures, ItemHead } from '../body-parts';
import { NamedVotes } from '../named-votes';
import { bodiesOf, recusedFrom, seatsOf, type BodyFacts, type Current, type Room } from '../room-view';
import { SecretVote } from './secret-vote';
import type { Act } from '../use-act';
import { DeclareRecusal } from './declare-recusal';
import { Materials } from './materials';
import { OpenVote } from './open-vote';
import { OwnReceipts } from './own-receipts';
import { OwnView } from './own-view';
import { SignIn } from './sign-in';

/** What every part of a member's page works with. */
export interface Own {
  room: Room;
  current: Current;
  act: Act;
  busy: boolean;
}

/** A member's own page, made for a phone: be there, read, speak, vote. */
export function MemberView({ room, act, busy }: { room: Room; act: Act; busy: boolean }) {
  const { t } = useTranslation('room');
  const { current } = room;
  return (
    <main className="room-own">
      <SignIn room={room} act={act} busy={busy} />
      {current ? (
        <MemberItem key={current.itemId} room={room} current={current} act={act} busy={busy} />
      ) : (
        <p className="room-between">{t(`between.${room.state}`)}</p>
      )}
      <OwnReceipts room={room} />
      <Agenda room={room} />
    </main>
  );
}

function MemberItem(own: Own) {
  const { t } = useTranslation('room');
  const { room, current } = own;
  const { rule, background } = current;
  const bodies = bodiesOf(current);
  const recused = recusedFrom(current);
  const mine = seatsOf(room).filter((seat) => seat.mine);
  const out = mine.length > 0 && mine.every(({ id }) => recused.has(id));
  return (
    <>
      <ItemHead room={room} />
      {out ? <p className="room-out">{t('recusal.mine')}</p> : null}
      {rule
        ? bodies.map((facts) => (
            <section key={facts.body} className="room-body" aria-label={t(`body.${facts.body}`)} data-body={facts.body}>
              {bodies.length > 1 ? <h3>{t(`body.${facts.body}`)}</h3> : null}
              <Banner facts={facts} />
              <Figures facts={facts} />
              <OwnVote {...own} facts={facts} />
            </section>
          ))
        : null}
      {rule && !out ? (
        <>
          <OwnView {...own} seats={mine} />
          <DeclareRecusal {...own} seats={mine} />
        </>
      ) : null}
      {background ? (
        <details className="room-background">
          <summary>{t('background')}</summary>
          <p>{background}</p>
        </details>
      ) : null}
      <Materials room={room} />
    </>
  );
}

/** One's own part in the vote of a body. */
function OwnVote({ room, act, busy, facts }: Own & { facts: BodyFacts }) {
  const { t } = useTranslation('room');
  const { vote, body } = facts;
  const seat = seatsOf(room, body).find(({ mine }) => mine);
  if (!vote) return null;
  const title = room.items.find(({ id }) => id === room.current?.itemId)?.title ?? '';
  if (vote.mine && seat && vote.secrecy === 'SECRET')
    return <SecretVote key={vote.id} vote={vote} seatId={seat.id} sessionId={room.id} title={title} />;
  if (vote.mine && vote.phase === 'CASTING')
    return <OpenVote key={vote.id} vote={vote} title={title} act={act} busy={busy} />;
  if (vote.phase === 'CLOSED') return <NamedVotes room={room} vote={vote} />;
  return seat && !vote.mine ? <p className="quiet">{t('vote.notMine')}</p> : null;
}
