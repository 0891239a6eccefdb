import type { Question } from '@dangwu/ballots';
import type { AssessmentEntity } from '../cycle/cycle.entity';
import type { BallotNode } from '../engine';
import { voteErrors } from './vote.errors';

/** Of a paper, in bytes, what its answers may take: `POST /ballots/papers` reads 8 kB. */
const mostAnswers = 6_000;

/**
 * What a paper asks: a mark for each of the assessed. Keys are numbers, which are short and name nobody.
 * @throws VOTE_PAPER_LARGE
 */
export function questionsOf(
  { options }: Pick<BallotNode, 'options'>,
  assessed: readonly Pick<AssessmentEntity, 'subjectName'>[],
): Question[] {
  const longest = Math.max(...options.map(({ key }) => key.length));
  const most = Math.floor(mostAnswers / (longest + '"999":"",'.length));
  if (assessed.length > most) throw voteErrors.VOTE_PAPER_LARGE({ subjects: assessed.length, most });
  return assessed.map(({ subjectName }, i) => ({
    key: String(i + 1),
    title: subjectName,
    options: options.map(({ key, name }) => ({ key, title: name.zh })),
  }));
}
