import { Database, systemScope } from '@dangwu/platform/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BallotEntity, BallotGroupEntity, BallotPaperEntity } from './ballot.entity';
import { ballotErrors } from './ballots.errors';
import { canonical, faultOf, paperId, type Answers, type Paper } from './recount';

/** A paper on its way. */
export interface SentPaper extends Paper {
  /** UUID */
  readonly ballot: string;
}

/**
 * Takes the papers of secret ballots. Nothing here knows who sends one, and the transaction writes one row and no other:
 * no audit event, no session, no limit by address.
 */
@Injectable()
export class Papers {
  constructor(private readonly database: Database) {}

  /**
   * The same paper again changes nothing, so that it may be sent until it is answered.
   * @param sent what came, of any shape
   * @returns the id under which the voter finds it in the published list
   * @throws PAPER_UNREADABLE, PAPER_FALSE, BALLOT_NOT_CASTING, BALLOT_OVER, PAPER_DIFFERS
   */
  cast(sent: unknown): Promise<string> {
    const { ballot: ballotId, ...paper } = readPaper(sent);
    return this.database.transaction(systemScope(null), async (tx) => {
      const ballot = await openBallot(tx, ballotId);
      const group = await tx.findOneBy(BallotGroupEntity, { ballotId, key: paper.group });
      const fault = faultOf(ballot, group?.publicKey ? { ...group, publicKey: group.publicKey } : undefined, paper);
      if (fault) throw ballotErrors.PAPER_FALSE({ fault });
      const id = paperId(paper);
      const { associationId } = ballot;
      const row = { ballotId, id, associationId, content: paper };
      const { raw } = await tx
        .createQueryBuilder()
        .insert()
        .into(BallotPaperEntity)
        .values(row)
        .orIgnore()
        .returning('id')
        .execute();
      if ((raw as unknown[]).length === 0 && !(await sameAnswers(tx, ballotId, id, paper.answers)))
        throw ballotErrors.PAPER_DIFFERS();
      return id;
    });
  }
}

/** Shared with other papers, against whoever closes the ballot. */
async function openBallot(tx: EntityManager, id: string): Promise<BallotEntity> {
  const ballot = await tx.findOne(BallotEntity, {
    where: { id, secrecy: 'SECRET' },
    lock: { mode: 'pessimistic_read' },
  });
  if (!ballot) throw ballotErrors.PAPER_FALSE({ fault: 'UNKNOWN_BALLOT' });
  const { title, state } = ballot;
  if (state === 'ISSUING') throw ballotErrors.BALLOT_NOT_CASTING({ title });
  if (state !== 'CASTING') throw ballotErrors.BALLOT_OVER({ title });
  return ballot;
}

async function sameAnswers(tx: EntityManager, ballotId: string, id: string, answers: Answers): Promise<boolean> {
  const { content } = await tx.findOneByOrFail(BallotPaperEntity, { ballotId, id });
  return canonical(content.answers) === canonical(answers);
}

const texts = ['group', 'key', 'prefix', 'credential', 'seal'] as const;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Only what a paper has: whatever else was sent is not kept. */
function readPaper(sent: unknown): SentPaper {
  const unreadable = ballotErrors.PAPER_UNREADABLE();
  if (sent === null || typeof sent !== 'object') throw unreadable;
  const { ballot, answers, ...rest } = sent as Record<string, unknown>;
  if (typeof ballot !== 'string' || !uuid.test(ballot) || !isAnswers(answers)) throw unreadable;
  const [group, key, prefix, credential, seal] = texts.map((name) => {
    const text = rest[name];
    if (typeof text !== 'string' || text.length > 1000) throw unreadable;
    return text;
  }) as [string, string, string, string, string];
  return { ballot, group, key, prefix, credential, answers, seal };
}

function isAnswers(value: unknown): value is Answers {
  return (
    value !== null &&
    typeof value === 'object' &&
    !Array.isArray(value) &&
    Object.values(value).every((option) => typeof option === 'string')
  );
}
