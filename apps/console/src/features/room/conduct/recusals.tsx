import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecuseSeatDocument, WithdrawRecusalDocument, type RecusalSource } from '../../../generated/graphql';
import { recusedFrom, seatsOf } from '../room-view';
import type { Desk } from './conduct-view';

/** Who takes no part in the item, and whom the system thinks of; the conductor decides. */
export function Recusals(desk: Desk) {
  const { t } = useTranslation('room');
  const { room, current, act } = desk;
  const { itemId, recusals } = current;
  const names = new Map(seatsOf(room).map(({ id, name }) => [id, name]));
  const recused = recusedFrom(current);
  const hints = current.hints.filter(({ seatId }) => !recused.has(seatId));
  const recuse = (seatId: string, source: RecusalSource, reason: string) =>
    act(RecuseSeatDocument, { itemId, seatId, source, reason });
  return (
    <section className="room-recusals" aria-labelledby="room-recusals">
      <h3 id="room-recusals">{t('recusal.title')}</h3>
      {recusals.length === 0 && hints.length === 0 ? <p className="quiet">{t('recusal.none')}</p> : null}
      <ul>
        {hints.map(({ seatId, reason }) => (
          <li key={`${seatId}${reason}`} className="room-hint">
            <span className="room-name">{names.get(seatId)}</span>
            <span>{t('recusal.hint', { reason })}</span>
            <Button
              aria-label={t('recusal.confirmOf', { name: names.get(seatId) })}
              onClick={() => void recuse(seatId, 'SUGGESTED', reason)}
            >
              {t('recusal.confirm')}
            </Button>
          </li>
        ))}
        {recusals.map(({ id: recusalId, seatId, source, reason }) => (
          <li key={recusalId}>
            <span className="room-name">{names.get(seatId)}</span>
            <span>{t('recusal.stands', { source: t(`recusal.source.${source}`), reason })}</span>
            <Button
              type="text"
              aria-label={t('recusal.withdrawOf', { name: names.get(seatId) })}
              onClick={() => void act(WithdrawRecusalDocument, { recusalId })}
            >
              {t('recusal.withdraw')}
            </Button>
          </li>
        ))}
      </ul>
      <RecuseForm desk={desk} recuse={recuse} />
    </section>
  );
}

function RecuseForm(props: {
  desk: Desk;
  recuse(seatId: string, source: RecusalSource, reason: string): Promise<boolean>;
}) {
  const { t } = useTranslation('room');
  const { room, current } = props.desk;
  const recused = recusedFrom(current);
  const [seatId, setSeatId] = useState('');
  const [source, setSource] = useState<RecusalSource>('DIRECTED');
  const [reason, setReason] = useState('');
  const save = async () => {
    if (!(await props.recuse(seatId, source, reason.trim()))) return;
    setSeatId('');
    setReason('');
  };
  return (
    <details>
      <summary>{t('recusal.add')}</summary>
      <form
        className="room-inline"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label>
          {t('recusal.who')}
          <select value={seatId} required onChange={(event) => setSeatId(event.target.value)}>
            <option value="">{t('chooseOne')}</option>
            {seatsOf(room)
              .filter(({ id }) => !recused.has(id))
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        </label>
        <label>
          {t('recusal.how')}
          <select value={source} onChange={(event) => setSource(event.target.value as RecusalSource)}>
            <option value="DIRECTED">{t('recusal.source.DIRECTED')}</option>
            <option value="DECLARED">{t('recusal.source.DECLARED')}</option>
          </select>
        </label>
        <label className="room-wide">
          {t('recusal.reason')}
          <Input value={reason} maxLength={200} required onChange={(event) => setReason(event.target.value)} />
        </label>
        <Button htmlType="submit" disabled={!seatId || !reason.trim()}>
          {t('recusal.save')}
        </Button>
      </form>
    </details>
  );
}
