import { fillText, type LocalText } from '@dangwu/platform/text';
import { DispatchSide, DispatchState } from './dispatch.enums';

/** What a dispatch waits for. */
export type Awaited = 'ISSUE' | 'REPLY' | 'FOLLOW_UP';

interface Waiting {
  readonly state: DispatchState;
  readonly waitsFor: DispatchSide;
}

export function awaitedOf({ state, waitsFor }: Waiting): Awaited {
  if (waitsFor === DispatchSide.SUPERIOR) return 'REPLY';
  return state === DispatchState.DRAFT ? 'ISSUE' : 'FOLLOW_UP';
}

const lines: Readonly<Record<Awaited, LocalText>> = {
  ISSUE: { zh: '{title}（{organization}，{dueOn} 前印发）', en: '{title} ({organization}, to be issued by {dueOn})' },
  REPLY: {
    zh: '{title}（{organization}，待{superiorName}在 {dueOn} 前批复）',
    en: '{title} ({organization}, to be replied to by {superiorName} by {dueOn})',
  },
  FOLLOW_UP: {
    zh: '{title}（{organization}，{dueOn} 前报告落实情况）',
    en: '{title} ({organization}, follow-up due by {dueOn})',
  },
};

/** A dispatch that waits for somebody, in a line. */
export const dispatchLine = (
  words: Waiting & {
    readonly title: string;
    readonly organization: string;
    readonly superiorName: string;
    readonly dueOn: string;
  },
): LocalText => {
  const { title, organization, superiorName, dueOn } = words;
  return fillText(lines[awaitedOf(words)], { title, organization, superiorName, dueOn });
};
