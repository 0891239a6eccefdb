import { Audit } from '@dangwu/platform/audit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BallotEntity, BallotVoterEntity } from './ballot.entity';
import { ballotErrors } from './ballots.errors';
import { answersAll, canonical, type Answers } from './recount';

/** Votes by name. */
@Injectable()
export class NamedVotes {
  constructor(private readonly audit: Audit) {}

  /** The same again changes nothing. @throws BALLOT_NOT_OPEN, BALLOT_OVER, NOT_A_VOTER, VOTED_ALREADY, PAPER_FALSE */
  async cast(tx: EntityManager, ballotId: string, accountId: string, answers: Answers): Promise<void> {
    const ballot = await tx.findOneOrFail(BallotEntity, {
      where: { id: ballotId },
      lock: { mode: 'pessimistic_read' },
    });
    const { title, secrecy, state, questions, organizationId } = ballot;
    if (secrecy !== 'OPEN') throw ballotErrors.BALLOT_NOT_OPEN({ title });
    const where = { ballotId, accountId };
    const voter = await tx.findOne(BallotVoterEntity, { where, lock: { mode: 'pessimistic_write' } });
    if (!voter) throw ballotErrors.NOT_A_VOTER({ title });
    if (voter.answers && canonical(voter.answers) === canonical(answers)) return;
    if (voter.answers) throw ballotErrors.VOTED_ALREADY();
    if (state !== 'CASTING') throw ballotErrors.BALLOT_OVER({ title });
    if (!answersAll(questions, answers)) throw ballotErrors.PAPER_FALSE({ fault: 'ANSWERS_WRONG' });
    await tx.update(BallotVoterEntity, { id: voter.id }, { answers });
    const what = { subjectType: 'Ballot', subjectId: ballotId, subjectName: title, organizationId };
    await this.audit.record(tx, { action: 'ballot.vote', ...what, after: { answers } });
  }
}
