import { fillText, languageOf } from './text';

it.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en-US,en;q=0.9,zh;q=0.8', 'en'],
  ['zh;q=0.2, en;q=0.7', 'en'],
  ['fr, en;q=0, zh-TW;q=0.1', 'zh'],
  ['de,fr;q=0.5', 'zh'],
  ['en;q=abc', 'en'],
])('reads %p as %s', (header, language) => expect(languageOf(header)).toBe(language));

it('fills both languages', () => {
  expect(fillText({ zh: '导入了 {count} 行', en: '{count} rows imported' }, { count: 3 })).toEqual({
    zh: '导入了 3 行',
    en: '3 rows imported',
  });
});
