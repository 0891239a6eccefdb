import { Clock } from '@dangwu/platform/clock';
import { fillText } from '@dangwu/platform/text';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { nodesOf } from '../engine';
import { SchemeVersionEntity } from '../scheme/scheme.entity';
import { orderOf } from './cycle-lifecycle';
import type { CycleGap } from './cycle-parts.type';
import { gapWords } from './cycle-words';
import { AssessmentEntity, type AssessmentCycleEntity } from './cycle.entity';
import { CycleGapKind, CycleStage, Participation } from './cycle.enums';
import { openVotes } from './open-votes';
import { readingNow } from './reading-now';
import { scorerRows } from './scorer-rows';

/** So many are told by name. */
const mostNamed = 20;
const refusing: readonly CycleGapKind[] = [
  CycleGapKind.NOBODY,
  CycleGapKind.FIGURES,
  CycleGapKind.VOTE,
  CycleGapKind.NOTICE,
];
/** Indicators that people give points for. */
const judged = ['RUBRIC'];

type Found = readonly [kind: CycleGapKind, names: readonly string[]];

/** What a cycle lacks before it leaves its stage. */
@Injectable()
export class CycleGaps {
  constructor(private readonly clock: Clock) {}

  /** @param to the stage it is to move to */
  async of(tx: EntityManager, cycle: AssessmentCycleEntity, to: CycleStage): Promise<CycleGap[]> {
    const found: Found[] = [];
    const assessments = await tx.find(AssessmentEntity, {
      where: { cycleId: cycle.id, participation: In([...takingPart, Participation.INVITED]) },
      order: { groupName: 'ASC', subjectName: 'ASC' },
    });
    const part = assessments.filter(({ participation }) => takingPart.includes(participation));
    if ((orderOf(to) > orderOf(CycleStage.SELF_ASSESSMENT) ? part : assessments).length === 0)
      found.push([CycleGapKind.NOBODY, ['']]);
    if (await readingNow(tx, cycle)) found.push([CycleGapKind.FIGURES, ['']]);
    // votes may be held until then
    if (orderOf(to) >= orderOf(CycleStage.MODERATION)) found.push([CycleGapKind.VOTE, await openVotes(tx, cycle)]);
    found.push(...(await this.ofStage(tx, cycle, to, assessments, part)));
    return found.filter(([, names]) => names.length > 0).map(gapOf);
  }

  private async ofStage(
    tx: EntityManager,
    cycle: AssessmentCycleEntity,
    to: CycleStage,
    assessments: readonly AssessmentEntity[],
    part: readonly AssessmentEntity[],
  ): Promise<Found[]> {
    const names = (rows: readonly AssessmentEntity[]): string[] => rows.map(({ subjectName }) => subjectName);
    switch (cycle.stage) {
      case CycleStage.SELF_ASSESSMENT:
        return [
          [CycleGapKind.SELF, names(part.filter(({ selfSubmittedAt }) => !selfSubmittedAt))],
          [CycleGapKind.INVITATION, names(assessments.filter((one) => !part.includes(one)))],
        ];
      case CycleStage.VERIFICATION:
        return [
          [CycleGapKind.VERIFICATION, names(part.filter(({ verifiedAt }) => !verifiedAt))],
          ...(to === CycleStage.EXPERT_REVIEW ? await this.unscored(tx, cycle, part) : []),
        ];
      case CycleStage.EXPERT_REVIEW:
        return [...(await this.unscored(tx, cycle, part)), ...(await this.unfinished(tx, cycle))];
      case CycleStage.MODERATION:
        return [[CycleGapKind.NOT_COMPUTED, names(part.filter(({ total }) => total === null))]];
      case CycleStage.NOTICE:
        return [[CycleGapKind.NOTICE, (cycle.noticeTo ?? '') >= this.clock.today() ? [cycle.title] : []]];
      default:
        return [];
    }
  }

  /** Groups that no expert scores, where the scheme asks people. */
  private async unscored(
    tx: EntityManager,
    { id, schemeVersionId }: AssessmentCycleEntity,
    part: readonly AssessmentEntity[],
  ): Promise<Found[]> {
    const { tree } = await tx.findOneByOrFail(SchemeVersionEntity, { id: schemeVersionId });
    if (!nodesOf(tree.root).some(({ node }) => judged.includes(node.kind))) return [];
    const scorers = (await scorerRows(tx, id)).filter(({ removedAt }) => !removedAt);
    if (scorers.length === 0) return [[CycleGapKind.NO_SCORER, ['']]];
    const groups = new Map(part.map(({ groupKey, groupName }) => [groupKey, groupName]));
    const without = [...groups].filter(([key]) => !scorers.some(({ groups: own }) => !own || own.includes(key)));
    return [[CycleGapKind.GROUP_WITHOUT_SCORER, without.map(([, name]) => name)]];
  }

  private async unfinished(tx: EntityManager, { id }: AssessmentCycleEntity): Promise<Found[]> {
    const left = (await scorerRows(tx, id)).filter((one) => !one.removedAt && one.submitted < one.asked);
    return [[CycleGapKind.SCORER, left.map(({ name }) => name)]];
  }
}

/** Those that are scored. */
export const takingPart: readonly Participation[] = [Participation.REQUIRED, Participation.OPTED_IN];

function gapOf([kind, names]: Found): CycleGap {
  const count = names.length;
  return {
    kind,
    count,
    refuses: refusing.includes(kind),
    names: names.filter((name) => name !== '').slice(0, mostNamed),
    message: fillText(gapWords[kind], { count }),
  };
}
