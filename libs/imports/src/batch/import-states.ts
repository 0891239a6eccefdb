import type { Messages } from '@dangwu/platform/errors';

/**
 * READING → CHECKED → WRITING → IMPORTED → UNDONE; from CHECKED also DISCARDED. A file with columns that nobody knows
 * and the roster needs is MAPPING until a person says which they are; said that or corrected a cell, it is READING again.
 * What breaks off before anything was written is FAILED; writing is one transaction, so nothing is ever half written.
 */
export enum ImportState {
  READING = 'READING',
  MAPPING = 'MAPPING',
  CHECKED = 'CHECKED',
  WRITING = 'WRITING',
  IMPORTED = 'IMPORTED',
  DISCARDED = 'DISCARDED',
  UNDONE = 'UNDONE',
  FAILED = 'FAILED',
}

const { READING, MAPPING, CHECKED, WRITING, IMPORTED, DISCARDED, UNDONE, FAILED } = ImportState;

const next: Readonly<Record<ImportState, readonly ImportState[]>> = {
  READING: [CHECKED, MAPPING, FAILED, DISCARDED],
  MAPPING: [READING, DISCARDED],
  CHECKED: [WRITING, READING, DISCARDED],
  WRITING: [IMPORTED, CHECKED, FAILED],
  IMPORTED: [UNDONE],
  DISCARDED: [],
  UNDONE: [],
  FAILED: [DISCARDED],
};

export const mayBecome = (from: ImportState, to: ImportState): boolean => next[from].includes(to);

export const stateWords: Readonly<Record<ImportState, Messages>> = {
  [READING]: { zh: '正在检查', en: 'being checked' },
  [MAPPING]: { zh: '等待对应各列', en: 'waiting for its columns to be told' },
  [CHECKED]: { zh: '已检查', en: 'checked' },
  [WRITING]: { zh: '正在写入', en: 'being written' },
  [IMPORTED]: { zh: '已导入', en: 'imported' },
  [DISCARDED]: { zh: '已放弃', en: 'discarded' },
  [UNDONE]: { zh: '已撤销', en: 'undone' },
  [FAILED]: { zh: '没有成功', en: 'failed' },
};
