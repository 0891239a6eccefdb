// Votes by name and numbers of matters, the API killed in between.
import { submittedMatters } from '../../apps/bench/peers/data/rooms.mjs';

export const numbersEach = 10;
const choices = ['FOR', 'FOR', 'FOR', 'AGAINST', 'ABSTAIN'];
export const choiceOf = (at, n) => choices[(at + n) % choices.length];
/** A round that does not end in this time has failed. */
export const longest = 180_000;

export class NamedVotes {
  figures = { acknowledged: 0, lost: 0, double: 0, gaps: 0 };

  constructor({ api, association, staff, people }) {
    Object.assign(this, { api, association, staff, people });
  }

  /** A vote of everybody and the acceptance of some matters at once. */
  async round({ session }, itemId, n) {
    const { api, staff, people, figures } = this;
    const until = Date.now() + longest;
    const called = await staff.do('callSessionItem', { id: session, itemId }, 'current { version }');
    const opening = { itemId, version: called.current.version, body: 'PARTY' };
    const open = await staff.do('openVote', opening, 'current { votes { id ballotId } }');
    const [{ id: voteId, ballotId }] = open.current.votes;
    const matters = await submittedMatters(api.client, this.association, staff.account, numbersEach);
    const cast = people.map((one, at) => ({ one, choice: choiceOf(at, n) }));
    const killing = api.killAmid(cast.length + matters.length);
    await Promise.all([
      ...cast.map(({ one, choice }) => done(one, 'castNamedVote', { voteId, choice }, until)),
      ...matters.map((id) => done(staff, 'acceptMatter', { id, version: 1 }, until, alreadyAccepted)),
    ]);
    const after = await killing;
    figures.acknowledged += cast.length;
    const missing = await this.#lost(ballotId, cast);
    const { version, counted } = await countVote(staff, voteId);
    const sum = counted.inFavour + counted.against + counted.abstained;
    const twice = (await this.#votedTwice(ballotId)) + Math.max(0, sum - people.length);
    const less = missing + Math.max(0, people.length - sum);
    figures.lost += less;
    figures.double += twice;
    await conclude(staff, { itemId, version, counted });
    return `by name: killed after ${after} answers: ${votesOf(counted)}, ${less} lost, ${twice} double`;
  }

  /** What was acknowledged and does not stand as it was sent. */
  async #lost(ballotId, cast) {
    const { rows } = await this.api.client.query(
      `select account_id as account, answers ->> 'motion' as choice from ballot_voter where ballot_id = $1`,
      [ballotId],
    );
    const standing = new Map(rows.map(({ account, choice }) => [account, choice]));
    return cast.filter(({ one, choice }) => standing.get(one.account) !== choice).length;
  }

  /** A vote that was written twice has two events. */
  async #votedTwice(ballotId) {
    const { rows } = await this.api.client.query(
      `select account_id from audit_event where subject_id = $1 and action = 'ballot.vote' group by 1 having count(*) > 1`,
      [ballotId],
    );
    return rows.length;
  }

  /** Of all rounds together. @param expected how many numbers were acknowledged */
  async numbersHaveNoGaps(expected) {
    const { client } = this.api;
    const { rows } = await client.query(
      `select max(n) - count(distinct n) as gaps, count(*) - count(distinct n) as twice, count(*)::int as given
       from (select substring(number from '(\\d+)号')::int as n from matter where number is not null) m`,
    );
    const { rows: record } = await client.query('select max(no) - count(*) as gaps from matter_record');
    const [{ gaps, twice, given }] = rows;
    this.figures.gaps += Number(gaps) + Number(twice) + Number(record[0].gaps) + Math.abs(given - expected);
    return `${given} numbers given: ${gaps} gaps, ${twice} twice`;
  }
}

/** `already` says of a refusal to what was asked once more that an answer which was lost had done it. */
async function done(one, name, input, until, already = () => false) {
  const { reason, message, tries } = await one.insist(name, input, 'id', until);
  if (reason && !(tries > 0 && already(reason))) throw new Error(`${name}: ${message}`);
}

const alreadyAccepted = (reason) => reason === 'STALE_VERSION' || reason === 'MATTER_STATE';

/** @returns the version of the item after it, and what was counted */
export async function countVote(staff, voteId) {
  const counts = 'id inFavour against abstained passed publishedHash publishedUrl';
  const { current } = await staff.do('countVote', { voteId }, `current { version votes { ${counts} } }`);
  return { version: current.version, counted: current.votes.find(({ id }) => id === voteId) };
}

export function conclude(staff, { itemId, version, counted }) {
  const opinion = counted.passed ? 'AGREE' : 'DEFER';
  return staff.do('concludeSessionItem', { itemId, version, opinion, opinionText: '按表决结果' }, 'version');
}

export const votesOf = ({ inFavour, against, abstained }) => `${inFavour} : ${against} : ${abstained}`;
