import type { Viewer } from '@dangwu/access';
import { Injectable } from '@nestjs/common';
import { Decimal } from 'decimal.js';
import type { AssessmentComparison, ComparedNode, ComparedPoints, ComparedSide } from './comparison.type';
import { ReadResults, type ReadResult } from './read-results';
import { resultErrors } from './result.errors';
import type { ResultNode } from './result.type';

/** Two of the assessed of one cycle beside each other, for whoever may see the results of both. */
@Injectable()
export class CompareAssessed {
  constructor(private readonly results: ReadResults) {}

  /**
   * @returns null: one of them was not computed, or is not on notice yet
   * @throws UNKNOWN_ID, COMPARE_ITSELF, COMPARE_CYCLES
   */
  async of(viewer: Viewer, ids: readonly [first: string, second: string]): Promise<AssessmentComparison | null> {
    const first = await this.results.read(viewer, ids[0]);
    if (ids[0] === ids[1]) throw resultErrors.COMPARE_ITSELF();
    const second = await this.results.read(viewer, ids[1]);
    if (first.cycle.id !== second.cycle.id)
      throw resultErrors.COMPARE_CYCLES({ first: first.cycle.title, second: second.cycle.title });
    if (!first.result || !second.result) return null;
    const others = new Map(second.result.nodes.map((node) => [node.key, node]));
    return {
      first: sideOf(first),
      second: sideOf(second),
      difference: less(first.result.total, second.result.total),
      // one version of one scheme: both have the same nodes
      nodes: first.result.nodes.map((node) => comparedNode(node, others.get(node.key)!)),
    };
  }
}

function sideOf({ assessment, result }: ReadResult): ComparedSide {
  const { assessmentId, total, rank, grade, dimensions } = result!;
  const { subjectName: name, groupKey, groupName } = assessment;
  return { assessmentId, name, groupKey, groupName, total, rank, grade, dimensions };
}

function comparedNode(first: ResultNode, second: ResultNode): ComparedNode {
  const { key, parentKey, kind, name } = first;
  const difference = less(first.points, second.points);
  return { key, parentKey, kind, name, first: pointsOf(first), second: pointsOf(second), difference };
}

const pointsOf = ({ applies, points, weight, explanation }: ResultNode): ComparedPoints => ({
  ...{ applies, points, weight, explanation },
});

/** With as many places as the longer of the two has. */
function less(first: string | null, second: string | null): string | null {
  if (first === null || second === null) return null;
  const [a, b] = [new Decimal(first), new Decimal(second)];
  return a.minus(b).toFixed(Math.max(placesOf(first), placesOf(second)));
}

const placesOf = (text: string): number => text.split('.')[1]?.length ?? 0;
