import { toPdf, toWord, type Block } from '@dangwu/documents';
import type { LetterFacts } from './letter-facts';
import { resultLetter } from './result-letter';

const facts: LetterFacts = {
  issuer: '示范行业协会党委',
  name: '综合部党支部',
  title: '2026 年上半年六强考核',
  scheme: '六强考核',
  periodFrom: '2026-01-01',
  periodTo: '2026-06-30',
  groupName: '秘书处',
  groupSize: 12,
  full: '100.00',
  total: '92.40',
  rank: 3,
  toldRank: 3,
  grade: { zh: '良好', en: 'good' },
  gradeNote: '',
  firstLevel: [
    { name: '工作组织推动性强', points: '54.70', weight: '60.00', applies: true },
    { name: '基础建设体系性强', points: null, weight: null, applies: false },
    { name: '会议记录逾期', points: '-0.30', weight: null, applies: true },
  ],
  cuts: [{ under: '工作组织推动性强', sentences: ['三会一课完成率 36.00 = 40 × 0.90；36 / 40'] }],
  noticeFrom: '2026-07-06',
  noticeTo: '2026-07-13',
  objections: [],
};
const text = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => {
      if (block.kind === 'paragraph') return block.runs.map((run) => run.text).join('');
      if (block.kind === 'table') return [block.head, ...block.rows].map((cells) => cells.join('|')).join('\n');
      return 'text' in block ? block.text : '';
    })
    .join('\n');

it('tells group, total, grade, place, points of the first level, what was cut and why, and how to object', () => {
  const letter = resultLetter(facts, '考核〔2026〕3号', '2026-07-20');
  expect(letter).toMatchObject({ head: '示范行业协会党委', number: '考核〔2026〕3号', draft: null });
  expect(letter.title).toBe('关于2026年上半年六强考核结果的通知');
  const said = text(letter.body);
  expect(said).toContain('对比组：秘书处（共 12 个）。总分 92.40 分（满分 100 分），组内名次第 3，等次为“良好”。');
  expect(said).toContain('工作组织推动性强|60|54.70');
  expect(said).toContain('基础建设体系性强|—|不适用');
  expect(said).toContain('会议记录逾期|—|−0.30');
  expect(said).toContain('三会一课完成率 36.00 = 40 × 0.90；36 / 40。');
  expect(said).toContain('公示期内没有收到你单位的异议');
  expect(said).toContain('书面向示范行业协会党委说明');
});

it('tells no place where the notice told none, and why a grade is another', () => {
  const said = text(resultLetter({ ...facts, toldRank: null, gradeNote: '综合平衡' }, null, '2026-07-20').body);
  expect(said).not.toContain('名次');
  expect(said).toContain('等次的说明：综合平衡。');
});

it('tells what became of objections, and where nothing was cut', () => {
  const objections = [{ upheld: false, answer: '经核对，得分不变。' }];
  const said = text(resultLetter({ ...facts, cuts: [], objections }, null, '2026-07-20').body);
  expect(said).toContain('各项指标均未失分。');
  expect(said).toContain('你单位提出的异议不成立，答复：经核对，得分不变。');
  expect(said).not.toContain('没有收到');
});

it('is marked as a draft without a number, and becomes both files', async () => {
  const draft = resultLetter(facts, null, '2026-07-20');
  expect(draft.draft).toBe('（草稿，未印发）');
  expect((await toPdf(draft)).subarray(0, 5).toString()).toBe('%PDF-');
  expect((await toWord(draft)).subarray(0, 2).toString()).toBe('PK');
});
