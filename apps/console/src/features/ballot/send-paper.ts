import type { Paper } from './paper';

/** The server's refusal of a paper; its answer says why. */
export class PaperRefused extends Error {
  constructor(
    readonly status: number,
    readonly answer: unknown,
  ) {
    super(`A paper was refused: ${status}`);
  }
}

/** How long a paper rests before it is sent again. */
const again = 2_000;

/** So that the order in which papers arrive says little about who chose when: some seconds, by chance. */
export function randomWait(): number {
  const [dice] = crypto.getRandomValues(new Uint32Array(1));
  return 1_000 + ((dice ?? 0) % 7_000);
}

/**
 * Sends a vote as nobody: without cookie, token or page it comes from. The same paper again changes nothing, so it is sent
 * until it is answered, however often the line breaks.
 * @returns the number by which it is found in the published list
 * @throws PaperRefused
 */
export async function sendPaper(ballotId: string, paper: Paper, sendAt: number, signal: AbortSignal): Promise<string> {
  await pause(sendAt - Date.now(), signal);
  for (;;) {
    const id = await sendOnce(ballotId, paper, signal);
    if (id !== null) return id;
    await pause(again, signal);
  }
}

/** Null: it may or may not have arrived. */
async function sendOnce(ballotId: string, paper: Paper, signal: AbortSignal): Promise<string | null> {
  const sent = await fetch('/ballots/papers', {
    method: 'POST',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ballot: `Ballot_${ballotId.replaceAll('-', '')}`, ...paper }),
    signal,
  }).catch(lost(signal));
  if (sent === null || sent.status >= 500 || sent.status === 429) return null;
  const answer: unknown = await sent.json().catch(lost(signal));
  if (sent.ok && isReceipt(answer)) return answer.id;
  if (sent.ok) return null;
  throw new PaperRefused(sent.status, answer);
}

/** What was given up stays given up; any other failure is tried again. */
const lost =
  (signal: AbortSignal) =>
  (failed: unknown): null => {
    if (signal.aborted) throw failed;
    return null;
  };

const isReceipt = (answer: unknown): answer is { id: string } =>
  typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string';

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const timer = setTimeout(resolve, Math.max(0, milliseconds));
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
