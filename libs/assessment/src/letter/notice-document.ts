import { dayInWords, ordinalInWords, type Block, type OfficialDocument } from '@dangwu/documents';
import type { AssessmentNotice, NoticeLine } from '../result/notice.type';
import { NoticeField } from '../result/result.enums';
import { unspaced } from './letter-words';

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });

interface Column {
  readonly head: string;
  readonly width: number;
  readonly right?: true;
  readonly of: (line: NoticeLine, i: number) => string;
}

/** The public notice as it is posted (公示): what was chosen to be shown, group by group, and how to object. */
export function noticeDocument(notice: AssessmentNotice): OfficialDocument {
  const { organizationName: issuer, scheme, noticeFrom, noticeTo } = notice;
  const title = unspaced(notice.title);
  const groups = [...new Set(notice.lines.map(({ groupName }) => groupName))];
  return {
    head: issuer,
    number: null,
    issuer,
    date: noticeFrom,
    title: `关于${title}结果的公示`,
    draft: null,
    body: [
      paragraph(`按照“${scheme.zh}”考核方案，${title}已经完成考核评分。现将结果予以公示。`),
      paragraph(`公示时间：${dayInWords(noticeFrom)}至${dayInWords(noticeTo)}。`),
      ...groups.flatMap((group, i) => groupOf(notice, group, `${ordinalInWords(i + 1)}、${group}`)),
      paragraph(
        `对结果有异议的，请在公示期内实名向${issuer}提出，写明指标和依据的记录；被考核的党组织也可以在系统的考核结果页提出。`,
      ),
    ],
    signature: { name: issuer, date: noticeFrom },
  };
}

function groupOf({ lines, fields }: AssessmentNotice, group: string, heading: string): Block[] {
  const own = lines.filter(({ groupName }) => groupName === group);
  const shown = (field: NoticeField): boolean => fields.includes(field);
  const name: Column = { head: '党组织', width: 7, of: (line) => line.name };
  const columns: Column[] = [
    shown(NoticeField.RANK)
      ? { head: '名次', width: 1.5, right: true, of: (line) => String(line.rank ?? '—') }
      : { head: '序号', width: 1.5, right: true, of: (_, i) => String(i + 1) },
    name,
    ...(shown(NoticeField.TOTAL)
      ? [{ head: '总分', width: 2, right: true as const, of: (line: NoticeLine) => line.total ?? '—' }]
      : []),
    ...(shown(NoticeField.GRADE) ? [{ head: '等次', width: 2, of: (line: NoticeLine) => line.grade?.zh ?? '—' }] : []),
  ];
  return [
    { kind: 'heading', level: 1, text: `${heading}（${own.length} 个）` },
    tableOf(columns, own),
    ...(shown(NoticeField.DIMENSIONS) ? [tableOf([name, ...dimensionsOf(own)], own)] : []),
  ];
}

function dimensionsOf(lines: readonly NoticeLine[]): Column[] {
  const names = new Map(lines.flatMap(({ dimensions }) => dimensions.map(({ key, name }) => [key, name.zh] as const)));
  return [...names].map(([key, head]) => ({
    head,
    width: 2,
    right: true,
    of: ({ dimensions }) => dimensions.find((one) => one.key === key)?.points ?? '—',
  }));
}

const tableOf = (columns: readonly Column[], lines: readonly NoticeLine[]): Block => ({
  kind: 'table',
  head: columns.map(({ head }) => head),
  rows: lines.map((line, i) => columns.map(({ of }) => of(line, i))),
  widths: columns.map(({ width }) => width),
  right: columns.flatMap(({ right }, i) => (right ? [i] : [])),
});
