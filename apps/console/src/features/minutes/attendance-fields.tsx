import { InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import type { Content } from './content';
import { AttendanceFigures } from './read-view';

type Attendance = Content['attendance'];
const COUNTS = ['entitled', 'present', 'leave', 'remote'] as const;
const LISTS = ['onLeave', 'absent', 'guests'] as const;

/** Who was there: counts, and the names of those who were not. */
export function AttendanceFields(props: { attendance: Attendance; onChange(attendance: Attendance): void }) {
  const { t } = useTranslation('minutes');
  const { attendance, onChange } = props;
  return (
    <Panel title={t('attendance')}>
      <div className="minutes-counts">
        {COUNTS.map((count) => (
          <label key={count} className="minutes-count">
            {t(`field.${count}`)}
            <InputNumber
              min={0}
              max={1_000_000}
              precision={0}
              value={attendance[count]}
              onChange={(value) =>
                onChange({ ...attendance, [count]: count === 'leave' || count === 'remote' ? (value ?? 0) : value })
              }
            />
          </label>
        ))}
      </div>
      <AttendanceFigures attendance={attendance} derived />
      {LISTS.map((list) => (
        <div key={list} className="minutes-list">
          <span id={`minutes-${list}`}>{t(`names.${list}`)}</span>
          <Select
            mode="tags"
            open={false}
            suffixIcon={null}
            aria-labelledby={`minutes-${list}`}
            placeholder={t('names.help')}
            tokenSeparators={['\u3001', '\uff0c', ',', ' ', '\u3000']}
            value={attendance[list]}
            onChange={(names: string[]) => onChange({ ...attendance, [list]: names })}
          />
        </div>
      ))}
    </Panel>
  );
}
