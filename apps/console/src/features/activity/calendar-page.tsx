import { useQuery } from '@apollo/client/react';
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { App, Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorView } from '../../components/error-view';
import { ChoiceFilter } from '../../components/ledger/ledger-filters';
import { given } from '../../components/ledger/use-ledger';
import { PageHead } from '../../components/page-head';
import { useUndo } from '../../components/undo';
import { CalendarWeeksDocument, type ActivityFilter, type CalendarWeekFragment } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { useNarrow } from '../../lib/narrow';
import { plusDays } from '../../lib/plus-days';
import { useScope } from '../../lib/scope';
import { useMay } from '../../lib/session';
import { oneOf, someOf, text, useUrlState } from '../../lib/url-state';
import { ActivityDrawer } from './activity-drawer';
import type { Drop } from './calendar-drag';
import { CalendarList } from './calendar-list';
import { useDayMarks } from './day-marks';
import { DaySide } from './day-side';
import { isMonth, plusMonths, weeksOf } from './month';
import { MonthDots } from './month-dots';
import { MonthGrid } from './month-grid';
import { MoveSheet } from './move-sheet';
import { WeekGrid } from './week-grid';
import { KINDS } from './words';
import { YearMonths } from './year-months';
import '../../components/panel.css';
import './activity.css';
import './calendar.css';
import './calendar-year.css';

export type CalendarActivity = CalendarWeekFragment['nodes'][number];
export type DaysOfActivities = ReadonlyMap<string, readonly CalendarActivity[]>;

const VIEWS = ['month', 'week', 'list', 'year'] as const;
const fields = { month: text(), view: oneOf(VIEWS, 'month'), kinds: someOf(KINDS), day: text() };

