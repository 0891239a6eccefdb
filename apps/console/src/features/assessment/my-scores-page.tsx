import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { StateWord } from '../../components/state-glyph';
import { OwnAssessmentSheetsDocument, type OwnAssessmentSheetsQuery } from '../../generated/graphql';
import { useLiveEvent } from '../../lib/live-events';
import { grouped } from './grouped';
import { OwnVotes } from './own-votes';
import { WorkbookDrawer, type OwnSheetsOfCycle } from './workbook-drawer';
import '../supervision/supervision.css';
import './sheet.css';

type OwnSheet = OwnAssessmentSheetsQuery['ownAssessmentSheets'][number];

/** 我的评分: sheets that wait for one as the assessed, as whoever verifies, as an expert. */
export function MyScoresPage() {
  const { t } = useTranslation('sheet');
  const [filling, setFilling] = useState<OwnSheetsOfCycle | null>(null);
  const { data, error, refetch } = useQuery(OwnAssessmentSheetsDocument, { fetchPolicy: 'cache-and-network' });
  useLiveEvent('assessment', () => void refetch());
  if (error && !data) return <ErrorView error={error} retry={() => void refetch()} />;
  const all = data?.ownAssessmentSheets ?? [];
  const waiting = all.filter(({ submittedAt }) => !submittedAt);
  const over = all.filter(({ submittedAt }) => submittedAt);
  return (
    <>
      <PageHead title={t('own.title')} note={t('own.note', { count: waiting.length })} />
      <div className="page-body own-sheets-page" aria-busy={!data}>
        <OwnVotes />
        {data ? (
          <Panel title={t('own.waiting')} note={t('own.count', { count: waiting.length })} flush>
            {waiting.length ? <Sheets found={waiting} begin={setFilling} /> : <Empty good>{t('own.empty')}</Empty>}
          </Panel>
        ) : null}
        {over.length ? (
          <Panel title={t('own.over')} note={t('own.count', { count: over.length })} flush>
            <Sheets found={over} />
          </Panel>
        ) : null}
      </div>
      {filling ? <WorkbookDrawer of={filling} close={() => setFilling(null)} done={() => void refetch()} /> : null}
    </>
  );
}

/** By cycle and part in it, each with the way to fill them in as a workbook. */
function Sheets({ found, begin }: { found: readonly OwnSheet[]; begin?(of: OwnSheetsOfCycle): void }) {
  const { t } = useTranslation('sheet');
  const groups = grouped(found, ({ cycleId, as }) => `${cycleId} ${as}`);
  return (
    <>
      {groups.map(([key, sheets]) => {
        const { cycleId, cycleTitle, as } = sheets[0]!;
        return (
          <Fragment key={key}>
            <p className="own-sheets-group">
              {[cycleTitle, t(`as.${as}`)].join(' · ')}
              {begin ? (
                <Button type="link" size="small" onClick={() => begin({ cycleId, cycleTitle, as })}>
                  {t('workbook.open')}
                </Button>
              ) : null}
            </p>
            <ul className="own-tasks">
              {sheets.map((sheet) => (
                <Sheet key={sheet.assessmentId} sheet={sheet} />
              ))}
            </ul>
          </Fragment>
        );
      })}
    </>
  );
}

function Sheet({ sheet }: { sheet: OwnSheet }) {
  const { t } = useTranslation('sheet');
  const { assessmentId, cycleId, subjectName, groupName, as, dueOn, late, submittedAt, filled } = sheet;
  const verb = t(submittedAt ? 'own.open' : `own.verb.${as}`);
  return (
    <li>
      <span className="own-task-words">
        <strong>{subjectName}</strong>
        <span className="quiet">
          {submittedAt || filled === 0 ? groupName : [groupName, t('own.filled', { count: filled })].join(' · ')}
        </span>
      </span>
      <StateWord state={submittedAt ? (late ? 'risk' : 'done') : late ? 'late' : 'planned'}>
        {submittedAt
          ? t(late ? 'state.submittedLate' : 'state.submitted')
          : t(late ? 'state.late' : 'state.due', { day: dueOn })}
      </StateWord>
      <ScopedLink
        className="own-task-link"
        to={`/assessments/${cycleId}/sheet/${assessmentId}?as=${as}`}
        aria-label={t('own.verbFor', { verb, name: subjectName })}
      >
        {verb}
      </ScopedLink>
    </li>
  );
}
