import { defineAudited } from './audit-vocabulary';
import { withoutNumbers, withoutPersonal } from './personal-values';

defineAudited({ personal: { SpecPerson: { personName: 'NAME', phone: 'NUMBER', note: 'HIDDEN' } } });

it('keeps the shape of personal fields and nothing else of them, at any depth', () => {
  expect(
    withoutPersonal('SpecPerson', {
      personName: '欧阳静',
      post: 'SECRETARY',
      phone: '010-62345678',
      note: '家庭情况',
      rows: [{ personName: '李明', since: '2026-01-01' }],
      ended: null,
    }),
  ).toEqual({
    personName: '欧**',
    post: 'SECRETARY',
    phone: '****5678',
    note: '***',
    rows: [{ personName: '李**', since: '2026-01-01' }],
    ended: null,
  });
  // another object's field of the same name is not personal by that
  expect(withoutPersonal('SpecThing', { note: '说明' })).toEqual({ note: '说明' });
  expect(withoutPersonal('SpecPerson', null)).toBeNull();
});

it.each([
  ['为 11010519491231002X 办理转接', '为 ****002X 办理转接'],
  ['打错一位的 110105194912310021 也不留', '打错一位的 ****0021 也不留'],
  ['电话 13812345678，+86 138 1234 5678，138-1234-5678', '电话 ****5678，****5678，****5678'],
  ['党员登记表-11010519491231002X.xlsx', '党员登记表-****002X.xlsx'],
])('takes ID and mobile numbers out of "%s"', (text, clean) => expect(withoutNumbers(text)).toBe(clean));

it.each([
  '统一代码 91350100M000100Y43',
  '订单 202609181020301234567',
  '编码 JG-00-12345678901',
  '2026-09-18',
  '91310115000000000X',
])('leaves "%s" as it is', (text) => expect(withoutNumbers(text)).toBe(text));

it('finds numbers that came as numbers', () => {
  expect(withoutPersonal('SpecThing', { cell: 13_812_345_678, count: 12 })).toEqual({ cell: '****5678', count: 12 });
});
