import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { ScopeSelect } from '../../components/scope-select';
import {
  CoverageDocument,
  TodayDayDocument,
  TodayHolidaysDocument,
  TodayImportsDocument,
  TodayNotificationsDocument,
  TodayOrganizationsDocument,
  TodayRulesDocument,
} from '../../generated/graphql';
import { longDay, today } from '../../lib/dates';
import { useLiveEvent } from '../../lib/live-events';
import { usePreferences } from '../../lib/preferences';
import { useAsOf } from '../../lib/as-of';
import { useScope } from '../../lib/scope';
import { useNarrow } from '../../lib/narrow';
import { useMay } from '../../lib/session';
import { DayOffPanel } from '../activity/day-off-panel';
import { CoverageChart } from '../unit/coverage-chart';
import { DueObligations } from './due-obligations';
import { DutyFigures } from './duty-figures';
import { OrganizationFigures } from './figures';
import { FlaggedOrganizations } from './flagged-organizations';
import { Changes, Tiers, Unread } from './side-panels';
import { useEndingGrants } from '../access/ending-grants';
import { linesOf } from './flag-lines';
import { useOwnDuties } from './own-duties';
import { OwnSessions } from './own-sessions';
import { Tasks } from './tasks';
import { useDuties } from './use-duties';
import { useSessionsToPrepare } from './use-sessions';
import { Week } from './week';
import './today-page.css';

/** The morning check: what is late, what comes, what waits for me; exceptions first. */
export function TodayPage() {
  const { t } = useTranslation(['today', 'domain']);
  const { language } = usePreferences();
  const narrow = useNarrow();
  const { within } = useScope();
  const { asOf } = useAsOf();
  const reads = useMay('organization.read');
  const readsUnits = useMay('unit.read');
  const imports = useMay('import.read');
  const confirms = useMay('rule.confirm');
  const keepsCalendar = useMay('calendar.maintain');
  const organizations = useQuery(TodayOrganizationsDocument, { variables: { within, asOf }, skip: !reads });
  const batches = useQuery(TodayImportsDocument, { skip: !imports });
  const rules = useQuery(TodayRulesDocument, { skip: !confirms });
  const ending = useEndingGrants();
  const notes = useQuery(TodayNotificationsDocument);
  const calendar = useQuery(TodayDayDocument, { variables: { day: today() } });
  const holidays = useQuery(TodayHolidaysDocument, { skip: !keepsCalendar });
  const units = useQuery(CoverageDocument, { variables: { within, asOf }, skip: !readsUnits });
  const duties = useDuties(Boolean(asOf));
  const mine = useOwnDuties();
  const sessions = useSessionsToPrepare();
  useLiveEvent('import', () => {
    if (!imports) return;
    void batches.refetch();
    if (reads) void organizations.refetch();
  });
  useLiveEvent('notification', () => void notes.refetch());

  const day = today();
  const data = organizations.data ?? organizations.previousData;
  const coverage = (units.data ?? units.previousData)?.coverageFigures;
  const lines = linesOf(data?.flagged.nodes ?? [], asOf ?? day);
  const lunar = language === 'zh' ? calendar.data?.calendarDays[0]?.lunar : null;
  const note = lunar ? t('lunar', { day: longDay(day), lunar }) : longDay(day);
  const failed = [organizations, batches, rules, notes, units, duties].find((one) => one.error);
  return (
    <>
      <PageHead title={t('title')} note={note} actions={narrow ? <ScopeSelect /> : undefined} />
      <div className="page-body today">
        {failed?.error ? (
          <div className="panel today-wide">
            <ErrorView error={failed.error} retry={() => void failed.refetch()} />
          </div>
        ) : null}
        <div className="today-main">
          {duties.data ? <DutyFigures duties={duties.data} /> : null}
          {data ? <OrganizationFigures figures={data.organizationFigures} /> : null}
          {asOf ? null : <DayOffPanel within={within} />}
          {asOf ? null : (
            <Tasks
              lines={lines}
              mine={mine}
              sessions={sessions}
              waiting={duties.data?.waiting ?? null}
              batches={batches.data?.importBatches.nodes.filter((batch) => batch.state === 'CHECKED') ?? []}
              ending={ending}
              unnoticed={holidays.data?.unnoticedYears ?? []}
              unconfirmedRules={rules.data?.rules.totalCount ?? 0}
              ready={(!reads || Boolean(data)) && (!imports || Boolean(batches.data))}
            />
          )}
          {duties.data ? <DueObligations duties={duties.data} done={() => void duties.refetch()} /> : null}
          {data ? <FlaggedOrganizations lines={lines} total={data.flagged.totalCount} /> : null}
        </div>
        <div className="today-side">
          {asOf ? null : <OwnSessions />}
          {duties.data ? <Week week={duties.data.week} /> : null}
          {notes.data && !asOf ? <Unread found={notes.data.notifications} /> : null}
          {coverage && coverage.total > 0 ? <CoverageChart figures={coverage} /> : null}
          {data ? <Tiers figures={data.organizationFigures} /> : null}
          {data && !asOf ? <Changes organizations={data.newest.nodes} /> : null}
          <p className="today-note">{t('note', { day: asOf ?? day })}</p>
        </div>
      </div>
    </>
  );
}
