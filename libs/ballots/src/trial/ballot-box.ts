import { globalId, localId, newId } from '@dangwu/platform/ids';
import { createWorld, Traces, type World } from '@dangwu/testing';
import { BallotGroupEntity, type BallotEntity } from '../ballot.entity';
import { Ballots } from '../ballots';
import { Credentials } from '../credentials';
import type { Question } from '../recount';
import { Voter } from './voter.mjs';

const questions: Question[] = [
  {
    key: 'motion',
    title: '同意提交理事会审议',
    options: [
      { key: 'FOR', title: '同意' },
      { key: 'AGAINST', title: '不同意' },
      { key: 'ABSTAIN', title: '弃权' },
    ],
  },
];

/** A world with a dozen voters, and all that happens to a ballot, for specs. */
export class BallotBox {
  readonly accounts: string[] = [];

  private constructor(
    readonly world: World,
    /** of the whole database, from whom nothing is kept */
    readonly traces: Traces,
    /** what the log says */
    readonly lines: string[],
  ) {}

  static async begin(): Promise<BallotBox> {
    const lines: string[] = [];
    const world = await createWorld({ log: (line) => lines.push(line), environment: { LOG_LEVEL: 'info' } });
    const box = new BallotBox(world, await Traces.of(world), lines);
    for (let n = 0; n < 12; n += 1) box.accounts.push((await world.account('COMMITTEE_MEMBER', world.root)).accountId);
    return box;
  }

  async end(): Promise<void> {
    await this.traces.end();
    await this.world.close();
  }

  open(secrecy: 'SECRET' | 'OPEN', voters: readonly string[] = this.accounts): Promise<BallotEntity> {
    const { world } = this;
    return world.write((tx) =>
      world.app.get(Ballots).open(tx, {
        associationId: world.associationId,
        organizationId: localId('PartyOrganization', world.root.id),
        subjectType: 'Matter',
        subjectId: newId(),
        title: '关于设立专项基金的请示',
        secrecy,
        questions,
        groups: [{ key: 'MEMBERS', weight: '1' }],
        voters: voters.map((accountId) => ({ accountId, group: 'MEMBERS' })),
      }),
    );
  }

  issue(ballotId: string, accountId: string, blinded: string): Promise<string> {
    return this.world.write((tx) => this.world.app.get(Credentials).issue(tx, ballotId, accountId, blinded));
  }

  async device(ballotId: string): Promise<Voter> {
    const { publicKey } = await this.world.write((tx) => tx.findOneByOrFail(BallotGroupEntity, { ballotId }));
    return new Voter(ballotId, 'MEMBERS', publicKey!);
  }

  async credentialed(ballotId: string, accountId: string): Promise<Voter> {
    const voter = await this.device(ballotId);
    await voter.unblind(await this.issue(ballotId, accountId, await voter.blind()));
    return voter;
  }

  beginCasting(id: string) {
    return this.world.write((tx) => this.world.app.get(Ballots).beginCasting(tx, id));
  }

  close(id: string) {
    return this.world.write((tx) => this.world.app.get(Ballots).close(tx, id));
  }

  async send(ballotId: string, paper: object, headers: Record<string, string> = {}) {
    const response = await fetch(`${this.world.url}/ballots/papers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ ballot: globalId('Ballot', ballotId), ...paper }),
    });
    const body = (await response.json()) as { id?: string; errors?: [{ extensions: { reason: string } }] };
    return { headers: response.headers, id: body.id, reason: body.errors?.[0].extensions.reason };
  }

  /** A secret ballot in which the first `count` accounts hold credentials and casting has begun. */
  async casting(count = 4): Promise<{ id: string; voters: Voter[] }> {
    const { id } = await this.open('SECRET');
    const voters: Voter[] = [];
    for (const accountId of this.accounts.slice(0, count)) voters.push(await this.credentialed(id, accountId));
    await this.beginCasting(id);
    return { id, voters };
  }

  sql<T = unknown>(text: string): Promise<T[]> {
    return this.traces.sql<T>(text);
  }
}
