import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AlarmFragment } from '../../generated/graphql';
import { useDaysLeft } from './team-term';
import type { LeadershipRow } from './use-leadership';

/** When whoever must prepare the election was told. */
export function AlarmTold({ alarm }: { alarm: AlarmFragment }) {
  const { t } = useTranslation('team');
  return (
    <span className="alarm-told" title={alarm.toldOn ? t('toldTitle') : undefined}>
      {alarm.toldOn ? t('told', { date: alarm.toldOn }) : t('notTold')}
    </span>
  );
}

/** How urgent an election is, who was told, and the way to record it. */
export function TeamAlarm({ row, elect }: { row: LeadershipRow; elect: ((row: LeadershipRow) => void) | null }) {
  const { alarm } = row;
  const daysLeft = useDaysLeft();
  if (!alarm) return null;
  return (
    <div className="alarm">
      <span>
        <span className={alarm.state === 'OVERDUE' ? 'alarm-days alarm-late' : 'alarm-days'}>{daysLeft(alarm)}</span>
        <AlarmTold alarm={alarm} />
      </span>
      {elect ? <ElectButton row={row} elect={elect} small /> : null}
    </div>
  );
}

/** Records the election of one organization. */
export function ElectButton(props: { row: LeadershipRow; elect(row: LeadershipRow): void; small?: boolean }) {
  const { t } = useTranslation('team');
  const { row } = props;
  return (
    <Button
      size={props.small ? 'small' : undefined}
      aria-label={t('electOf', { name: row.organization?.name })}
      onClick={() => props.elect(row)}
    >
      {t('elect')}
    </Button>
  );
}
