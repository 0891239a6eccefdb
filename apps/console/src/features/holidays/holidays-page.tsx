import { useQuery } from '@apollo/client/react';
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BasisChip } from '../../components/basis-chip';
import { ErrorView } from '../../components/error-view';
import { DayChip } from '../../components/day-chip';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { StateGlyph, StateWord } from '../../components/state-glyph';
import { HolidaysDocument, type CalendarCellFragment, type HolidaysQuery } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { useMay } from '../../lib/session';
import { numberOf, useUrlState } from '../../lib/url-state';
import { DayOffPanel } from '../activity/day-off-panel';
import { HolidayList } from './holiday-list';
import type { SpecialDay } from './holiday-runs';
import './holidays.css';
import { MonthTable } from './month-table';
import { YearDrawer } from './year-drawer';

/** As far as the lunar table reaches. */
const [FIRST, LAST] = [2001, 2060];
const years = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i);
const address = { year: numberOf(years, Number(today().slice(0, 4))) };

/** The holidays of a year: which days are off, which weekends are worked, on which notice it rests. */
export function HolidaysPage() {
  const { t } = useTranslation('holidays');
  const [{ year }, set] = useUrlState(address);
  const [editing, setEditing] = useState(false);
  const maintains = useMay('calendar.maintain');
  const { data, error, refetch } = useQuery(HolidaysDocument, {
    variables: { from: `${year}-01-01`, to: `${year}-12-31` },
  });
  const registered = data?.holidayYears.find((one) => one.year === year);
  const special = data ? (registered?.days ?? specialDays(data.calendarDays)) : [];
  const count = (kind: SpecialDay['kind']) => special.filter((day) => day.kind === kind).length;
  return (
    <>
      <PageHead
        title={t('title')}
        state={data ? <YearState noticed={registered?.status === 'NOTICED'} /> : undefined}
        note={data ? t('count', { off: count('OFF'), work: count('WORK') }) : undefined}
        actions={
          maintains && data ? (
            <Button type="primary" onClick={() => setEditing(true)}>
              {t(registered?.status === 'NOTICED' ? 'change' : 'enter')}
            </Button>
          ) : undefined
        }
      />
      <div className="page-body holidays">
        <div className="holidays-bar">
          <span className="holidays-years">
            <Button
              icon={<LeftOutlined />}
              aria-label={t('before')}
              disabled={year === FIRST}
              onClick={() => set({ year: year - 1 })}
            />
            <Button
              icon={<RightOutlined />}
              aria-label={t('after')}
              disabled={year === LAST}
              onClick={() => set({ year: year + 1 })}
            />
            <h2 aria-live="polite">{t('year', { year })}</h2>
          </span>
          {registered ? (
            <BasisChip>
              {registered.noticedOn
                ? t('basis', { basis: registered.basis, day: registered.noticedOn })
                : registered.basis}
            </BasisChip>
          ) : data ? (
            <BasisChip>{t('measure')}</BasisChip>
          ) : null}
        </div>
        {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
        {data?.unnoticedYears.map((one) => (
          <p key={one.year} className="holidays-warning" role="note">
            <StateGlyph state="risk" />
            <span>
              {local(one.message)}
              {one.year === year ? null : (
                <Button type="link" size="small" onClick={() => set({ year: one.year })}>
                  {t('toYear', { year: one.year })}
                </Button>
              )}
            </span>
          </p>
        ))}
        {data ? (
          <>
            <DayOffPanel year={year} />
            <Panel title={t('arrangement')}>
              <HolidayList days={special} />
            </Panel>
            <div className="months">
              {monthsOf(data.calendarDays).map((days) => (
                <MonthTable key={days[0]!.date} days={days} />
              ))}
            </div>
            <p className="holidays-legend">
              <DayChip kind="off" /> {t('legend.off')} <DayChip kind="work" /> {t('legend.work')}
            </p>
          </>
        ) : null}
      </div>
      {editing ? (
        <YearDrawer key={year} year={year} registered={registered} known={special} close={() => setEditing(false)} />
      ) : null}
    </>
  );
}

function YearState({ noticed }: { noticed: boolean }) {
  const { t } = useTranslation('holidays');
  return (
    <StateWord state={noticed ? 'done' : 'unplanned'}>{t(noticed ? 'state.noticed' : 'state.provisional')}</StateWord>
  );
}

type Days = HolidaysQuery['calendarDays'];

/** Those of a year nobody entered follow from the calendar itself. */
const specialDays = (days: Days): SpecialDay[] =>
  days.flatMap(({ date, kind, holiday }) =>
    holiday && (kind === 'HOLIDAY' || kind === 'MADE_UP')
      ? [{ date, kind: kind === 'HOLIDAY' ? ('OFF' as const) : ('WORK' as const), name: holiday }]
      : [],
  );

const monthsOf = (days: Days): CalendarCellFragment[][] =>
  Array.from({ length: 12 }, (_, i) => days.filter(({ date }) => Number(date.slice(5, 7)) === i + 1)).filter(
    (month) => month.length > 0,
  );
