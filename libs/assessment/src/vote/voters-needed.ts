import { secrecyFloor } from '@dangwu/ballots';
import { Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AssessmentCycleEntity } from '../cycle/cycle.entity';
import type { BallotNode } from '../engine';
import { voteErrors } from './vote.errors';

type Conducted = Pick<AssessmentCycleEntity, 'associationId' | 'organizationId'>;

const counted = {
  voters: { zh: '这一类投票人', en: 'Voters of this group' },
  issued: { zh: '已领票', en: 'Credentials given out' },
} as const;

/** How many voters hide who voted what: a floor below which nothing is hidden, and a rule above it. */
@Injectable()
export class VotersNeeded {
  constructor(private readonly rules: Rules) {}

  async rule(tx: EntityManager, { associationId, organizationId }: Conducted) {
    const rule = await this.rules.inForce(tx, { associationId, organizationId, key: 'assessment.vote.fewest' });
    return { ...rule, fewest: Number(rule.value) };
  }

  /** Fewer than the rule says need a reason. @throws VOTE_TOO_FEW, VOTE_FEW */
  async check(
    tx: EntityManager,
    cycle: Conducted,
    {
      group,
      of,
      count,
      reason,
    }: { group: BallotNode['groups'][number]; of: keyof typeof counted; count: number; reason: string | null },
  ): Promise<void> {
    if (count < secrecyFloor)
      throw voteErrors.VOTE_TOO_FEW({ group: group.name.zh, voters: count, floor: secrecyFloor });
    const { name, basis, fewest } = await this.rule(tx, cycle);
    if (count >= fewest || reason) return;
    throw voteErrors.VOTE_FEW({
      ...{ what: counted[of].zh, whatEn: counted[of].en, voters: count, fewest },
      ...{ rule: name.zh, ruleEn: name.en, basis: basis.zh, basisEn: basis.en },
    });
  }
}
