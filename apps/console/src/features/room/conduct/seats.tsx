import { Button } from 'antd';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MarkSeatsDocument, type SeatAttendance } from '../../../generated/graphql';
import { recusedFrom, type Room, type Seat } from '../room-view';
import { Tap } from '../tap';
import type { Act } from '../use-act';

/** What can be said of somebody, in the order of the keys 1 to 4. */
const MARKS: readonly SeatAttendance[] = ['PRESENT', 'REMOTE', 'ON_LEAVE', 'ABSENT'];

/** Who is there: a tap, or a key from 1 on, which goes to the next. */
export function Seats({ room, act }: { room: Room; act: Act }) {
  const { t } = useTranslation('room');
  const open = room.state !== 'CLOSED' && room.state !== 'CANCELLED';
  const recused = room.current ? recusedFrom(room.current) : new Set<string>();
  const mark = (seats: readonly Seat[], attendance: SeatAttendance) =>
    act(MarkSeatsDocument, { id: room.id, marks: seats.map(({ id: seatId }) => ({ seatId, attendance })) });
  return (
    <section className="room-seats">
      <h2>{t('seats.title')}</h2>
      {open ? <p className="quiet">{t('seats.keys', { last: MARKS.length })}</p> : null}
      {room.rosters.map(({ body, seats, entitled, present }) => {
        const unknown = seats.filter(({ attendance }) => attendance === 'EXPECTED');
        return (
          <div key={body} data-roster={body}>
            <p className="room-roster-head">
              {room.rosters.length > 1 ? <strong>{t(`body.${body}`)}</strong> : null}
              <span>{t('seats.count', { entitled, present })}</span>
            </p>
            {open && unknown.length ? (
              <Button onClick={() => void mark(unknown, 'PRESENT')}>
                {t('seats.rest', { count: unknown.length })}
              </Button>
            ) : null}
            <ul aria-label={t('seats.of', { body: t(`body.${body}`), count: seats.length })}>
              {seats.map((seat) => (
                <Row key={seat.id} seat={seat} open={open} recused={recused.has(seat.id)} mark={mark} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function Row(props: {
  seat: Seat;
  open: boolean;
  recused: boolean;
  mark(seats: readonly Seat[], attendance: SeatAttendance): Promise<boolean>;
}) {
  const { t } = useTranslation('room');
  const { seat, open, recused, mark } = props;
  const onKey = (event: KeyboardEvent<HTMLLIElement>) => {
    const choice = MARKS[Number(event.key) - 1];
    if (!choice || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    void mark([seat], choice);
    const next = event.currentTarget.nextElementSibling;
    (next?.querySelector<HTMLInputElement>('input:checked') ?? next?.querySelector('input'))?.focus();
  };
  const note = [seat.post, recused ? t('seats.recused') : null, seat.hasAccount ? null : t('seats.noAccount')];
  return (
    <li onKeyDown={open ? onKey : undefined}>
      <span className="room-name">{seat.name}</span>
      <span className="quiet">{note.filter(Boolean).join(' · ')}</span>
      {open ? (
        <Tap
          label={seat.name}
          choices={MARKS.map((key) => ({ key, word: t(`attendance.${key}`), short: t(`short.${key as 'PRESENT'}`) }))}
          value={seat.attendance === 'EXPECTED' ? null : seat.attendance}
          onChoose={(attendance) => mark([seat], attendance)}
        />
      ) : (
        <span>{t(`attendance.${seat.attendance}`)}</span>
      )}
    </li>
  );
}
