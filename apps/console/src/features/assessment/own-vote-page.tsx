import { useApolloClient, useQuery } from '@apollo/client/react';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { paths } from '../../app/routes';
import { ErrorView, NotFound } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { StateWord } from '../../components/state-glyph';
import {
  OwnAssessmentVoteDocument,
  TakeAssessmentCredentialDocument,
  type OwnVoteFragment,
} from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { useLiveEvent } from '../../lib/live-events';
import { useSession } from '../../lib/session';
import { PublishedList } from '../ballot/published-list';
import { keepReceipt, receiptOf } from '../ballot/receipts';
import { SecretBallot } from '../ballot/secret-ballot';
import { useSecretBallot } from '../ballot/use-secret-ballot';
import { VoteCounts } from './vote-counts';
import { VotePaper } from './vote-paper';
import { PHASE_SIGNS, recordOf, useCountsInWords } from './vote-words';
import './vote.css';

/** 我的测评票: a vote in which one has a vote, on one's own device. */
export function OwnVotePage() {
  const { t } = useTranslation(['vote', 'sheet']);
  const { voteId = '' } = useParams();
  const { data, error, refetch } = useQuery(OwnAssessmentVoteDocument, {
    variables: { id: voteId },
    fetchPolicy: 'cache-and-network',
  });
  const vote = data?.ownAssessmentVote;
  useLiveEvent('assessment', (event) => {
    if (event.id === vote?.cycleId) void refetch();
  });
  if (error && !data) return <ErrorView error={error} retry={() => void refetch()} />;
  if (!data) return <div className="page-body" aria-busy="true" />;
  if (!vote) return <NotFound />;
  return (
    <>
      <PageHead
        title={local(vote.indicator.name)}
        crumbs={[{ name: t('sheet:own.title'), to: paths.myScores }]}
        state={
          <StateWord state={PHASE_SIGNS[vote.phase]} tint>
            {t(`phase.${vote.phase}`)}
          </StateWord>
        }
        note={t('own.note', { cycle: vote.cycleTitle, group: local(vote.group.name) })}
      />
      <div className="page-body vote-own">
        <Panel title={t('own.title')} note={t('own.counts', { voters: vote.voters, issued: vote.issued })}>
          <OwnBallot key={vote.id} vote={vote} />
        </Panel>
        {vote.phase === 'CLOSED' ? (
          <Panel title={t('counts.title')} note={t('counts.papers', { count: vote.cast })} flush>
            <VoteCounts vote={vote} />
          </Panel>
        ) : null}
      </div>
    </>
  );
}

function OwnBallot({ vote }: { vote: OwnVoteFragment }) {
  const { account } = useSession();
  const client = useApolloClient();
  const say = useCountsInWords();
  const { id: voteId, ballotId, phase } = vote;
  const title = local(vote.indicator.name);
  const sign = useCallback(
    async (blinded: string) => {
      const variables = { input: { voteId, blinded } };
      const { data } = await client.mutate({ mutation: TakeAssessmentCredentialDocument, variables });
      return data?.takeAssessmentCredential.signature;
    },
    [client, voteId],
  );
  const ballot = useSecretBallot({
    ...{ ballotId, phase, sign, voter: account.id },
    ...{ group: vote.group.key, publicKey: vote.publicKey, given: vote.done },
    receipt: receiptOf(voteId, ballotId),
  });
  const { receipt, busy, cast } = ballot;
  useEffect(() => {
    if (receipt && phase !== 'VOID')
      keepReceipt(voteId, { ballotId, id: receipt, title, record: phase === 'CLOSED' ? recordOf(vote) : null });
  }, [receipt, phase, voteId, ballotId, title, vote]);
  return (
    <SecretBallot
      ballot={ballot}
      paper={<VotePaper vote={vote} busy={busy} seal={cast} />}
      over={
        vote.publishedUrl ? (
          <PublishedList url={vote.publishedUrl} record={recordOf(vote)} receipt={receipt} say={say} />
        ) : null
      }
    />
  );
}
