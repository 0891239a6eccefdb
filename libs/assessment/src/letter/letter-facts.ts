import type { LocalText } from '@dangwu/platform/text';

/** A number on the first level, or one below it of which something was cut. */
export interface LetterNode {
  readonly name: string;
  readonly points: string | null;
  readonly weight: string | null;
  readonly applies: boolean;
}

/** What a letter tells, as plain data. */
export interface LetterFacts {
  /** who assesses, and whom */
  readonly issuer: string;
  readonly name: string;
  /** of the cycle */
  readonly title: string;
  readonly scheme: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly groupName: string;
  readonly groupSize: number;
  readonly full: string;
  readonly total: string;
  readonly rank: number;
  /** null: places are not told, as the notice did not tell them */
  readonly toldRank: number | null;
  readonly grade: LocalText | null;
  readonly gradeNote: string;
  readonly firstLevel: readonly LetterNode[];
  /** why points were cut, a sentence each, under the first level they belong to */
  readonly cuts: readonly { readonly under: string; readonly sentences: readonly string[] }[];
  readonly noticeFrom: string;
  readonly noticeTo: string;
  readonly objections: readonly { readonly upheld: boolean; readonly answer: string }[];
}
