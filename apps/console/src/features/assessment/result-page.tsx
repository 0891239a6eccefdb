import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { paths } from '../../app/routes';
import { Empty } from '../../components/empty';
import { ErrorView, NotFound } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { StateWord } from '../../components/state-glyph';
import { AssessmentResultPageDocument } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { useLiveEvent } from '../../lib/live-events';
import { text, useUrlState } from '../../lib/url-state';
import { SchemeName } from './cycle-columns';
import { CompareLink } from './result-link';
import { ResultAdjustments } from './result-adjustments';
import { ResultDistribution } from './result-distribution';
import { ObjectDrawer, ResultObjections } from './result-objections';
import type { Result, ResultOf } from './result-parts';
import { ResultLetters } from './result-letters';
import { ResultRadar } from './result-radar';
import { ResultStages } from './result-stages';
import { ResultSummary } from './result-summary';
import { ResultTrend } from './result-trend';
import { ResultWhy } from './result-why';
import './result.css';

const fields = { dimension: text() };

/** What one of the assessed came to, each number with its reasons. */
export function ResultPage() {
  const { t } = useTranslation(['result', 'cycle']);
  const { cycleId = '', assessmentId = '' } = useParams();
  const { data, error, refetch } = useQuery(AssessmentResultPageDocument, {
    variables: { id: assessmentId },
    // an objection is raised on what stands now
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('assessment', (event) => {
    if (event.id === cycleId) void refetch();
  });
  const [objecting, setObjecting] = useState(false);
  if (error && !data) return <ErrorView error={error} retry={() => void refetch()} />;
  if (!data) return <div className="page-body" aria-busy="true" />;
  const of = data.assessment;
  if (!of?.cycle) return <NotFound />;
  const result = data.assessmentResult;
  return (
    <>
      <PageHead
        title={of.subjectName}
        crumbs={[
          { name: t('cycle:title'), to: paths.assessments },
          { name: of.cycle.title, to: `${paths.assessments}/${of.cycle.id}` },
        ]}
        state={<ResultState of={of} />}
        note={<SchemeName scheme={of.cycle.scheme} />}
        actions={
          result ? (
            <>
              <CompareLink cycleId={of.cycle.id} first={of.id} />
              {mayObject(of) ? <Button onClick={() => setObjecting(true)}>{t('object.verb')}</Button> : null}
            </>
          ) : null
        }
      />
      {result ? <WholeResult of={of} result={result} /> : <NotYet of={of} />}
      {objecting && result ? (
        <ObjectDrawer
          result={result}
          close={(raised) => {
            setObjecting(false);
            if (raised) void refetch();
          }}
        />
      ) : null}
    </>
  );
}

function mayObject({ viewerCan, cycle }: ResultOf): boolean {
  if (!viewerCan.self || cycle?.stage !== 'NOTICE' || !cycle.noticeTo || cycle.cancelledAt) return false;
  return cycle.noticeTo >= today();
}

function WholeResult({ of, result }: { of: ResultOf; result: Result }) {
  const [{ dimension }, setState] = useUrlState(fields);
  const root = result.nodes[0];
  const parts = result.nodes.filter(({ parentKey }) => root && parentKey === root.key);
  const chosen = parts.find(({ key }) => key === dimension) ?? parts[0];
  return (
    <div className="page-body result-page">
      <div className="result-main">
        <ResultSummary
          result={result}
          assessmentId={of.id}
          chosen={chosen?.key ?? ''}
          choose={(key) => setState({ dimension: key })}
        />
        {chosen ? <ResultWhy result={result} chosen={chosen} /> : null}
        {result.group ? <ResultDistribution group={result.group} groupBy={of.cycle?.groupBy} own={of.id} /> : null}
        <ResultAdjustments result={result} />
        <ResultObjections result={result} />
      </div>
      <div className="result-side">
        <ResultRadar dimensions={result.dimensions} />
        <ResultLetters of={of} />
        {of.cycle ? <ResultStages cycle={of.cycle} /> : null}
        <ResultTrend assessmentId={of.id} />
      </div>
    </div>
  );
}

/** Whether it can still change: not seen by others yet, on notice, final. */
function ResultState({ of: { cycle, publishedAt } }: { of: ResultOf }) {
  const { t } = useTranslation(['result', 'cycle']);
  if (!cycle) return null;
  if (cycle.cancelledAt)
    return (
      <StateWord state="waived" tint>
        {t('cycle:cancelled')}
      </StateWord>
    );
  if (cycle.sealedAt)
    return (
      <StateWord state="done" tint>
        {t('state.final')}
      </StateWord>
    );
  const words = publishedAt && cycle.noticeTo ? t('state.notice', { on: cycle.noticeTo }) : t('state.internal');
  return (
    <StateWord state={publishedAt ? 'planned' : 'unplanned'} tint>
      {words}
    </StateWord>
  );
}

/** Nothing to be seen: when it will be, and what comes before. */
function NotYet({ of }: { of: ResultOf }) {
  const { t } = useTranslation('result');
  const { cycle, viewerCan } = of;
  const due = (stage: string) => cycle?.stages.find((one) => one.stage === stage)?.dueOn ?? '';
  const key = cycle?.cancelledAt ? 'cancelled' : viewerCan.conduct ? 'compute' : 'notice';
  return (
    <div className="page-body result-page">
      <div className="result-main">
        <Panel title={t('notYet.title')}>
          <Empty>{t(`notYet.${key}`, { on: due(key === 'compute' ? 'MODERATION' : 'NOTICE') })}</Empty>
        </Panel>
      </div>
      <div className="result-side">{cycle ? <ResultStages cycle={cycle} /> : null}</div>
    </div>
  );
}
