import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateGlyph } from '../../../components/state-glyph';
import { FileWrittenViewDocument, StateViewDocument } from '../../../generated/graphql';
import { isThere, recusedFrom, seatsOf, speakersOf } from '../room-view';
import type { Desk } from './conduct-view';

/** Who has spoken, whose turn it is, and what those who are away said in writing. */
export function SpeakingRound(desk: Desk) {
  const { t } = useTranslation('room');
  const { room, current, act, busy } = desk;
  const { itemId, nextSpeaker, rule, views } = current;
  const speakers = speakersOf(room, current);
  const next = speakers.find(({ seat }) => seat.id === nextSpeaker);
  const texts = new Map(views.map(({ seatId, text }) => [seatId, text]));
  const spoke = (seatId: string) => void act(StateViewDocument, { itemId, seatId });
  return (
    <section className="room-round" aria-labelledby="room-round">
      <h3 id="room-round">{t('speaking.title')}</h3>
      {rule ? <p className="quiet">{t(`speaking.order.${rule.speakingOrder}`)}</p> : null}
      {next ? (
        <Button type="primary" loading={busy} onClick={() => spoke(next.seat.id)}>
          {t('speaking.did', { name: next.seat.name })}
        </Button>
      ) : null}
      <ol>
        {speakers.map(({ seat, spoken, written }) => (
          <li key={seat.id} aria-current={seat.id === nextSpeaker ? 'step' : undefined}>
            <StateGlyph
              state={spoken ? 'done' : written ? 'pending' : 'unplanned'}
              label={t(spoken ? 'speaking.done' : written ? 'speaking.inWriting' : 'speaking.waiting')}
            />
            <span className="room-name">{seat.name}</span>
            <span className="room-said quiet">{texts.get(seat.id)}</span>
            {!spoken && !written && seat.id !== nextSpeaker ? (
              <Button type="text" aria-label={t('speaking.didOf', { name: seat.name })} onClick={() => spoke(seat.id)}>
                {t('speaking.didShort')}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      <WrittenView {...desk} />
    </section>
  );
}

/** What somebody who is away sent in writing. */
function WrittenView({ room, current, act }: Desk) {
  const { t } = useTranslation('room');
  const [seatId, setSeatId] = useState('');
  const [text, setText] = useState('');
  const recused = recusedFrom(current);
  const filed = new Set(current.views.map((view) => view.seatId));
  const away = seatsOf(room).filter((seat) => !isThere(seat) && !recused.has(seat.id) && !filed.has(seat.id));
  if (away.length === 0) return null;
  const file = async () => {
    if (!(await act(FileWrittenViewDocument, { itemId: current.itemId, seatId, text: text.trim() }))) return;
    setText('');
    setSeatId('');
  };
  return (
    <details>
      <summary>{t('written.title')}</summary>
      <form
        className="room-inline"
        onSubmit={(event) => {
          event.preventDefault();
          void file();
        }}
      >
        <label>
          {t('written.who')}
          <select value={seatId} required onChange={(event) => setSeatId(event.target.value)}>
            <option value="">{t('chooseOne')}</option>
            {away.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="room-wide">
          {t('written.text')}
          <Input.TextArea
            rows={2}
            value={text}
            maxLength={2000}
            required
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <Button htmlType="submit" disabled={!seatId || !text.trim()}>
          {t('written.file')}
        </Button>
      </form>
    </details>
  );
}
