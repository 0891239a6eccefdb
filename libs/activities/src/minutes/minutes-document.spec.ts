import { textOf } from '../trial/minutes';
import { minutesDocument } from './minutes-document';
import { paragraphsOf } from './minutes-text';
import type { MinutesContent } from './minutes-content';
import { VoteBase } from './minutes.enums';

const rule = {
  id: 'Rule_1',
  value: '> 1/2',
  name: { zh: '表决', en: 'Majority' },
  basis: { zh: '《条例》第十一条', en: 'Article 11' },
};
const content: MinutesContent = {
  chair: '罗景行',
  recorder: '秦悦',
  startsAt: '2026-09-18T01:30:00.000Z',
  endsAt: '2026-09-18T03:05:00.000Z',
  place: '三层党员活动室',
  attendance: {
    entitled: 18,
    present: 15,
    remote: 1,
    leave: 2,
    onLeave: ['江月明', '葛青'],
    absent: ['宋一帆'],
    guests: ['许蔓'],
  },
  items: [
    {
      title: '增补委员',
      owner: '罗景行',
      minutes: 20,
      text: textOf('通报空缺情况。'),
      resolutions: [
        {
          text: '提名方宁。',
          owner: '杜若川',
          dueOn: '2026-10-16',
          vote: {
            base: VoteBase.ENTITLED,
            of: 17,
            inFavour: 13,
            against: 0,
            abstained: 1,
            needed: 9,
            passed: true,
            rule,
          },
        },
        { text: '', owner: null, dueOn: null, vote: null },
      ],
    },
  ],
};
const of = { organization: '第四党支部', title: '第三季度党员大会', number: null, signed: null, correction: null };
const lines = (given: Partial<typeof of> | object = {}): string[] =>
  minutesDocument(content, { ...of, ...given }).body.map((part) => {
    if (part.kind === 'paragraph') return part.runs.map(({ text }) => text).join('');
    if (part.kind === 'attachments') return part.names.join();
    if (part.kind === 'table') return part.head.join();
    return part.kind === 'labelled' ? `${part.label}：${part.text}` : part.text;
  });

it('says exact times, counts and absentees, every point and what was resolved by which majority', () => {
  expect(lines()).toEqual([
    '时间：2026年9月18日 09:30—11:05',
    '地点：三层党员活动室',
    '主持：罗景行',
    '记录：秦悦',
    '一、增补委员',
    '（罗景行汇报，20分钟）',
    '通报空缺情况。',
    '决议1：提名方宁。（责任人：杜若川，期限：2026年10月16日）',
    '表决：应到17人，赞成13票，反对0票，弃权1票；须赞成9票（《条例》第十一条），通过。',
    '出席：应到18人，实到15人（其中线上1人）',
    '请假：2人：江月明、葛青',
    '缺席：1人：宋一帆',
    '列席：许蔓',
  ]);
});

it('is marked as a draft until it is signed, and says what it corrects', () => {
  expect(minutesDocument(content, of).draft).toContain('草稿');
  const signed = { on: '2026-09-19', recorder: '秦悦', chair: '罗景行' };
  const correction = { no: 2, reason: '漏记一人' };
  const document = minutesDocument(content, { ...of, number: '〔2026〕3号', signed, correction });
  expect(document).toMatchObject({
    head: '第四党支部会议纪要',
    draft: null,
    number: '〔2026〕3号',
    date: '2026-09-19',
  });
  expect(lines({ signed, correction }).slice(-2)).toEqual([
    '本纪要为第2版，更正原因：漏记一人',
    '记录人：秦悦（已签字）　主持人：罗景行（已签字）',
  ]);
});

it('reads lists and what is stressed out of a text', () => {
  const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
  const text = (words: string, ...marks: string[]) => ({
    type: 'text',
    text: words,
    marks: marks.map((type) => ({ type })),
  });
  const item = (...content: object[]) => ({ type: 'listItem', content });
  const list = {
    type: 'orderedList',
    attrs: { start: 3 },
    content: [item(paragraph(text('走访'))), item(paragraph(text('党课')))],
  };
  const doc = {
    type: 'doc',
    content: [paragraph(text('要求', 'bold'), { type: 'hardBreak' }, text('如下')), list, paragraph()],
  };
  expect(paragraphsOf(JSON.stringify(doc))).toEqual([
    [{ text: '要求', bold: true }, { text: '\n' }, { text: '如下' }],
    [{ text: '3. ' }, { text: '走访' }],
    [{ text: '4. ' }, { text: '党课' }],
  ]);
});
