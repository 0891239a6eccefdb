// What is asked while votes are measured.
import { hash } from 'node:crypto';

export const documents = {
  open: `mutation Open($input: OpenSessionInput!) { openSession(input: $input) { version } }`,
  mark: `mutation Mark($input: MarkSeatsInput!) { markSeats(input: $input) { version } }`,
  call: `mutation Call($input: CallSessionItemInput!) { callSessionItem(input: $input) { current { version } } }`,
  vote: `mutation OpenVote($input: OpenVoteInput!) { openVote(input: $input) { current { votes { id ballotId } } } }`,
  cast: `mutation Cast($input: CastNamedVoteInput!) { castNamedVote(input: $input) { current { votes { cast mine { choice } } } } }`,
  state: `mutation State($input: StateViewInput!) { stateView(input: $input) { current { version } } }`,
  /** what a device needs for a secret vote */
  room: `query Room($id: ID!) { sessionRoom(id: $id) { current { votes { id mine { group publicKey } } } } }`,
  take: `mutation Take($input: TakeCredentialInput!) { takeCredential(input: $input) { signature } }`,
  begin: `mutation Begin($input: BeginCastingInput!) { beginCasting(input: $input) { version } }`,
  count: `mutation Count($input: CountVoteInput!) { countVote(input: $input) { current { version votes { inFavour against passed } } } }`,
  conclude: `mutation Conclude($input: ConcludeSessionItemInput!) { concludeSessionItem(input: $input) { version } }`,
  /** a mutation that has nothing to do: what any of them costs */
  empty: `mutation Empty($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) }`,
};
export const idOf = (text) => hash('sha256', text, 'hex');
/** By id: a session may send no others. */
export const voteDocuments = Object.fromEntries(Object.values(documents).map((text) => [idOf(text), text]));
