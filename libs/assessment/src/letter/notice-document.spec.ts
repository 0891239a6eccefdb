import { CycleStage } from '../cycle/cycle.enums';
import type { AssessmentNotice } from '../result/notice.type';
import { NoticeField } from '../result/result.enums';
import { noticeDocument } from './notice-document';

const name = (zh: string) => ({ zh, en: zh });
const notice = (fields: NoticeField[]): AssessmentNotice => ({
  cycleId: 'AssessmentCycle_1',
  title: '2026年上半年六强考核',
  organizationName: '示范行业协会党委',
  scheme: name('六强考核'),
  stage: CycleStage.NOTICE,
  noticeFrom: '2026-07-06',
  noticeTo: '2026-07-13',
  open: true,
  fields,
  lines: ['综合部党支部', '标准部党支部'].map((one, i) => ({
    name: one,
    groupName: '秘书处',
    // what was not chosen is not there
    total: fields.includes(NoticeField.TOTAL) ? `9${i}.00` : null,
    grade: fields.includes(NoticeField.GRADE) ? name('良好') : null,
    rank: fields.includes(NoticeField.RANK) ? i + 1 : null,
    dimensions: fields.includes(NoticeField.DIMENSIONS)
      ? [{ key: 'drive', name: name('推动'), points: '50.00', weight: '60', share: '0.83', groupMedian: null }]
      : [],
  })),
});
const tables = (fields: NoticeField[]) =>
  noticeDocument(notice(fields)).body.flatMap((block) => (block.kind === 'table' ? [[block.head, ...block.rows]] : []));

it('has columns for what was chosen, and for nothing else', () => {
  expect(tables([NoticeField.GRADE])).toEqual([
    [
      ['序号', '党组织', '等次'],
      ['1', '综合部党支部', '良好'],
      ['2', '标准部党支部', '良好'],
    ],
  ]);
  expect(tables([])[0]![0]).toEqual(['序号', '党组织']);
  expect(tables([NoticeField.RANK, NoticeField.TOTAL])[0]![1]).toEqual(['1', '综合部党支部', '90.00']);
});

it('puts the dimensions into a table of their own', () => {
  expect(tables([NoticeField.TOTAL, NoticeField.DIMENSIONS])[1]).toEqual([
    ['党组织', '推动'],
    ['综合部党支部', '50.00'],
    ['标准部党支部', '50.00'],
  ]);
});

it('says until when, and how to object', () => {
  const said = JSON.stringify(noticeDocument(notice([])).body);
  expect(said).toContain('公示时间：2026年7月6日至2026年7月13日');
  expect(said).toContain('实名向示范行业协会党委提出');
});
