import { globalId } from '@dangwu/platform/ids';
import { fillText, type LocalText } from '@dangwu/platform/text';
import { adviceKindWords } from './advice-words';
import type { AdviceKind } from './advice.enums';

/** An opinion that is awaited, in a line. */
export function adviceLine(words: {
  readonly title: string;
  readonly kind: AdviceKind;
  readonly dueOn: string;
}): LocalText {
  const { title, kind, dueOn } = words;
  const { zh, en } = adviceKindWords[kind];
  return fillText({ zh: '{title}（{zh}，{dueOn} 前）', en: '{title} ({en}, by {dueOn})' }, { title, dueOn, zh, en });
}

/** One that came in, in a line. */
export function answeredLine(words: {
  readonly title: string;
  readonly kind: AdviceKind;
  readonly advisor: string;
  readonly given: boolean;
}): LocalText {
  const { title, kind, advisor, given } = words;
  const { zh, en } = adviceKindWords[kind];
  return fillText(
    {
      zh: `{title}：{advisor}${given ? '已提出{zh}' : '谢绝提出{zh}'}`,
      en: `{title}: {advisor} ${given ? 'gave the {en}' : 'declined the {en}'}`,
    },
    { title, advisor, zh, en },
  );
}

/** Where the console shows it to whoever is asked; each has its own, so that what is told of it can be withdrawn. */
export const adviceLink = (id: string): string => `/my-reviews/${globalId('MatterAdvice', id)}`;
export const matterLink = (id: string): string => `/matters/${globalId('Matter', id)}`;
