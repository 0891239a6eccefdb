import { createContext, useContext } from 'react';
import type { SignedInFragment } from '../generated/graphql';

/** Who is signed in, for everything inside the shell. */
export const SessionContext = createContext<SignedInFragment | null>(null);

/** The session; only inside the shell, where there always is one. */
export function useSession(): SignedInFragment {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of the shell');
  return session;
}

/**
 * True when this person holds a permission anywhere. It decides what is offered, never what is allowed:
 * rows say for themselves by `viewerCan`, and the API refuses.
 */
export function useMay(permission: string): boolean {
  return useSession().permissions.includes(permission);
}
