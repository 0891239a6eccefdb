import { useCallback, useEffect, useState } from 'react';
import type { VotePhase } from '../../generated/graphql';
import { refusalOf } from '../../lib/errors';
import { makeTicket, sealed, withCredential } from './device';
import { paperId, type Answers } from './paper';
import { randomWait, sendPaper } from './send-paper';
import { stageOf, type Stage } from './stage';
import { change, read, ticketKey, tidy, type Kept } from './tickets';

export interface SecretBallot {
  readonly stage: Stage | 'looking';
  /** the number by which the paper is found in the published list */
  readonly receipt: string | null;
  readonly error: unknown;
  readonly busy: boolean;
  /** has this device's key signed unseen */
  fetch(): Promise<void>;
  cast(answers: Answers): Promise<void>;
}

/** A ballot as it stands, for one voter. */
export interface BallotAtHand {
  readonly ballotId: string;
  readonly phase: VotePhase;
  readonly group: string;
  /** null: there is none to be had */
  readonly publicKey: string | null;
  /** whether the server gave a credential */
  readonly given: boolean;
  /** tells people who share a device apart */
  readonly voter: string;
  /** what this window knows already */
  readonly receipt: string | null;
  /** has a blinded message signed; always the same function */
  sign(blinded: string): Promise<string | undefined>;
}

/** A secret ballot on this device. What is needed stays in the browser, so that a reload in the middle loses nothing. */
export function useSecretBallot(props: BallotAtHand): SecretBallot {
  const { ballotId, phase, group, publicKey, given, voter, sign } = props;
  const key = ticketKey(ballotId, voter);
  const [kept, setKept] = useState<Kept | undefined>();
  const [looked, setLooked] = useState(false);
  const [receipt, setReceipt] = useState(props.receipt);
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
      const signature = await sign(ticket.blinded).catch(async (refused) => {
        // it lies elsewhere, or nobody gives one any more: what was asked for here is of no use
        if (refusalOf(refused)) setKept(await change(key, (now) => (now?.stage === 'ASKED' ? undefined : now)));
        throw refused;
      });
      if (!signature) return;
      const held = await withCredential(ticket, signature);
      const since = Date.now();
      // another window may have come further in the meantime
      setKept(await change(key, (now) => (now?.stage === 'ASKED' ? { stage: 'HELD', ticket: held, since } : now)));
    },
    [sign, key],
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

  const cast = async (answers: Answers) => {
    if (kept?.stage !== 'HELD') return;
    setBusy(true);
    setError(null);
    try {
      const paper = await sealed(kept.ticket, answers);
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

  const shown = kept?.stage === 'CAST' ? kept.id : receipt;
  const stage = looked ? stageOf({ phase, given, kept, secure: window.isSecureContext }) : 'looking';
  return { stage, receipt: shown, error, busy, fetch, cast };
}
