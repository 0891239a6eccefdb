import type { Viewer } from '@dangwu/access';
import { AssessmentSheets, SaveScores, ScoreSource, SubmitSheet } from '@dangwu/assessment';
import type { INestApplicationContext } from '@nestjs/common';

/** What is said where something is missing to everything; none of it is about anybody in particular. */
const cuts = [
  '上半年少安排一次集中研究，下半年补上。',
  '记录补得晚，内容偏简单。',
  '有计划有落实，成效还不够明显。',
  '佐证只覆盖了前两个季度。',
];

export interface FilledSheet {
  /** global id */
  readonly assessmentId: string;
  readonly as: ScoreSource;
  /** how strict whoever fills it in is: every so many lines one is cut */
  readonly cutEvery: number;
  /** so that sheets differ */
  readonly seed: number;
  /** left as a draft after so many lines; absent: filled in whole and handed in */
  readonly draftOf?: number;
}

/**
 * Fills in a sheet of an assessment by the services, as a person would: mostly everything, here and there a step less with a
 * word why, with the records that the system suggests as evidence.
 */
export async function fillSheet(app: INestApplicationContext, viewer: Viewer, sheet: FilledSheet): Promise<void> {
  const { assessmentId, as, cutEvery, seed, draftOf } = sheet;
  const { lines, places } = await app.get(AssessmentSheets).read(viewer, assessmentId, as);
  const asked = lines.filter(({ needed }) => needed).slice(0, draftOf);
  const scores = asked.map((line, i) => {
    const cut = (i + seed) % cutEvery === cutEvery - 1;
    const level = line.levels[cut ? 1 : 0]?.key ?? null;
    const most = Number(line.most);
    return {
      nodeKey: line.key,
      version: line.own?.version ?? 0,
      level: line.entry === 'LEVEL' ? level : null,
      points: line.entry === 'POINTS' ? (cut ? most * 0.85 : most).toFixed(places) : null,
      comment: cut ? cuts[(i + seed) % cuts.length]! : '',
      evidence: as === ScoreSource.SELF ? line.suggested : [],
    };
  });
  if (scores.length) await app.get(SaveScores).save(viewer, { assessmentId, as, scores });
  if (draftOf === undefined) await app.get(SubmitSheet).submit(viewer, { assessmentId, as });
}
