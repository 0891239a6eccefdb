import { useApolloClient } from '@apollo/client/react';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useState } from 'react';
import { errorText } from '../../lib/errors';

/** Does something in the room; the answer is the room as it is then. False: it was refused, and the refusal is shown. */
export type Act = <Data, Variables extends OperationVariables & { input: unknown }>(
  mutation: TypedDocumentNode<Data, Variables>,
  input: Variables['input'],
) => Promise<boolean>;

/** What is done in the room, one thing at a time, and the refusal of the last. */
export function useAct(changed: () => void): { act: Act; busy: boolean; refusal: string | null; forget(): void } {
  const client = useApolloClient();
  const [running, setRunning] = useState(0);
  const [refusal, setRefusal] = useState<string | null>(null);
  const act: Act = async (mutation, input) => {
    setRunning((count) => count + 1);
    setRefusal(null);
    try {
      // the documents of the room take nothing but an input
      await client.mutate({ mutation, variables: { input } as never });
      return true;
    } catch (refused) {
      setRefusal(errorText(refused));
      // it may have been refused because the screen was behind
      changed();
      return false;
    } finally {
      setRunning((count) => count - 1);
    }
  };
  return { act, busy: running > 0, refusal, forget: () => setRefusal(null) };
}
