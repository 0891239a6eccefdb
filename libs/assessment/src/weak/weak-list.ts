import type { Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { globalId } from '@dangwu/platform/ids';
import { Rules, type RuleInForce } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ChangeCycle } from '../cycle/change-cycle';
import { takingPart } from '../cycle/cycle-gaps';
import { AssessmentEntity, type AssessmentCycleEntity } from '../cycle/cycle.entity';
import { dimensionsOf } from '../result/dimensions';
import { gradeName } from '../result/present';
import type { ResultDimension } from '../result/result.type';
import { SchemeVersionEntity } from '../scheme/scheme.entity';
import { AssessmentHandoverEntity } from './handover.entity';
import { weakOnes, weakRules, type WeakCriterion, type WeakRuleKey } from './weak-criteria';
import type { WeakList } from './weak.type';

/** So many dimensions are told of each. */
const weakestTold = 3;

/** Who is weak in a cycle as things stand, with what is known of each. */
export interface FoundWeak {
  readonly rules: Readonly<Record<WeakRuleKey, RuleInForce>>;
  readonly assessed: readonly AssessmentEntity[];
  /** by UUID of the assessment */
  readonly criteria: ReadonlyMap<string, readonly WeakCriterion[]>;
  readonly dimensions: ReadonlyMap<string, readonly ResultDimension[]>;
}

/** The weak organizations of a cycle, by rules of the register. */
@Injectable()
export class WeakOnes {
  constructor(
    private readonly database: Database,
    private readonly rules: Rules,
    private readonly changes: ChangeCycle,
  ) {}

  /** For whoever conducts the cycle. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async list(viewer: Viewer, global: string): Promise<WeakList> {
    const cycle = await this.changes.find(viewer, global);
    return this.database.transaction(viewer.scope('assessment.conduct'), async (tx) => {
      const { rules, assessed, criteria, dimensions } = await this.of(tx, cycle);
      const { tree } = await tx.findOneByOrFail(SchemeVersionEntity, { id: cycle.schemeVersionId });
      const handed = await tx.findBy(AssessmentHandoverEntity, { cycleId: cycle.id });
      const handovers = new Map(handed.map((row) => [row.assessmentId, row]));
      const sizes = new Map<string, number>();
      for (const { groupKey } of assessed) sizes.set(groupKey, (sizes.get(groupKey) ?? 0) + 1);
      return {
        rules: weakRules.map((key) => {
          const { name, value, basis } = rules[key];
          return { key, name, value, basis };
        }),
        weak: assessed
          .filter(({ id }) => criteria.has(id) || handovers.has(id))
          .sort((a, b) => a.groupName.localeCompare(b.groupName, 'zh') || b.rank! - a.rank!)
          .map((row) => ({
            assessmentId: globalId('Assessment', row.id),
            ...{ name: row.subjectName, groupKey: row.groupKey, groupName: row.groupName },
            ...{ groupSize: sizes.get(row.groupKey)!, total: row.total!, rank: row.rank! },
            grade: gradeName(tree, row.grade),
            reasons: (criteria.get(row.id) ?? []).map((one) => ({ ...one })),
            weakest: weakestOf(dimensions.get(row.id) ?? []),
            handover: handovers.get(row.id) ?? null,
          })),
      };
    });
  }

  async of(tx: EntityManager, cycle: AssessmentCycleEntity): Promise<FoundWeak> {
    const { id: cycleId, associationId, organizationId, schemeVersionId } = cycle;
    const { tree } = await tx.findOneByOrFail(SchemeVersionEntity, { id: schemeVersionId });
    const rules = {} as Record<WeakRuleKey, RuleInForce>;
    for (const key of weakRules) rules[key] = await this.rules.inForce(tx, { associationId, organizationId, key });
    const all = await tx.findBy(AssessmentEntity, { cycleId, participation: In([...takingPart]) });
    const assessed = all.filter(({ total, rank }) => total !== null && rank !== null);
    const standings = assessed.map(({ id, groupKey, total, rank, grade }) => ({
      ...{ id, groupKey, grade },
      total: total!,
      rank: rank!,
    }));
    const dimensions = await dimensionsOf(tx, cycleId, null);
    return { rules, assessed, criteria: weakOnes(standings, tree, rules), dimensions };
  }
}

/** Those with the least of what there is to gain, the least first. */
export function weakestOf(dimensions: readonly ResultDimension[]): ResultDimension[] {
  return dimensions
    .filter(({ share }) => share !== null)
    .sort((a, b) => Number(a.share) - Number(b.share))
    .slice(0, weakestTold);
}
