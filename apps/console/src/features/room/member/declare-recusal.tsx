import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecuseSeatDocument } from '../../../generated/graphql';
import type { Seat } from '../room-view';
import type { Own } from './member-view';

/** Taking no part in the item, by one's own declaration. */
export function DeclareRecusal({ current, act, busy, seats }: Own & { seats: readonly Seat[] }) {
  const { t } = useTranslation('room');
  const [reason, setReason] = useState('');
  const [seat] = seats;
  if (!seat || current.votes.some(({ phase }) => phase !== 'VOID')) return null;
  const declare = () =>
    act(RecuseSeatDocument, { itemId: current.itemId, seatId: seat.id, source: 'DECLARED', reason: reason.trim() });
  return (
    <details className="room-declare">
      <summary>{t('recusal.declare')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void declare();
        }}
      >
        <label>
          {t('recusal.reason')}
          <Input value={reason} maxLength={200} required onChange={(event) => setReason(event.target.value)} />
        </label>
        <Button htmlType="submit" loading={busy} disabled={!reason.trim()}>
          {t('recusal.declareVerb')}
        </Button>
      </form>
    </details>
  );
}
