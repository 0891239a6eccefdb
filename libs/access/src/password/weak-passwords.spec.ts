import { dictionary } from '@zxcvbn-ts/language-common';
import { randomPassword } from '../passwords';
import { isWeak } from './weak-passwords';

it.each([
  '1234567890',
  'qwertyuiop',
  'a123456789',
  'password123',
  'P@ssw0rd2026',
  '1qaz2wsx3edc',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  '20260918abc',
  'dangwu123456',
  'woaini123456',
])('finds %s, which is guessed first', (password) => expect(isWeak(password)).toBe(true));

it('finds those that leaked most often and are long enough to be taken, every fifth of them', () => {
  const leaked = dictionary['passwords-common']
    .filter((password) => password.length >= 10)
    .filter((_, i) => i % 5 === 0);
  expect(leaked.length).toBeGreaterThan(100);
  expect(leaked.filter((password) => !isWeak(password))).toEqual([]);
});

it('finds what only says who somebody is', () => {
  expect(isWeak('zhouqiming88')).toBe(false);
  expect(isWeak('zhouqiming88', ['zhouqiming', '周启明'])).toBe(true);
});

it.each(['correct horse battery', '九个字符不够用的啊1', '会议纪要要写清楚谁来办', randomPassword()])(
  'lets %s pass, whatever kinds of characters it has',
  (password) => expect(isWeak(password)).toBe(false),
);
