import { useTranslation } from 'react-i18next';
import type { Room } from '../room-view';
import { PublishedList } from '../../ballot/published-list';
import { receiptsOf } from '../../ballot/receipts';
import { useCountsInWords } from '../counted';

/** Secret votes of this window on items that were dealt with: the lists can still be checked. */
export function OwnReceipts({ room }: { room: Room }) {
  const { t } = useTranslation('room');
  const say = useCountsInWords();
  const shown = new Set(room.current?.votes.map(({ ballotId }) => ballotId));
  const earlier = receiptsOf(room.id).filter(({ ballotId }) => !shown.has(ballotId));
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="room-earlier">
      <h3 id="room-earlier">{t('list.earlier')}</h3>
      {earlier.map(({ ballotId, id, title, record }) => (
        <details key={ballotId}>
          <summary>{title}</summary>
          <PublishedList url={`/files/ballots/${ballotId}.json`} record={record} receipt={id} say={say} />
        </details>
      ))}
    </section>
  );
}
