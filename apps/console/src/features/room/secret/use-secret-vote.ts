import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { TakeCredentialDocument, type VoteChoice } from '../../../generated/graphql';
import { refusalOf } from '../../../lib/errors';
import type { Vote } from '../room-view';
import { makeTicket, sealed, withCredential } from './device';
import { paperId } from './paper';
import { keepReceipt, receiptOf, recordOf } from './receipts';
import { randomWait, sendPaper } from './send-paper';
import { stageOf, type Stage } from './stage';
import { change, read, ticketKey, tidy, type Kept } from './tickets';

/** The question of a vote on an item; its answers are those of VoteChoice. */
export const QUESTION = 'motion';

export interface SecretVote {
  readonly stage: Stage | 'looking';
  /** the number by which the paper is found in the published list */
  readonly receipt: string | null;
  readonly error: unknown;
  readonly busy: boolean;
  /** has this device's key signed unseen */
  fetch(): Promise<void>;
  cast(choice: VoteChoice): Promise<void>;
}

/** A secret vote on this device. What is needed stays in the browser, so that a reload in the middle loses nothing. */
export function useSecretVote(props: { vote: Vote; seatId: string; sessionId: string; title: string }): SecretVote {
  const { vote, seatId, sessionId, title } = props;
  const { id: voteId, ballotId, phase } = vote;
  const { group, publicKey, done } = vote.mine ?? { group: '', publicKey: null, done: false };
  const key = ticketKey(ballotId, seatId);
  const client = useApolloClient();
  const [kept, setKept] = useState<Kept | undefined>();
  const [looked, setLooked] = useState(false);
  const [receipt, setReceipt] = useState(() => receiptOf(sessionId, ballotId));
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    read(key)
      .then(setKept, setError)
      .finally(() => setLooked(true));
  }, [key]);

  const take = useCallback(
    async (asked: Kept | undefined) => {
      if (asked?.stage !== 'ASKED') return;
      const { ticket } = asked;
      const variables = { input: { voteId, blinded: ticket.blinded } };
      const { data } = await client.mutate({ mutation: TakeCredentialDocument, variables }).catch(async (refused) => {
        // it lies elsewhere, or nobody gives one any more: what was asked for here is of no use
        if (refusalOf(refused)) setKept(await change(key, (now) => (now?.stage === 'ASKED' ? undefined : now)));
        throw refused;
      });
      if (!data) return;
      const held = await withCredential(ticket, data.takeCredential.signature);
      const since = Date.now();
      // another window may have come further in the meantime
      setKept(await change(key, (now) => (now?.stage === 'ASKED' ? { stage: 'HELD', ticket: held, since } : now)));
    },
    [client, key, voteId],
  );

  const fetch = async () => {
    if (!publicKey) return;
    setBusy(true);
    setError(null);
    try {
      const since = Date.now();
      await tidy(since);
      const ticket = await makeTicket(ballotId, group, publicKey);
      // kept before it is asked for: whatever happens now, this device can ask again
      const asked = await change(key, (before) => before ?? { stage: 'ASKED', ticket, since });
      setKept(asked);
      await take(asked);
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };

  // the answer was lost, with the page or with the line
  const resume = kept?.stage === 'ASKED' && !busy && !error && (phase === 'ISSUING' || phase === 'CASTING');
  useEffect(() => {
    if (resume) take(kept).catch(setError);
  }, [resume, kept, take]);

  const cast = async (choice: VoteChoice) => {
    if (kept?.stage !== 'HELD') return;
    setBusy(true);
    setError(null);
    try {
      const paper = await sealed(kept.ticket, { [QUESTION]: choice });
      const since = Date.now();
      const next: Kept = { stage: 'SEALED', paper, sendAt: since + randomWait(), since };
      setKept(await change(key, (now) => (now?.stage === 'HELD' ? next : now)));
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };

  useEffect(() => {
    if (kept?.stage !== 'SEALED' || phase !== 'CASTING') return undefined;
    const stop = new AbortController();
    const { paper, sendAt } = kept;
    sendPaper(ballotId, paper, sendAt, stop.signal)
      .then((id) => change(key, () => ({ stage: 'CAST', id, since: Date.now() })))
      .then(setKept, (failed: unknown) => {
        if (!stop.signal.aborted) setError(failed);
      });
    return () => stop.abort();
  }, [kept, phase, ballotId, key]);

  // once it is over the device forgets
  useEffect(() => {
    if (!looked || (phase !== 'CLOSED' && phase !== 'VOID')) return;
    if (!kept) return;
    const forget = async () => {
      // one that was on its way may have arrived: the list will tell
      const id = kept.stage === 'CAST' ? kept.id : kept.stage === 'SEALED' ? await paperId(kept.paper.key) : null;
      if (id && phase === 'CLOSED') setReceipt(id);
      setKept(await change(key, () => undefined));
    };
    forget().catch(setError);
  }, [looked, phase, kept, key, ballotId]);

  // the number stays with this window, also when the room has gone on to the next item
  const shown = kept?.stage === 'CAST' ? kept.id : receipt;
  useEffect(() => {
    if (shown && phase !== 'VOID')
      keepReceipt(sessionId, { ballotId, id: shown, title, record: phase === 'CLOSED' ? recordOf(vote) : null });
  }, [shown, phase, sessionId, ballotId, title, vote]);

  const stage = looked ? stageOf({ phase, given: done, kept, secure: window.isSecureContext }) : 'looking';
  return { stage, receipt: shown, error, busy, fetch, cast };
}
