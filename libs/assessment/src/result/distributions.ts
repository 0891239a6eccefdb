import { globalId } from '@dangwu/platform/ids';
import type { EntityManager } from 'typeorm';
import { AssessmentEntity } from '../cycle/cycle.entity';
import { explainRanking, type SchemeTree } from '../engine';
import { rankings, type PlacedGroup } from './place-groups';
import { presentGrade } from './present';
import type { GroupDistribution } from './result.type';

/**
 * Groups as the last results have them.
 * @param group null: all
 * @param named whose name and id are told, by UUID of the assessment
 */
export async function distributionsOf(
  tx: EntityManager,
  cycleId: string,
  tree: SchemeTree,
  group: string | null,
  named: (assessmentId: string) => boolean,
): Promise<GroupDistribution[]> {
  const groups = await rankings(tx, { id: cycleId }, tree, group === null ? null : [group]);
  const rows = await tx.find(AssessmentEntity, {
    where: { cycleId, ...(group !== null && { groupKey: group }) },
    select: { id: true, subjectName: true, groupKey: true, groupName: true },
  });
  const known = new Map(rows.map((row) => [row.id, row]));
  const called = new Map(rows.map(({ groupKey, groupName }) => [groupKey, groupName]));
  return groups
    .map((one) =>
      distributionOf(one, tree, called.get(one.key)!, (id) => (named(id) ? known.get(id)!.subjectName : null)),
    )
    .sort((a, b) => (a.groupName < b.groupName ? -1 : 1));
}

function distributionOf(
  { key, ranking, given }: PlacedGroup,
  tree: SchemeTree,
  groupName: string,
  nameOf: (id: string) => string | null,
): GroupDistribution {
  const places = ranking.places.map(({ id, rank, total, grade, outsideLimit }) => {
    const name = nameOf(id);
    const other = given.get(id)?.grade;
    return {
      assessmentId: name === null ? null : globalId('Assessment', id),
      ...{ name, rank, total, outsideLimit, grade: other ?? grade, moderated: other !== undefined },
    };
  });
  const top = tree.grades[0]?.key;
  const [zh, en] = [explainRanking(ranking, tree, 'zh'), explainRanking(ranking, tree, 'en')];
  return {
    ...{ groupKey: key, groupName, places, base: ranking.base, limit: ranking.limit },
    grades: tree.grades.map(presentGrade),
    topGiven: places.filter(({ grade }) => grade === top).length,
    lines: zh.map((line, i) => ({ zh: line, en: en[i] ?? line })),
  };
}