/** The activities of a month: a grid, or a list; on a phone dots, and the day that is chosen below. */
export function CalendarPage() {
  const { t } = useTranslation('activity');
  const { message } = App.useApp();
  const told = useUndo();
  const { within, scoped } = useScope();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const [state, set] = useUrlState(fields);
  const [planning, setPlanning] = useState<string | null>(null);
  const [series, setSeries] = useState(false);
  const [dropped, setDropped] = useState<Drop | null>(null);
  const maintains = useMay('activity.maintain');
  const month = isMonth(state.month) ? state.month : today().slice(0, 7);
  const weeks = weeksOf(month);
  const marks = useDayMarks(weeks[0]![0]!, weeks.at(-1)!.at(-1)!);
  // a month has four to six weeks; the last filters of a short one ask for nothing
  const week = (i: number): ActivityFilter => {
    const days = weeks[i];
    return {
      from: days?.[0] ?? '1000-01-01',
      to: days ? plusDays(days[0]!, 7) : '1000-01-01',
      kinds: given(state.kinds),
    };
  };
  const { data, previousData, error, refetch } = useQuery(CalendarWeeksDocument, {
    variables: {
      within,
      week1: week(0),
      week2: week(1),
      week3: week(2),
      week4: week(3),
      week5: week(4),
      week6: week(5),
    },
    fetchPolicy: 'cache-and-network',
  });
  const found = data ?? previousData;
  const pages = found ? [found.week1, found.week2, found.week3, found.week4, found.week5, found.week6] : [];
  const days = new Map<string, CalendarActivity[]>();
  for (const { nodes } of pages)
    for (const node of nodes) days.set(node.heldOn, [...(days.get(node.heldOn) ?? []), node]);
  const total = pages.reduce((sum, { totalCount }) => sum + totalCount, 0);
  const more = total - [...days.values()].reduce((sum, { length }) => sum + length, 0);
  const day = weeks.flat().includes(state.day) ? state.day : month === today().slice(0, 7) ? today() : `${month}-01`;
  const shownWeek = weeks.find((one) => one.includes(day)) ?? weeks[0]!;
  // a week belongs to the month of the day that is chosen, so that its entries are read with the month's
  const weekwise = state.view === 'week' && !narrow;
  const yearwise = state.view === 'year';
  const go = (by: 1 | -1) => {
    const to = weekwise ? plusDays(shownWeek[0]!, 7 * by) : '';
    set({ month: weekwise ? to.slice(0, 7) : plusMonths(month, yearwise ? 12 * by : by), day: to });
  };
  // on a phone the day of a year opens in its month, where its list stands below
  const choose = (each: string) =>
    set({ month: each.slice(0, 7), day: each, ...(narrow && { view: 'month' as const }) });
  const year = month.slice(0, 4);
  const name = yearwise
    ? t('yearOf', { year: Number(year) })
    : t('month', { year: Number(year), month: Number(month.slice(5)) });
  const step = weekwise ? 'week' : yearwise ? 'year' : 'month';
  const plan = maintains ? setPlanning : undefined;
  return (
    <>
      <PageHead
        title={t('calendar')}
        note={found && state.view !== 'year' ? t('calendarCount', { count: total }) : undefined}
        actions={
          maintains ? (
            <>
              <Button onClick={() => setSeries(true)}>{t('series.verb')}</Button>
              <Button type="primary" onClick={() => setPlanning(narrow ? day : today())}>
                {t('plan.verb')}
              </Button>
            </>
          ) : null
        }
      />
      <div className="page-body">
        <div className="filter-row calendar-head">
          <Button icon={<LeftOutlined />} aria-label={t(`${step}Before`)} onClick={() => go(-1)} />
          <Button icon={<RightOutlined />} aria-label={t(`${step}After`)} onClick={() => go(1)} />
          <h2 aria-live="polite">{name}</h2>
          <Button onClick={() => set({ month: '', day: '' })}>{t('today')}</Button>
          <span className="calendar-space" />
          {narrow ? null : (
            <ChoiceFilter
              label={t('column.kind')}
              words={KINDS}
              word={(kind) => t(`kind.${kind}`)}
              value={state.kinds}
              onChange={(kinds) => set({ kinds })}
            />
          )}
          <Segmented<(typeof VIEWS)[number]>
            aria-label={t('view')}
            value={state.view}
            options={[
              { value: 'month', label: t('viewMonth') },
              ...(narrow ? [] : [{ value: 'week' as const, label: t('viewWeek') }]),
              { value: 'list', label: t('viewList') },
              { value: 'year', label: t('viewYear') },
            ]}
            onChange={(view) => set({ view })}
          />
        </div>
        {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
        {more > 0 && !yearwise ? <p className="quiet">{t('calendarMore', { count: more })}</p> : null}
        {yearwise ? (
          <div className="calendar-split">
            <YearMonths year={year} kinds={given(state.kinds)} chosen={day} choose={choose} />
            {narrow ? null : <DaySide day={day} kinds={given(state.kinds)} plan={plan} />}
          </div>
        ) : state.view === 'list' ? (
          <CalendarList days={days} marks={marks} shown={weeks.flat().filter((each) => each.startsWith(month))} />
        ) : narrow ? (
          <>
            <MonthDots
              weeks={weeks}
              month={month}
              days={days}
              marks={marks}
              chosen={day}
              choose={(each) => set({ day: each })}
            />
            <CalendarList days={days} marks={marks} shown={[day]} />
          </>
        ) : weekwise ? (
          <WeekGrid week={shownWeek} days={days} marks={marks} move={maintains ? setDropped : undefined} />
        ) : (
          <div className="calendar-split">
            <MonthGrid
              weeks={weeks}
              month={month}
              days={days}
              marks={marks}
              chosen={day}
              choose={(each) => set({ day: each })}
              plan={plan}
              move={maintains ? setDropped : undefined}
            />
            <DaySide day={day} kinds={given(state.kinds)} plan={plan} />
          </div>
        )}
        <Legend />
      </div>
      {dropped ? (
        <MoveSheet
          drop={dropped}
          close={() => setDropped(null)}
          done={(words, undo) => {
            setDropped(null);
            told(words, undo && (() => undo().then(() => refetch())));
            void refetch();
          }}
        />
      ) : null}
      {series ? (
        <ActivityDrawer
          act="series"
          activity={null}
          day={day < today() ? today() : day}
          close={() => setSeries(false)}
          done={(words) => {
            void message.success(words);
            void refetch();
          }}
        />
      ) : null}
      {planning ? (
        <ActivityDrawer
          act="plan"
          activity={null}
          day={planning}
          close={() => setPlanning(null)}
          done={(words, id) => {
            void message.success(words);
            if (id) void navigate(scoped(`/activities/${id}`));
          }}
        />
      ) : null}
    </>
  );
}

function Legend() {
  const { t } = useTranslation('activity');
  return (
    <ul className="calendar-legend" aria-label={t('legend')}>
      {KINDS.map((kind) => (
        <li key={kind}>
          <span className={`calendar-bar kind-${kind}`} />
          {t(`kind.${kind}`)}
        </li>
      ))}
      <li>
        <span className="calendar-bar calendar-over" />
        {t('over')}
      </li>
    </ul>
  );
}
