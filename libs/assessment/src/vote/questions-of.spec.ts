import { questionsOf } from './questions-of';

const named = (zh: string) => ({ zh, en: zh });
const options = [
  { key: 'EXCELLENT', name: named('优秀'), share: '1' },
  { key: 'BARELY_QUALIFIED', name: named('基本合格'), share: '0.6' },
];
const assessed = (count: number) => Array.from({ length: count }, (_, n) => ({ subjectName: `第${n + 1}党支部` }));

it('asks for a mark for each, by keys that name nobody', () => {
  expect(questionsOf({ options }, assessed(2))).toEqual([
    {
      key: '1',
      title: '第1党支部',
      options: [
        { key: 'EXCELLENT', title: '优秀' },
        { key: 'BARELY_QUALIFIED', title: '基本合格' },
      ],
    },
    {
      key: '2',
      title: '第2党支部',
      options: [
        { key: 'EXCELLENT', title: '优秀' },
        { key: 'BARELY_QUALIFIED', title: '基本合格' },
      ],
    },
  ]);
});

it('asks for no more than a paper holds, whatever is chosen on it', () => {
  const all = questionsOf({ options }, assessed(240));
  const longest = JSON.stringify(Object.fromEntries(all.map(({ key }) => [key, 'BARELY_QUALIFIED'])));
  expect(Buffer.byteLength(longest)).toBeLessThan(6_100);
  expect(() => questionsOf({ options }, assessed(241))).toThrow(
    expect.objectContaining({ reason: 'VOTE_PAPER_LARGE', params: { subjects: 241, most: 240 } }),
  );
});
