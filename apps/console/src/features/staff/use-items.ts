import { useMutation } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { ChangeHandoverDocument, type HandoverDetailFragment } from '../../generated/graphql';

export type Item = HandoverDetailFragment['items'][number];

/** The list, and the way to change it. */
export interface ItemList {
  readonly items: readonly Item[];
  change(this: void, items: readonly Item[]): void;
  readonly error: unknown;
  /** Something of it is on its way: what the server knows is older. */
  readonly sending: boolean;
}

/**
 * The list of a handover as it is gone through. Each change is sent at once, one after the other; a change that follows
 * before its turn carries those before it. What is refused is read anew.
 */
export function useItems(handover: HandoverDetailFragment, reread: () => void): ItemList {
  const { id } = handover;
  const [sendItems, { error }] = useMutation(ChangeHandoverDocument);
  /** What is on its way. */
  const [draft, setDraft] = useState<readonly Item[] | null>(null);
  const latest = useRef<readonly Item[] | null>(null);
  const version = useRef(handover.version);
  const queue = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    version.current = handover.version;
  }, [handover.version]);

  const send = async (items: readonly Item[]) => {
    if (latest.current !== items) return;
    const input = {
      id,
      version: version.current,
      items: items.map(({ text, state, note }) => ({ text, state, note })),
    };
    // the refusal stands above the list
    const answer = await sendItems({ variables: { input } }).catch(() => null);
    const written = answer?.data?.changeHandover;
    if (written) version.current = written.version;
    else reread();
    if (latest.current === items) setDraft(null);
  };
  const change = (items: readonly Item[]) => {
    latest.current = items;
    setDraft(items);
    queue.current = queue.current.then(() => send(items));
  };
  return { items: draft ?? handover.items, change, error, sending: draft !== null };
}
