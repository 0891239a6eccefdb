import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import { takingPart } from '../cycle/cycle-gaps';
import { AssessmentEntity, type AssessmentCycleEntity } from '../cycle/cycle.entity';
import { digest, type ResultNode as EngineNode, type SchemeTree } from '../engine';
import { gradeName, presentNodes } from '../result/present';
import { AssessmentObjectionEntity, AssessmentResultEntity } from '../result/result.entity';
import { NoticeField, ObjectionState } from '../result/result.enums';
import type { ResultNode } from '../result/result.type';
import { AssessmentSchemeEntity, SchemeVersionEntity } from '../scheme/scheme.entity';
import type { LetterFacts } from './letter-facts';

/** What all letters of a cycle share. */
export interface LettersOf {
  readonly cycle: AssessmentCycleEntity;
  readonly tree: SchemeTree;
  readonly scheme: string;
  readonly issuer: string;
  /** how many take part in each group */
  readonly sizes: ReadonlyMap<string, number>;
}

/** A letter that may be written. */
export interface ReadyLetter {
  readonly assessment: AssessmentEntity;
  readonly facts: LetterFacts;
  /** of total, place, grade and result */
  readonly digest: string;
}

export async function lettersOf(tx: EntityManager, cycle: AssessmentCycleEntity): Promise<LettersOf> {
  const { tree, schemeId } = await tx.findOneByOrFail(SchemeVersionEntity, { id: cycle.schemeVersionId });
  const { nameZh } = await tx.findOneByOrFail(AssessmentSchemeEntity, { id: schemeId });
  const [organization] = await tx.query<{ name: string }[]>(`select name from party_organization where id = $1`, [
    cycle.organizationId,
  ]);
  const groups = await tx.query<{ key: string; size: number }[]>(
    `select group_key as key, count(*)::int as size from assessment
     where cycle_id = $1 and participation = any ($2) and total is not null and deleted_at is null group by group_key`,
    [cycle.id, takingPart],
  );
  return {
    ...{ cycle, tree, scheme: nameZh, issuer: organization!.name },
    sizes: new Map(groups.map(({ key, size }) => [key, size])),
  };
}

/** What is told to these; those without a total are left out. */
export async function readyLetters(
  tx: EntityManager,
  of: LettersOf,
  assessed: readonly AssessmentEntity[],
): Promise<ReadyLetter[]> {
  const ids = assessed.map(({ id }) => id);
  const results = await tx
    .createQueryBuilder(AssessmentResultEntity, 'r')
    .distinctOn(['r.assessmentId'])
    .where('r.assessmentId = any (:ids)', { ids })
    .orderBy('r.assessmentId')
    .addOrderBy('r.no', 'DESC')
    .getMany();
  const last = new Map(results.map((row) => [row.assessmentId, row]));
  const objections = await tx.findBy(AssessmentObjectionEntity, { assessmentId: In([...ids]) });
  return assessed.flatMap((assessment) => {
    const result = last.get(assessment.id);
    if (!result || assessment.total === null || assessment.rank === null) return [];
    const own = objections.filter(({ assessmentId }) => assessmentId === assessment.id);
    const { total, rank, grade, gradeNote } = assessment;
    return [
      {
        assessment,
        facts: factsOf(of, assessment, result, own),
        digest: digest({ total, rank, grade, gradeNote, result: result.digest }),
      },
    ];
  });
}

function factsOf(
  { cycle, tree, scheme, issuer, sizes }: LettersOf,
  { subjectName: name, groupKey, groupName, total, rank, grade, gradeNote, organizationId }: AssessmentEntity,
  { tree: { root } }: AssessmentResultEntity,
  objections: readonly AssessmentObjectionEntity[],
): LetterFacts {
  const { title, periodFrom, periodTo, noticeFrom, noticeTo, noticeFields } = cycle;
  const said = new Map(
    presentNodes(root, { organizationId, from: periodFrom, to: periodTo }, tree).map((node) => [node.key, node]),
  );
  return {
    ...{ issuer, name, title, scheme, periodFrom, periodTo, groupName, gradeNote },
    ...{ total: total!, rank: rank!, groupSize: sizes.get(groupKey) ?? 0, full: tree.root.weight },
    toldRank: noticeFields.includes(NoticeField.RANK) ? rank : null,
    grade: gradeName(tree, grade),
    firstLevel: root.children
      .filter(({ kind }) => kind !== 'VETO')
      .map(({ name: called, points, weight, applies }) => ({ name: called.zh, points, weight, applies })),
    cuts: root.children
      .map((child) => ({ under: child.name.zh, sentences: cutsBelow(child, said) }))
      .filter(({ sentences }) => sentences.length > 0),
    noticeFrom: noticeFrom!,
    noticeTo: noticeTo!,
    objections: objections
      .filter(({ state }) => state !== ObjectionState.OPEN)
      .map(({ state, answer }) => ({ upheld: state === ObjectionState.UPHELD, answer: answer! })),
  };
}

/** Indicators of which not all is given, deductions and vetoes that occurred: the sentence each comes from. */
function cutsBelow(node: EngineNode, said: ReadonlyMap<string, ResultNode>): string[] {
  if (node.children.length > 0) return node.children.flatMap((child) => cutsBelow(child, said));
  return isCut(node) ? [said.get(node.key)!.explanation.zh.replaceAll('。；', '；').replace(/。$/, '')] : [];
}

function isCut({ kind, applies, points, weight, how }: EngineNode): boolean {
  if (!applies) return false;
  if (kind === 'VETO') return how?.by === 'OCCURRENCES' && how.times !== '0';
  if (points === null || kind === 'BONUS' || kind === 'GROUP') return false;
  return kind === 'DEDUCTION' ? points.startsWith('-') : weight !== null && Number(points) < Number(weight);
}
