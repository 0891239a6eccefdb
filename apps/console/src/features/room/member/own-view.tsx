import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileWrittenViewDocument, StateViewDocument } from '../../../generated/graphql';
import { isThere, type Seat } from '../room-view';
import type { Own } from './member-view';

/** One's own view: spoken when there, in writing when away. */
export function OwnView({ current, act, busy, seats }: Own & { seats: readonly Seat[] }) {
  const { t } = useTranslation('room');
  const [text, setText] = useState('');
  const [seat] = seats;
  if (!seat) return null;
  const { itemId, nextSpeaker } = current;
  const view = current.views.find(({ seatId }) => seats.some(({ id }) => id === seatId));
  if (view)
    return (
      <p className="room-own-view">
        {t(view.kind === 'WRITTEN' ? 'own.written' : 'own.spoken')}
        {view.text ? <q>{view.text}</q> : null}
      </p>
    );
  const there = isThere(seat);
  const mine = seats.some(({ id }) => id === nextSpeaker);
  const said = text.trim();
  return (
    <form
      className="room-own-view"
      onSubmit={(event) => {
        event.preventDefault();
        void (there
          ? act(StateViewDocument, { itemId, seatId: seat.id, text: said || null })
          : act(FileWrittenViewDocument, { itemId, seatId: seat.id, text: said }));
      }}
    >
      {mine ? <p className="room-next">{t('own.yourTurn')}</p> : null}
      <label>
        {t(there ? 'own.text' : 'own.writtenText')}
        <Input.TextArea rows={2} value={text} maxLength={2000} onChange={(event) => setText(event.target.value)} />
      </label>
      <Button htmlType="submit" loading={busy} disabled={!there && !said}>
        {t(there ? 'own.spoke' : 'own.write')}
      </Button>
    </form>
  );
}
