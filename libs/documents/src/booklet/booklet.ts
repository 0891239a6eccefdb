import type { OfficialDocument } from '../official-document';

/** A page that we set: what it is about, its facts, its texts. */
export interface Sheet {
  /** above the title: 议题一 */
  readonly mark: string;
  readonly title: string;
  readonly facts: readonly (readonly [label: string, text: string])[];
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
}

/** A file that is put in as it is, if that can be done honestly; otherwise a page names it. */
export interface EnclosedFile {
  /** what it was handed in as */
  readonly label: string;
  readonly name: string;
  /** media type */
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  /** null: its bytes are lost; TOO_LARGE: they were not read */
  readonly content: Buffer | 'TOO_LARGE' | null;
}

export interface BookletPart {
  /** in the contents and among the bookmarks */
  readonly title: string;
  /** 2: below the one of level 1 before it */
  readonly level: 1 | 2;
  readonly content:
    | { readonly kind: 'document'; readonly document: OfficialDocument }
    | { readonly kind: 'sheet'; readonly sheet: Sheet }
    | { readonly kind: 'file'; readonly file: EnclosedFile };
}

/** Several documents and files that are read as one, with contents, bookmarks and one count of pages. */
export interface Booklet {
  readonly title: string;
  readonly subtitle: string;
  readonly issuer: string;
  readonly parts: readonly BookletPart[];
}

/** Why a file is named only. */
export type LeftOut =
  'LOST' | 'NOT_A_PAGE' | 'ENCRYPTED' | 'BROKEN' | 'TOO_MANY_PAGES' | 'TOO_LARGE' | 'TOO_SLOW' | 'BOOKLET_FULL';

export const leftOutWords: Readonly<Record<LeftOut, string>> = {
  LOST: '文件内容已不在文件库中，请联系系统管理员从备份恢复。',
  NOT_A_PAGE: '这类文件不能原样排成页面，请在系统中打开原文件查阅。',
  ENCRYPTED: '文件设有密码，不能合入。请提交人去掉密码后重新提交。',
  BROKEN: '文件已损坏或不是有效的文件，不能合入。请提交人重新提交。',
  TOO_MANY_PAGES: '文件超过 300 页，不合入。请在系统中打开原文件查阅。',
  TOO_LARGE: '文件过大，不合入。请在系统中打开原文件查阅。',
  TOO_SLOW: '文件在限定时间内不能打开，不合入。请在系统中打开原文件查阅。',
  BOOKLET_FULL: '材料总页数已达上限 1500 页，不再合入。请在系统中打开原文件查阅。',
};

export const booklimits = {
  /** pages of one file */
  filePages: 300,
  /** pages of all files */
  pages: 1500,
  /** pixels of an image: what it takes in memory is four times that */
  pixels: 50_000_000,
  /** for opening one file, and for putting all together */
  openMs: 15_000,
  assembleMs: 90_000,
} as const;
