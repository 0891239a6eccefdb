import { MatterCategory } from '../review-rule/review-rule.enums';
import { contentHash, differences, type MatterContent } from './matter-content';

const content = (more: Partial<MatterContent> = {}): MatterContent => ({
  category: MatterCategory.LARGE_FUNDS,
  title: '平台建设',
  amountFen: '100',
  background: '背景',
  options: '',
  socialEffect: '',
  urgentReason: null,
  materials: [{ kind: '申请表', no: 1, name: '申请表.pdf', sha256: 'a' }],
  ...more,
});

it('the same content has no difference and one hash', () => {
  expect(differences(content(), content())).toEqual([]);
  expect(contentHash(content())).toBe(contentHash(content()));
});

it.each([
  ['category', { category: MatterCategory.PERSONNEL }],
  ['title', { title: '另一个' }],
  ['amountFen', { amountFen: '101' }],
  ['background', { background: '别的背景' }],
  ['options', { options: '方案一' }],
  ['socialEffect', { socialEffect: '影响' }],
  ['urgentReason', { urgentReason: '汛期' }],
] as const)('%s that differs is told, and changes the hash', (field, more) => {
  expect(differences(content(), content(more))).toMatchObject([{ field }]);
  expect(contentHash(content(more))).not.toBe(contentHash(content()));
});

it('tells materials by what is in them: another file, a new one, one that is gone', () => {
  const other = [{ kind: '申请表', no: 2, name: '申请表（改）.pdf', sha256: 'b' }];
  expect(differences(content(), content({ materials: other }))).toEqual([
    { field: 'material', kind: '申请表', before: '申请表.pdf', after: '申请表（改）.pdf' },
  ]);
  // handed in again, the same bytes are the same
  const again = [{ ...content().materials[0]!, no: 2 }];
  expect(differences(content(), content({ materials: again }))).toEqual([]);
  const added = [...content().materials, { kind: '预算', no: 1, name: '预算.xlsx', sha256: 'c' }];
  expect(differences(content(), content({ materials: added }))).toEqual([
    { field: 'material', kind: '预算', before: null, after: '预算.xlsx' },
  ]);
  expect(differences(content({ materials: added }), content())).toMatchObject([{ kind: '预算', after: null }]);
});
