import { dayInWords, type Block, type OfficialDocument } from '@dangwu/documents';
import type { DispatchEntity } from './dispatch.entity';

type Written = Pick<DispatchEntity, 'title' | 'body' | 'superiorName' | 'copies' | 'number' | 'issuedOn'>;

/**
 * A request or report as it is printed (GB/T 9704, 上行文): to whom, the text with its points, who writes and when, copies.
 * @param attachments names of its files, which stand below the text without their endings (7.3.4)
 * @param today stands for the day of issue in the file of a draft, where no day is printed
 */
export function dispatchDocument(
  dispatch: Written,
  organization: string,
  today: string,
  attachments: readonly string[] = [],
): OfficialDocument {
  const { title, body, superiorName, copies, number, issuedOn } = dispatch;
  return {
    form: 'UPWARD',
    head: `${organization}文件`,
    number,
    issuer: organization,
    date: issuedOn ?? today,
    title,
    draft: number ? null : '（草稿，未印发）',
    body: [
      ...(superiorName ? [{ kind: 'line' as const, at: 'LEFT' as const, text: `${superiorName}：` }] : []),
      ...body
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .map(blockOf),
      ...(attachments.length ? [{ kind: 'attachments' as const, names: attachments.map(withoutEnding) }] : []),
      { kind: 'line', at: 'RIGHT', text: organization },
      ...(issuedOn ? [{ kind: 'line' as const, at: 'RIGHT' as const, text: dayInWords(issuedOn) }] : []),
      ...(copies.length ? [{ kind: 'labelled' as const, label: '抄送', text: `${copies.join('、')}。` }] : []),
    ],
  };
}

const withoutEnding = (name: string): string => name.replace(/\.[A-Za-z0-9]{1,10}$/, '');

/** Points are counted 一、 and （一） (7.3.3); a point is a heading where it is as short as one. */
function blockOf(line: string): Block {
  const level = /^[一二三四五六七八九十]+、/.test(line) ? 1 : /^（[一二三四五六七八九十]+）/.test(line) ? 2 : null;
  return level && line.length <= 30 && !line.endsWith('。')
    ? { kind: 'heading', level, text: line }
    : { kind: 'paragraph', runs: [{ text: line }] };
}
