import { useQuery } from '@apollo/client/react';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { paths } from '../../app/routes';
import { ErrorView, NotFound } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { StateWord } from '../../components/state-glyph';
import {
  AssessmentCyclePageDocument,
  OwnAssessmentsDocument,
  type AssessmentCyclePageQuery,
  type OwnAssessmentFragment,
} from '../../generated/graphql';
import { useLiveEvent } from '../../lib/live-events';
import { CycleActs } from './cycle-acts';
import { AssessedList } from './assessed-list';
import { CycleState, Period, SchemeName, StageDue } from './cycle-columns';
import { CycleSide } from './cycle-side';
import { CycleWeak } from './cycle-weak';
import { GroupProgress } from './group-progress';
import { OwnAssessment } from './own-assessments';
import { NoticeLink } from './result-link';
import { StageBar } from './stage-bar';
import { CycleSteps } from './cycle-steps';
import './cycle.css';

export type CycleDetail = NonNullable<AssessmentCyclePageQuery['assessmentCycle']>;

/** One cycle: for whoever conducts or reads it as a whole, else for those who are in it. */
export function CyclePage() {
  const { cycleId = '' } = useParams();
  const { data, error, refetch } = useQuery(AssessmentCyclePageDocument, {
    variables: { id: cycleId },
    // the forms send the version they were filled in against
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('assessment', (event) => {
    if (event.id === cycleId) void refetch();
  });
  const cycle = data?.assessmentCycle;
  // a job that was cancelled while it waited tells nobody but its owner
  useLiveEvent('job', () => {
    if (cycle?.reading) void refetch();
  });
  if (error && !cycle) return <ErrorView error={error} retry={() => void refetch()} />;
  if (!data) return <div className="page-body" aria-busy="true" />;
  if (!cycle) return <AssessedCyclePage id={cycleId} />;
  return <WholeCycle cycle={cycle} done={() => void refetch()} />;
}

function WholeCycle({ cycle, done }: { cycle: CycleDetail; done(): void }) {
  return (
    <>
      <CycleHead cycle={cycle} actions={cycle.viewerCan.conduct ? <CycleActs cycle={cycle} done={done} /> : null} />
      <div className="page-body cycle-page">
        <div className="cycle-wide">
          <Standing cycle={cycle} />
          <StageBar
            stages={cycle.stages}
            stage={cycle.stage}
            late={cycle.late}
            cancelled={Boolean(cycle.cancelledAt)}
          />
        </div>
        <div className="cycle-main">
          <GroupProgress cycle={cycle} />
          {cycle.viewerCan.conduct && cycle.progress.computed > 0 ? <CycleWeak cycle={cycle} done={done} /> : null}
          <AssessedList cycle={cycle} done={done} />
        </div>
        <CycleSide cycle={cycle} done={done} />
      </div>
    </>
  );
}

type Headed = ComponentProps<typeof CycleState>['cycle'] &
  ComponentProps<typeof Period>['of'] &
  ComponentProps<typeof NoticeLink>['cycle'] & { title: string; scheme: ComponentProps<typeof SchemeName>['scheme'] };

function CycleHead({ cycle, actions }: { cycle: Headed; actions?: ReactNode }) {
  const { t } = useTranslation('cycle');
  return (
    <PageHead
      title={cycle.title}
      crumbs={[{ name: t('title'), to: paths.assessments }]}
      state={<CycleState cycle={cycle} tint />}
      note={
        <>
          <SchemeName scheme={cycle.scheme} /> · <Period of={cycle} /> <NoticeLink cycle={cycle} />
        </>
      }
      actions={actions}
    />
  );
}

/** What is to be said of it before everything else. */
function Standing({ cycle }: { cycle: CycleDetail }) {
  const { t } = useTranslation('cycle');
  if (cycle.cancelledAt)
    return <p className="cycle-standing">{t('cancelledFor', { reason: cycle.cancelReason ?? '' })}</p>;
  if (cycle.reading)
    return (
      <p className="cycle-standing" role="status">
        <StateWord state="pending">{t('reading')}</StateWord>
      </p>
    );
  return cycle.late ? (
    <p className="cycle-standing">
      <StageDue cycle={cycle} /> <span className="quiet">{t('lateHelp')}</span>
    </p>
  ) : null;
}

/** The cycle as those see it who are in it: its stages, and what is asked of them. */
function AssessedCyclePage({ id }: { id: string }) {
  const { t } = useTranslation('cycle');
  const { data, error, refetch } = useQuery(OwnAssessmentsDocument, {
    variables: { filter: { cycleId: id } },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('assessment', (event) => {
    if (event.id === id) void refetch();
  });
  if (error && !data) return <ErrorView error={error} retry={() => void refetch()} />;
  if (!data) return <div className="page-body" aria-busy="true" />;
  const found: readonly OwnAssessmentFragment[] = data.assessments.nodes;
  const cycle = found[0]?.cycle;
  if (!cycle) return <NotFound />;
  return (
    <>
      <CycleHead cycle={cycle} />
      <div className="page-body cycle-page cycle-assessed">
        <div className="cycle-wide">
          <StageBar
            stages={cycle.stages}
            stage={cycle.stage}
            late={cycle.late}
            cancelled={Boolean(cycle.cancelledAt)}
          />
        </div>
        <div className="cycle-main">
          <Panel title={t('own.asked')} note={t('own.count', { count: data.assessments.totalCount })} flush>
            <ul className="own-assessments">
              {found.map((one) => (
                <li key={one.id}>
                  <OwnAssessment assessment={one} done={() => void refetch()} />
                </li>
              ))}
            </ul>
          </Panel>
        </div>
        {found.length === 1 && found[0] ? (
          <Panel title={t('steps')}>
            <CycleSteps steps={found[0].steps} />
          </Panel>
        ) : null}
      </div>
    </>
  );
}
