import type { Answers, Paper } from '../recount';

/** A voter's device, as the console's: it makes a key for one ballot, has it signed unseen, and seals a vote with it. */
export class Voter {
  constructor(ballotId: string, group: string, publicKey: string);
  readonly ballotId: string;
  readonly group: string;
  /** of the device, base64url */
  get key(): string;
  /** of its paper in the published list */
  get id(): string;
  /** @returns what is sent to be signed, base64url */
  blind(): Promise<string>;
  /** Takes the blinding off. @throws when the association signed something else */
  unblind(signature: string): Promise<void>;
  paper(answers: Answers): Paper;
}
