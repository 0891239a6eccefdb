import { defineAudited } from '@dangwu/platform/audit';
import { changesOf } from './event-changes';

defineAudited({
  fields: {
    specField: { zh: '字段', en: 'field' },
    'SpecThing.specField': { zh: '事物的字段', en: 'field of a thing' },
  },
  values: { specField: { ONE: { zh: '一', en: 'one' } } },
  organizations: ['specOrganizationId'],
});

const words = (subject: string, before: Record<string, unknown> | null, after: Record<string, unknown> | null) =>
  changesOf(subject, before, after).map((change) => [change.fieldName.zh, change.before?.zh, change.after?.zh]);

it('names fields and values in words, of an object before those of all', () => {
  expect(words('SpecOther', { specField: 'ONE' }, { specField: 'TWO' })).toEqual([['字段', '一', 'TWO']]);
  expect(words('SpecThing', null, { specField: ['ONE', 'TWO'] })).toEqual([['事物的字段', undefined, '一、TWO']]);
  expect(words('SpecThing', { unknown: 1.5 }, { unknown: true })).toEqual([['unknown', '1.5', '是']]);
});

it('leaves out what did not change, what is empty on both sides, and ids whose name stands beside them', () => {
  const before = { a: 1, b: null, parentId: 'x', parent: '甲' };
  const after = { a: 1, b: '', parentId: 'y', parent: '乙' };
  expect(words('SpecThing', before, after)).toEqual([['parent', '甲', '乙']]);
});

it('keeps a personal value that looks the same: another one hides behind it', () => {
  expect(words('SpecThing', { name: '王**' }, { name: '王**' })).toHaveLength(1);
});

it('writes lists, nested fields and texts in two languages out', () => {
  expect(
    words('SpecThing', {}, { filter: { specField: ['ONE'], empty: null }, undone: { zh: '更名', en: 'renamed' } }),
  ).toEqual([
    [expect.any(String), undefined, '字段 一'],
    [expect.any(String), undefined, '更名'],
  ]);
});

it('tells which values are organizations, so that their names can be asked for', () => {
  const id = '0192a000-0000-7000-8000-00000000beef';
  expect(changesOf('SpecThing', { specOrganizationId: 'none' }, { specOrganizationId: id })).toMatchObject([
    { beforeOrganizationId: null, afterOrganizationId: 'PartyOrganization_0192a00000007000800000000000beef' },
  ]);
});
