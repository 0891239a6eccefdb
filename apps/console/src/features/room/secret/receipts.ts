import type { Vote } from '../room-view';

/** What a published list is held against. */
export interface OnRecord {
  readonly hash: string | null;
  readonly inFavour: number | null;
  readonly against: number | null;
  readonly abstained: number | null;
}

/** A paper of one's own, by which it is found again; it tells nobody what was voted. */
export interface OwnReceipt {
  readonly ballotId: string;
  readonly id: string;
  readonly title: string;
  /** null: the vote has not been counted, or the page was away when it was */
  readonly record: OnRecord | null;
}

export const recordOf = ({ publishedHash: hash, inFavour, against, abstained }: Vote): OnRecord => ({
  hash,
  inFavour,
  against,
  abstained,
});

const keyOf = (sessionId: string): string => `dangwu.receipts.${sessionId}`;

/** Receipts of a session, for as long as the window is open. */
export const receiptsOf = (sessionId: string): OwnReceipt[] =>
  JSON.parse(sessionStorage.getItem(keyOf(sessionId)) ?? '[]') as OwnReceipt[];

export const receiptOf = (sessionId: string, ballotId: string): string | null =>
  receiptsOf(sessionId).find((receipt) => receipt.ballotId === ballotId)?.id ?? null;

export function keepReceipt(sessionId: string, receipt: OwnReceipt): void {
  const others = receiptsOf(sessionId).filter(({ ballotId }) => ballotId !== receipt.ballotId);
  sessionStorage.setItem(keyOf(sessionId), JSON.stringify([...others, receipt]));
}
