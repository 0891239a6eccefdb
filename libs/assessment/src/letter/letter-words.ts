import type { Messages } from '@dangwu/platform/errors';

/** What stands before the number of a letter. */
export const letterMark = '考核';

/** As documents are set: no space between figures and words (2026年上半年). */
export const unspaced = (text: string): string => text.replaceAll(/(?<=\d) (?=\p{Script=Han})/gu, '');

export const lettersProgress: Messages = { zh: '正在写通知书', en: 'Writing letters' };
export const lettersDone: Messages = {
  zh: '印发 {issued} 份，打包 {count} 份',
  en: '{issued} issued, {count} in the file',
};
export const evidenceProgress: Messages = { zh: '正在整理档案', en: 'Putting the file together' };
export const evidenceDone: Messages = { zh: '{count} 个考核对象的档案', en: 'The file of {count} assessed' };
