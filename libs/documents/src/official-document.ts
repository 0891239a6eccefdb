/** Words in one manner. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
}

/** A part of the text, from top to bottom. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  /** a label in 黑体 with a colon, the text beside it: 出席：… */
  | { readonly kind: 'labelled'; readonly label: string; readonly text: string }
  /** what goes with it, below the text: numbered where there are several, without full stops (7.3.4) */
  | { readonly kind: 'attachments'; readonly names: readonly string[] }
  /** a line of its own: whom it is for at the left edge (7.3.2), who writes and when four characters from the right (7.3.5) */
  /** cells in rows below a head; `widths` are shares of the line, `right` the columns of numbers */
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly widths: readonly number[];
      readonly right: readonly number[];
    }
  | { readonly kind: 'line'; readonly at: 'LEFT' | 'RIGHT'; readonly text: string };

/** An image of a seal (签章图像), as it stands on paper: a picture, and no signature by law. */
export interface SealImage {
  /** PNG or JPEG */
  readonly content: Buffer;
  readonly type: 'image/png' | 'image/jpeg';
}

/** Who issues it and when, below the text (7.3.5). */
export interface Signature {
  readonly name: string;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly seal?: SealImage | null;
}

/** What a page with the image of a seal says. */
export const sealNote = '签章图像，不具有电子签名的法律效力';

/** One document, whichever file it becomes: both writers go through the same tree. */
export interface OfficialDocument {
  /** UPWARD: to a superior, its number one character from the left (7.2.5) and nothing beside it; else 纪要 */
  readonly form?: 'MINUTES' | 'UPWARD';
  /** the red head: 第四党支部会议纪要 */
  readonly head: string;
  /** 〔2026〕3号; null while it has none */
  readonly number: string | null;
  readonly issuer: string;
  /** the day it was signed or held, YYYY-MM-DD */
  readonly date: string;
  readonly title: string;
  /** said below the number while it is not in force */
  readonly draft: string | null;
  readonly body: readonly Block[];
  readonly signature?: Signature | null;
}

/** 2026年9月18日, without leading noughts (7.2.5, 7.3.5). */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** 〔2026〕3号: six-cornered brackets, no 第, no leading noughts (7.2.5). */
export const numberInWords = (year: number, number: number): string => `〔${year}〕${number}号`;

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一、二 … 九十九: how the points of a document are counted (7.3.3). */
export function ordinalInWords(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return digits[ones]!;
  return `${tens > 1 ? digits[tens] : ''}十${ones ? digits[ones] : ''}`;
}
