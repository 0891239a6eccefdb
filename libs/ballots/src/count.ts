import type { EntityManager } from 'typeorm';
import { BallotEntity, BallotGroupEntity, BallotPaperEntity, BallotVoterEntity } from './ballot.entity';
import { ballotErrors } from './ballots.errors';
import { hashOfBallot, recount, type Counts, type PublishedBallot } from './recount';

export interface BallotResult {
  /** votes that were counted */
  readonly papers: number;
  readonly counts: Counts;
  /** null for votes by name */
  readonly published: PublishedBallot | null;
  readonly publishedHash: string | null;
}

/** The papers become one sorted list, and their rows go. */
export async function publish(tx: EntityManager, ballot: BallotEntity): Promise<BallotResult> {
  const rows = await tx.find(BallotPaperEntity, { where: { ballotId: ballot.id }, order: { id: 'ASC' } });
  const published: PublishedBallot = {
    format: 'dangwu-ballot/1',
    id: ballot.id,
    title: ballot.title,
    questions: ballot.questions,
    groups: await groupsOf(tx, ballot.id),
    papers: rows.map(({ content }) => content),
  };
  const { counts, faults } = recount(published);
  if (faults.some(({ fault }) => fault === 'MORE_THAN_ISSUED'))
    throw ballotErrors.MORE_PAPERS_THAN_ISSUED({ papers: rows.length, issued: ballot.issued });
  // each was checked when it was cast: what is wrong now was changed in the database
  if (faults.length) throw new Error(`Papers of ballot ${ballot.id} were changed: ${JSON.stringify(faults)}`);
  await tx.query(`delete from ballot_paper where ballot_id = $1`, [ballot.id]);
  return { papers: rows.length, counts, published, publishedHash: hashOfBallot(published) };
}

/** Votes by name, as they stand in the rows of the voters. */
export async function countNamed(tx: EntityManager, { id, questions }: BallotEntity): Promise<BallotResult> {
  const voters = await tx.findBy(BallotVoterEntity, { ballotId: id });
  const groups = await tx.find(BallotGroupEntity, { where: { ballotId: id }, order: { key: 'ASC' } });
  const voted = voters.flatMap(({ answers, groupKey }) => (answers ? [{ answers, groupKey }] : []));
  const counts: Counts = Object.fromEntries(
    questions.map((question) => [
      question.key,
      Object.fromEntries(
        groups.map((group) => [
          group.key,
          Object.fromEntries(
            question.options.map((option) => [
              option.key,
              voted.filter((vote) => vote.groupKey === group.key && vote.answers[question.key] === option.key).length,
            ]),
          ),
        ]),
      ),
    ]),
  );
  return { papers: voted.length, counts, published: null, publishedHash: null };
}

async function groupsOf(tx: EntityManager, ballotId: string): Promise<PublishedBallot['groups']> {
  return tx.query(
    `select key, weight::text as weight, public_key as "publicKey",
       (select count(*)::int from ballot_voter v
        where v.ballot_id = g.ballot_id and v.group_key = g.key and v.signature is not null) as issued
     from ballot_group g where ballot_id = $1 order by key collate "C"`,
    [ballotId],
  );
}
