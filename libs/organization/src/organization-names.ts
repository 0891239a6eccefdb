import { pinyin } from 'pinyin-pro';

/** How a name is typed on a keyboard without Chinese. */
export interface Spelling {
  /** all syllables: `dierdangzhibu` */
  readonly pinyin: string;
  /** first letters: `dedzb` */
  readonly pinyinInitials: string;
}

/** Lower case, no tones, no blanks; letters and digits of the name stay, punctuation goes. */
export function spell(name: string): Spelling {
  const plain = name.normalize('NFKC').toLowerCase();
  const syllables = pinyin(plain, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).map((part) =>
    part.replaceAll(/[^a-z0-9]/g, ''),
  );
  const initials = pinyin(plain, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' }).map(
    (part) => part.replaceAll(/[^a-z0-9]/g, ''),
  );
  return { pinyin: syllables.join(''), pinyinInitials: initials.join('') };
}
