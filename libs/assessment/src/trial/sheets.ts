import type { Actor, World } from '@dangwu/testing';

export interface SaidAnswer {
  readonly level: string | null;
  readonly points: string | null;
  readonly occurrences: number | null;
  readonly comment: string;
  readonly version: number;
  readonly byName: string | null;
  readonly evidence: readonly { readonly id: string; readonly title: string }[];
}

export interface LineAnswer {
  readonly key: string;
  readonly applies: boolean;
  readonly entry: string;
  readonly needed: boolean;
  readonly weight: string | null;
  readonly points: string | null;
  readonly suggested: readonly string[];
  readonly figure: {
    readonly part: string | null;
    readonly whole: string | null;
    readonly takenAt: string | null;
  } | null;
  readonly ballot: { readonly counted: boolean; readonly tellers: string | null; readonly version: number } | null;
  readonly own: SaidAnswer | null;
  readonly self: SaidAnswer | null;
  readonly verified: SaidAnswer | null;
}

export interface SheetAnswer {
  readonly as: string;
  readonly late: boolean;
  readonly submittedAt: string | null;
  readonly returnedBecause: string | null;
  readonly closedBecause: { readonly zh: string } | null;
  readonly needed: number;
  readonly filled: number;
  readonly lines: readonly LineAnswer[];
  readonly evidence: readonly { readonly id: string; readonly title: string }[];
}

const said = '{ level points occurrences comment version byName evidence { id title } }';
const sheet = `as late submittedAt returnedBecause closedBecause { zh } needed filled evidence { id title }
  lines { key applies entry needed weight points suggested figure { part whole takenAt } ballot { counted tellers version }
    own ${said} self ${said} verified ${said} }`;

export interface SavedAnswer {
  readonly saved: readonly string[];
  readonly conflicts: readonly { readonly nodeKey: string; readonly theirs: SaidAnswer }[];
  readonly sheet: SheetAnswer;
}

export type As = 'SELF' | 'VERIFIER' | 'EXPERT';

/** Sheets of a world, by the API as people use it. */
export class Sheets {
  constructor(readonly world: World) {}

  async read(assessmentId: string, as: As, actor: Actor): Promise<SheetAnswer> {
    const document = `query ($id: ID!, $as: ScoreSource!) { assessmentSheet(assessmentId: $id, as: $as) { ${sheet} } }`;
    const { assessmentSheet } = await this.world
      .as(actor)
      .query<{ assessmentSheet: SheetAnswer }>(document, { id: assessmentId, as });
    return assessmentSheet;
  }

  async line(assessmentId: string, as: As, actor: Actor, key: string): Promise<LineAnswer> {
    return lineOf(await this.read(assessmentId, as, actor), key);
  }

  /** @param scores by key of the indicator; of version 0 unless said otherwise */
  async save(
    assessmentId: string,
    as: As,
    actor: Actor,
    scores: Readonly<Record<string, object>>,
  ): Promise<SavedAnswer> {
    const input = {
      assessmentId,
      as,
      scores: Object.entries(scores).map(([nodeKey, score]) => ({ nodeKey, version: 0, ...score })),
    };
    const document = `mutation ($input: SaveAssessmentScoresInput!) { saveAssessmentScores(input: $input) {
      saved conflicts { nodeKey theirs ${said} } sheet { ${sheet} } } }`;
    const { saveAssessmentScores } = await this.world
      .as(actor)
      .mutate<{ saveAssessmentScores: SavedAnswer }>(document, { input });
    return saveAssessmentScores;
  }

  async submit(assessmentId: string, as: As, actor: Actor): Promise<SheetAnswer> {
    const document = `mutation ($input: SubmitAssessmentSheetInput!) { submitAssessmentSheet(input: $input) { ${sheet} } }`;
    const { submitAssessmentSheet } = await this.world
      .as(actor)
      .mutate<{ submitAssessmentSheet: SheetAnswer }>(document, { input: { assessmentId, as } });
    return submitAssessmentSheet;
  }

  async recordVotes(input: object, actor: Actor): Promise<SheetAnswer> {
    const document = `mutation ($input: RecordAssessmentVotesInput!) { recordAssessmentVotes(input: $input) { ${sheet} } }`;
    const { recordAssessmentVotes } = await this.world
      .as(actor)
      .mutate<{ recordAssessmentVotes: SheetAnswer }>(document, { input });
    return recordAssessmentVotes;
  }

  return(assessmentId: string, as: As, actor: Actor, more: object = {}): Promise<unknown> {
    const document = `mutation ($input: ReturnAssessmentSheetInput!) { returnAssessmentSheet(input: $input) }`;
    const input = { assessmentId, as, reason: '佐证不全，请补充', ...more };
    return this.world.as(actor).mutate(document, { input });
  }

  async own(actor: Actor): Promise<readonly { as: string; subjectName: string; submittedAt: string | null }[]> {
    const { ownAssessmentSheets } = await this.world.as(actor).query<{
      ownAssessmentSheets: readonly { as: string; subjectName: string; submittedAt: string | null }[];
    }>(`{ ownAssessmentSheets { as subjectName submittedAt late dueOn filled } }`);
    return ownAssessmentSheets;
  }

  /** All that the small scheme asks for. */
  async fill(assessmentId: string, as: As, actor: Actor): Promise<void> {
    const all = { 'drive.study': { points: '20' }, 'base.files': { level: 'GOOD' } };
    await this.save(assessmentId, as, actor, all);
  }
}

export function lineOf({ lines }: SheetAnswer, key: string): LineAnswer {
  const line = lines.find((one) => one.key === key);
  if (!line) throw new Error(`The sheet has no line ${key}`);
  return line;
}
