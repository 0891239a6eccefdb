import { MatterCategory } from '../review-rule/review-rule.enums';
import { recusalHints, type HintedMatter, type HintedSeat, type HintFacts } from './recusal-hints';

const seat = (id: string, name: string, more: Partial<HintedSeat> = {}): HintedSeat => ({
  id,
  name,
  accountId: null,
  memberId: null,
  ...more,
});
const matter: HintedMatter = {
  category: MatterCategory.PERSONNEL,
  title: '聘任数字化转型分会筹备负责人',
  background: '拟聘任许蔓同志。',
  options: '',
  proposerAccountId: 'a-proposer',
  proposerName: '林静',
};
const facts: HintFacts = { organizationName: '秘书处党总支', leaders: new Set(['m-leader']), ownBody: false };
const hinted = (seats: HintedSeat[], over: Partial<HintedMatter> = {}, more: Partial<HintFacts> = {}) =>
  recusalHints(seats, { ...matter, ...over }, { ...facts, ...more }).map(({ seatId, reason }) => [seatId, reason.zh]);

const xuman = seat('1', '许蔓');
const proposer = seat('2', '林静', { accountId: 'a-proposer' });
const leader = seat('3', '何志清', { memberId: 'm-leader' });
const nobody = seat('4', '高远', { accountId: 'a-other', memberId: 'm-other' });

it('names who is tied to a matter, and how', () => {
  expect(hinted([xuman, proposer, leader, nobody])).toEqual([
    ['1', '事项里提到“许蔓”'],
    ['2', '事项由林静起草提交'],
    ['3', '在提出事项的“秘书处党总支”任职'],
  ]);
});

it('looks for names in personnel matters alone', () => {
  expect(hinted([xuman], { category: MatterCategory.LARGE_FUNDS })).toEqual([]);
});

it('hints at nobody by name alone when the proposer only has the same', () => {
  expect(hinted([seat('5', '林静', { accountId: 'a-another' })])).toEqual([]);
  expect(hinted([seat('6', '林静')])).toEqual([]);
});

it('does not empty the committee when it proposes something itself', () => {
  expect(hinted([leader], {}, { ownBody: true })).toEqual([]);
});
