import { Audit } from '@dangwu/platform/audit';
import { MasterKeys, unseal } from '@dangwu/platform/keys';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BallotEntity, BallotGroupEntity, BallotVoterEntity } from './ballot.entity';
import { ballotErrors } from './ballots.errors';
import { keyContext, signatureBytes, signBlindly } from './signing-key';

/** Gives each voter one credential, without seeing what it signs. */
@Injectable()
export class Credentials {
  constructor(
    private readonly audit: Audit,
    private readonly masters: MasterKeys,
  ) {}

  /**
   * Signs what a voter blinded (RFC 9474). Asked again with the same it answers the same, so that an answer that was lost
   * on the way costs nobody the vote.
   *
   * @param blinded base64url
   * @returns the blind signature, base64url
   * @throws NOT_A_VOTER, BALLOT_NOT_ISSUING, CREDENTIAL_GIVEN, BLINDED_UNREADABLE
   */
  async issue(tx: EntityManager, ballotId: string, accountId: string, blinded: string): Promise<string> {
    // shared with other voters, against whoever ends the issuing
    const ballot = await tx.findOneOrFail(BallotEntity, {
      where: { id: ballotId },
      lock: { mode: 'pessimistic_read' },
    });
    const { title } = ballot;
    const where = { ballotId, accountId };
    const voter = await tx.findOne(BallotVoterEntity, { where, lock: { mode: 'pessimistic_write' } });
    if (!voter) throw ballotErrors.NOT_A_VOTER({ title });
    const asked = Buffer.from(blinded, 'base64url');
    if (voter.blinded && voter.signature) {
      if (!voter.blinded.equals(asked)) throw ballotErrors.CREDENTIAL_GIVEN();
      return voter.signature.toString('base64url');
    }
    if (ballot.state !== 'ISSUING') throw ballotErrors.BALLOT_NOT_ISSUING({ title });
    const signature = await this.sign(tx, voter, asked);
    await tx.update(BallotVoterEntity, { id: voter.id }, { blinded: asked, signature });
    const { id: subjectId, organizationId } = ballot;
    await this.audit.record(tx, {
      action: 'ballot.issue',
      subjectType: 'Ballot',
      subjectId,
      subjectName: title,
      organizationId,
    });
    return signature.toString('base64url');
  }

  private async sign(tx: EntityManager, { ballotId, groupKey }: BallotVoterEntity, blinded: Buffer): Promise<Buffer> {
    const unreadable = ballotErrors.BLINDED_UNREADABLE({ bytes: signatureBytes });
    if (blinded.length !== signatureBytes) throw unreadable;
    const { sealedKey, sealedBy } = await tx.findOneByOrFail(BallotGroupEntity, { ballotId, key: groupKey });
    if (!sealedKey || !sealedBy) throw new Error(`Ballot ${ballotId} issues credentials without a key`);
    const privateKey = unseal(await this.masters.byId(sealedBy), sealedKey, keyContext(ballotId, groupKey));
    const signature = signBlindly(privateKey, blinded);
    if (!signature) throw unreadable;
    return signature;
  }
}
