import type { VotePhase } from '../../generated/graphql';
import type { Kept } from './tickets';

/** What a voter sees of a secret vote. */
export type Stage =
  /** the browser encrypts nothing on this address */
  | 'insecure'
  /** a credential can be fetched */
  | 'fetch'
  | 'fetching'
  /** it is here; casting has not begun */
  | 'wait'
  | 'choose'
  /** chosen; on its way at a random moment */
  | 'sending'
  | 'cast'
  /** a credential was given, and this is not the device that has it */
  | 'elsewhere'
  /** casting began before one was fetched */
  | 'late'
  | 'void'
  /** counted, with a receipt or without */
  | 'over';

/** Where a voter stands, from how far the vote has come, what the server gave and what this device keeps. */
export function stageOf(facts: {
  phase: VotePhase;
  /** whether the server gave a credential */
  given: boolean;
  kept: Kept | undefined;
  secure: boolean;
}): Stage {
  const { phase, given, kept, secure } = facts;
  if (phase === 'VOID') return 'void';
  if (phase === 'CLOSED') return 'over';
  if (!secure) return 'insecure';
  if (kept?.stage === 'CAST') return 'cast';
  if (kept?.stage === 'SEALED') return 'sending';
  if (kept?.stage === 'HELD') return phase === 'CASTING' ? 'choose' : 'wait';
  if (kept?.stage === 'ASKED') return 'fetching';
  if (given) return 'elsewhere';
  return phase === 'ISSUING' ? 'fetch' : 'late';
}
