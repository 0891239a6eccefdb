import { useApolloClient } from '@apollo/client/react';
import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TakeCredentialDocument, type VoteChoice } from '../../../generated/graphql';
import { PublishedList } from '../../ballot/published-list';
import { keepReceipt, receiptOf } from '../../ballot/receipts';
import { SecretBallot } from '../../ballot/secret-ballot';
import { useSecretBallot } from '../../ballot/use-secret-ballot';
import { Choices } from '../choices';
import { QUESTION, recordOf, useCountsInWords } from '../counted';
import type { Vote } from '../room-view';

/** A secret vote on the item, on one's own device. */
export function SecretVote(props: { vote: Vote; seatId: string; sessionId: string; title: string }) {
  const { t } = useTranslation('room');
  const { vote, seatId, sessionId, title } = props;
  const { id: voteId, ballotId, phase, mine } = vote;
  const say = useCountsInWords();
  const client = useApolloClient();
  const sign = useCallback(
    async (blinded: string) => {
      const variables = { input: { voteId, blinded } };
      const { data } = await client.mutate({ mutation: TakeCredentialDocument, variables });
      return data?.takeCredential.signature;
    },
    [client, voteId],
  );
  const ballot = useSecretBallot({
    ...{ ballotId, phase, sign, voter: seatId },
    ...{ group: mine?.group ?? '', publicKey: mine?.publicKey ?? null, given: mine?.done ?? false },
    receipt: receiptOf(sessionId, ballotId),
  });
  const { receipt, busy, cast } = ballot;
  const [choice, setChoice] = useState<VoteChoice | null>(null);
  // the number stays with this window, also when the room has gone on to the next item
  useEffect(() => {
    if (receipt && phase !== 'VOID')
      keepReceipt(sessionId, { ballotId, id: receipt, title, record: phase === 'CLOSED' ? recordOf(vote) : null });
  }, [receipt, phase, sessionId, ballotId, title, vote]);
  return (
    <SecretBallot
      ballot={ballot}
      paper={
        <>
          <Choices label={title} value={choice} onChoose={setChoice} />
          <Button
            type="primary"
            block
            disabled={choice === null}
            loading={busy}
            onClick={() => (choice ? void cast({ [QUESTION]: choice }) : undefined)}
          >
            {choice ? t('vote.confirmChoice', { choice: t(`choice.${choice}`) }) : t('vote.confirm')}
          </Button>
        </>
      }
      over={
        vote.publishedUrl ? (
          <PublishedList url={vote.publishedUrl} record={recordOf(vote)} receipt={receipt} say={say} />
        ) : null
      }
    />
  );
}
