import type { Messages } from '@dangwu/platform/errors';
import type { Counts } from '../check/import-check';

/** How long an import can be taken back as a whole. */
export const undoDays = 30;

type Written = Pick<Counts, 'created' | 'updated' | 'unchanged' | 'faulty' | 'blocked'> & {
  readonly corrected: number;
};

/** What an import did, in a sentence. */
export function receiptOf(
  name: Messages,
  { created, updated, unchanged, faulty, blocked, corrected }: Written,
): Messages {
  const out = faulty + blocked;
  return {
    zh: `${name.zh}：新增 ${created} 个，更新 ${updated} 个，${unchanged} 个没有变化。${
      corrected ? `其中 ${corrected} 格在导入前改正过。` : ''
    }${
      out ? `${out} 行没有导入（有错 ${faulty} 行，受其影响 ${blocked} 行），可以下载后改好再导入。` : ''
    }${undoDays} 天内可以整批撤销。`,
    en: `${name.en}: ${created} created, ${updated} updated, ${unchanged} unchanged. ${
      corrected ? `${corrected} cells were corrected before. ` : ''
    }${
      out
        ? `${out} rows were not imported (${faulty} with faults, ${blocked} depending on them); download, correct and import them. `
        : ''
    }It can be undone as a whole for ${undoDays} days.`,
  };
}
