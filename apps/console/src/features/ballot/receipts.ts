/** Papers by question and option. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What a published list is held against. */
export interface OnRecord {
  readonly hash: string | null;
  readonly counts: Counts;
}

/** A paper of one's own, by which it is found again; it tells nobody what was voted. */
export interface OwnReceipt {
  readonly ballotId: string;
  readonly id: string;
  readonly title: string;
  /** null: the vote has not been counted, or the page was away when it was */
  readonly record: OnRecord | null;
}

/** @param place where votes are held together, as in a session */
const keyOf = (place: string): string => `dangwu.receipts.${place}`;

/** Receipts of a place, for as long as the window is open. */
export const receiptsOf = (place: string): OwnReceipt[] =>
  JSON.parse(sessionStorage.getItem(keyOf(place)) ?? '[]') as OwnReceipt[];

export const receiptOf = (place: string, ballotId: string): string | null =>
  receiptsOf(place).find((receipt) => receipt.ballotId === ballotId)?.id ?? null;

export function keepReceipt(place: string, receipt: OwnReceipt): void {
  const others = receiptsOf(place).filter(({ ballotId }) => ballotId !== receipt.ballotId);
  sessionStorage.setItem(keyOf(place), JSON.stringify([...others, receipt]));
}
