import { useQuery } from '@apollo/client/react';
import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { paths } from '../../app/routes';
import { Empty } from '../../components/empty';
import { ErrorView, NotFound } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { AssessmentVotesPageDocument, type AssessmentVotesPageQuery } from '../../generated/graphql';
import { useLiveEvent } from '../../lib/live-events';
import { VoteCard } from './vote-card';
import { VoteOpenForm } from './vote-open-form';
import { takesVotes } from './vote-words';
import './cycle.css';
import './vote.css';

export type VoteChoices = AssessmentVotesPageQuery['assessmentVoteChoices'];

/** Papers tell no event: how many are in is asked for. */
const every = 5_000;

/** 无记名测评 of a cycle, for whoever conducts it: opened, issued, cast, counted. */
export function VotesPage() {
  const { t } = useTranslation(['vote', 'cycle']);
  const { cycleId = '' } = useParams();
  const { message } = App.useApp();
  const [opening, setOpening] = useState(false);
  const { data, error, refetch } = useQuery(AssessmentVotesPageDocument, {
    variables: { id: cycleId },
    fetchPolicy: 'cache-and-network',
    pollInterval: every,
  });
  useLiveEvent('assessment', (event) => {
    if (event.id === cycleId) void refetch();
  });
  if (error && !data) return <ErrorView error={error} retry={() => void refetch()} />;
  if (!data) return <div className="page-body" aria-busy="true" />;
  const { assessmentCycle: cycle, assessmentVotes: votes, assessmentVoteChoices: choices } = data;
  if (!cycle?.viewerCan.conduct) return <NotFound />;
  const possible = takesVotes(cycle);
  const done = (words: string) => {
    void message.success(words);
    void refetch();
  };
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[
          { name: t('cycle:title'), to: paths.assessments },
          { name: cycle.title, to: `${paths.assessments}/${cycle.id}` },
        ]}
        note={t('note')}
        actions={
          possible && choices.indicators.length > 0 ? (
            <Button type="primary" onClick={() => setOpening(true)}>
              {t('open.verb')}
            </Button>
          ) : null
        }
      />
      <div className="page-body votes-page">
        {votes.length === 0 ? (
          <Empty>{t(choices.indicators.length === 0 ? 'nothingVoted' : possible ? 'empty' : 'emptyOver')}</Empty>
        ) : null}
        {votes.map((vote) => (
          <VoteCard key={vote.id} vote={vote} choices={choices} possible={possible} done={done} />
        ))}
      </div>
      {opening ? (
        <Drawer
          title={t('open.verb')}
          aria-label={t('open.verb')}
          size={640}
          open
          onClose={() => setOpening(false)}
          closable={{ 'aria-label': t('cycle:closeDrawer'), placement: 'end' }}
        >
          <VoteOpenForm
            cycleId={cycle.id}
            choices={choices}
            cancel={() => setOpening(false)}
            done={() => {
              setOpening(false);
              done(t('open.done'));
            }}
          />
        </Drawer>
      ) : null}
    </>
  );
}
