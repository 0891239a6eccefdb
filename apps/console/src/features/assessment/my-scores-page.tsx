import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { StateWord } from '../../components/state-glyph';
import { OwnAssessmentSheetsDocument, type OwnAssessmentSheetsQuery } from '../../generated/graphql';
import { useLiveEvent } from '../../lib/live-events';
import '../supervision/supervision.css';
import './sheet.css';

type OwnSheet = OwnAssessmentSheetsQuery['ownAssessmentSheets'][number];

/** 我的评分: sheets that wait for one as the assessed, as whoever verifies, as an expert. */
export function MyScoresPage() {
  const { t } = useTranslation('sheet');
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
        {data ? (
          <Panel title={t('own.waiting')} note={t('own.count', { count: waiting.length })} flush>
            {waiting.length ? <Sheets found={waiting} /> : <Empty good>{t('own.empty')}</Empty>}
          </Panel>
        ) : null}
        {over.length ? (
          <Panel title={t('own.over')} note={t('own.count', { count: over.length })} flush>
            <Sheets found={over} />
          </Panel>
        ) : null}
      </div>
    </>
  );
}

function Sheets({ found }: { found: readonly OwnSheet[] }) {
  const { t } = useTranslation('sheet');
  return (
    <ul className="own-tasks">
      {found.map(({ assessmentId, cycleId, cycleTitle, subjectName, groupName, as, dueOn, late, submittedAt }) => {
        const verb = t(submittedAt ? 'own.open' : `own.verb.${as}`);
        return (
          <li key={`${assessmentId} ${as}`}>
            <span className="own-task-words">
              <strong>{subjectName}</strong>
              <span className="quiet">{[t(`as.${as}`), cycleTitle, groupName].join('，')}</span>
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
      })}
    </ul>
  );
}
