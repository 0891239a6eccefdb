import { auditWords } from '@dangwu/platform/audit';

/** Where requests are shown in the console. */
export const requestsLink = '/access?tab=exports';

/** What a list is called, for texts of notifications. */
export function wordsOf(kind: string): { readonly titleZh: string; readonly titleEn: string } {
  const { zh, en } = auditWords.value('kind', kind);
  return { titleZh: zh, titleEn: en };
}
