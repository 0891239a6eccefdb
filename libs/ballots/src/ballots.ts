import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { insertRows } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import { MasterKeys, seal } from '@dangwu/platform/keys';
import { Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { BallotEntity, BallotGroupEntity, BallotVoterEntity, type BallotState, type Secrecy } from './ballot.entity';
import { ballotErrors } from './ballots.errors';
import { stateWords } from './ballot-words';
import { countNamed, publish, type BallotResult } from './count';
import type { Question } from './recount';
import { keyContext, makeSigningKey } from './signing-key';

export interface NewBallot {
  readonly associationId: string;
  /** whose body votes */
  readonly organizationId: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly title: string;
  readonly secrecy: Secrecy;
  readonly questions: readonly Question[];
  /** with weights as decimals; one of weight 1 where all count the same */
  readonly groups: readonly { readonly key: string; readonly weight: string }[];
  /** who may vote: those entitled who are not recused */
  readonly voters: readonly { readonly accountId: string; readonly group: string }[];
}

/** The fewest credentials with which a secret ballot hides anything: of two, each knows the other's vote. */
export const secrecyFloor = 3;

/** Ballots from their opening to their count, in the transactions of the area that holds them. */
@Injectable()
export class Ballots {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly masters: MasterKeys,
  ) {}

  /** A secret one issues credentials first; an open one takes votes at once. */
  async open(tx: EntityManager, ballot: NewBallot): Promise<BallotEntity> {
    const { groups, voters, ...what } = ballot;
    const { associationId, organizationId, secrecy } = ballot;
    const state: BallotState = secrecy === 'SECRET' ? 'ISSUING' : 'CASTING';
    const row = tx.create(BallotEntity, { ...what, id: this.id(), state, externalId: null });
    await tx.insert(BallotEntity, row);
    for (const group of groups)
      await tx.insert(BallotGroupEntity, {
        ballotId: row.id,
        associationId,
        ...group,
        ...(secrecy === 'SECRET' && (await this.signingKey(row.id, group.key))),
      });
    await insertRows(
      tx,
      BallotVoterEntity,
      voters.map(({ accountId, group }) => ({
        id: this.id(),
        associationId,
        ballotId: row.id,
        organizationId,
        secrecy,
        accountId,
        groupKey: group,
      })),
    );
    await this.record(tx, row, 'ballot.open', { secrecy, voters: voters.length });
    return row;
  }

  /** How many got a credential. */
  issued(tx: EntityManager, ballotId: string): Promise<number> {
    return tx.countBy(BallotVoterEntity, { ballotId, signature: Not(IsNull()) });
  }

  /**
   * Ends the issuing of credentials and begins the casting. The signing keys go: from now on nobody can make another.
   * @throws BALLOT_STATE, TOO_FEW_FOR_SECRECY
   */
  async beginCasting(tx: EntityManager, ballotId: string): Promise<void> {
    const ballot = await this.lock(tx, ballotId, ['ISSUING'], { zh: '开始投票', en: 'opened for casting' });
    const issued = await this.issued(tx, ballotId);
    if (issued < secrecyFloor) throw ballotErrors.TOO_FEW_FOR_SECRECY({ issued, floor: secrecyFloor });
    await tx.update(BallotGroupEntity, { ballotId }, { sealedKey: null, sealedBy: null });
    await tx.update(BallotEntity, { id: ballotId }, { state: 'CASTING', issued });
    await this.record(tx, ballot, 'ballot.beginCasting', { issued });
  }

  /**
   * Counts, and publishes the list of a secret ballot.
   * @throws BALLOT_STATE, MORE_PAPERS_THAN_ISSUED
   */
  async close(tx: EntityManager, ballotId: string): Promise<BallotResult> {
    const ballot = await this.lock(tx, ballotId, ['CASTING'], { zh: '计票', en: 'counted' });
    const result = ballot.secrecy === 'SECRET' ? await publish(tx, ballot) : await countNamed(tx, ballot);
    const { papers, published, publishedHash } = result;
    await tx.update(BallotEntity, { id: ballotId }, { state: 'CLOSED', papers, published, publishedHash });
    await this.record(tx, ballot, 'ballot.close', { papers, publishedHash });
    return result;
  }

  /** Gives it up: what was cast is destroyed uncounted. @throws BALLOT_STATE */
  async giveUp(tx: EntityManager, ballotId: string, reason: string): Promise<void> {
    const ballot = await this.lock(tx, ballotId, ['ISSUING', 'CASTING'], { zh: '作废', en: 'voided' });
    await tx.query(`delete from ballot_paper where ballot_id = $1`, [ballotId]);
    await tx.update(BallotGroupEntity, { ballotId }, { sealedKey: null, sealedBy: null });
    await tx.update(BallotEntity, { id: ballotId }, { state: 'VOID', voidReason: reason });
    await this.record(tx, ballot, 'ballot.giveUp', {}, reason);
  }

  private async signingKey(ballotId: string, group: string): Promise<Partial<BallotGroupEntity>> {
    const { publicKey, privateKey } = await makeSigningKey();
    const { id, key } = await this.masters.current();
    return { publicKey, sealedKey: seal(key, privateKey, keyContext(ballotId, group)), sealedBy: id };
  }

  private async lock(
    tx: EntityManager,
    id: string,
    states: readonly BallotState[],
    act: { zh: string; en: string },
  ): Promise<BallotEntity> {
    const ballot = await tx.findOneOrFail(BallotEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (states.includes(ballot.state)) return ballot;
    const { zh, en } = stateWords[ballot.state];
    const { title } = ballot;
    throw ballotErrors.BALLOT_STATE({ title, stateZh: zh, stateEn: en, actZh: act.zh, actEn: act.en });
  }

  private record(
    tx: EntityManager,
    { id, title, organizationId }: BallotEntity,
    action: string,
    after: Record<string, unknown>,
    reason?: string,
  ): Promise<void> {
    const what = { action, subjectType: 'Ballot', subjectId: id, subjectName: title, organizationId };
    return this.audit.record(tx, { ...what, after, reason: reason ?? null });
  }

  private readonly id = (): string => newId(this.clock.now().getTime());
}
