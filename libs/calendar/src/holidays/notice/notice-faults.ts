import { fillText, type LocalText } from '@dangwu/platform/text';
import type { ErrorParams } from '@dangwu/platform/errors';

/** A line of a notice that could not be taken over, and why. */
export interface NoticeFault {
  /** counted from 1; null: it is about the whole */
  readonly line: number | null;
  readonly text: string;
  readonly message: LocalText;
}

const texts = {
  NO_SUCH_DAY: {
    zh: '“{written}”里有不存在的日期。请对照通知改正。',
    en: '"{written}" names a day that is not in the calendar. Correct it after the notice.',
  },
  WRONG_WEEKDAY: {
    zh: '“{written}”的星期不对，这一天是{right}。请查对年份和日期。',
    en: '"{written}" has the wrong weekday: it is {right}. Check the year and the date.',
  },
  REVERSED: { zh: '“{written}”的止日早于起日。请改正。', en: '"{written}" ends before it begins. Correct it.' },
  TOO_LONG: {
    zh: '“{written}”超过 31 天，不像放假安排。请查对年份和日期。',
    en: '"{written}" is longer than 31 days, which no holiday is. Check the year and the dates.',
  },
  TOO_MANY: {
    zh: '读出的日子超过 150 天，不像一年的放假安排。请只粘贴通知正文。',
    en: 'More than 150 days were read, which no year has. Paste the notice alone.',
  },
  LONG_LINE: {
    zh: '这一行太长，不像通知。请只粘贴通知正文。',
    en: 'This line is too long for a notice. Paste the notice alone.',
  },
  NO_DATES: {
    zh: '写了节日，没有读出日期。请写成“10月1日至7日放假”。',
    en: 'A holiday without dates that can be read. Write it as "10月1日至7日放假".',
  },
  NO_VERB: {
    zh: '有日期，没有写明放假还是上班。请补上“放假”或“上班”。',
    en: 'Dates without saying whether off or worked. Add 放假 or 上班.',
  },
  NO_NAME: {
    zh: '没有写明是哪个节日，日期里也没有法定节假日。请在前面写节日，如“元旦：”。',
    en: 'It does not say which holiday, and no statutory day is among the dates. Put its name in front, as "元旦：".',
  },
  COUNT: {
    zh: '写明共 {said} 天，按日期是 {counted} 天。请查对。',
    en: 'It says {said} days in all, the dates make {counted}. Check them.',
  },
  UNREAD: {
    zh: '“{rest}”没有读懂。请写成“10月1日至7日放假”，或每行“日期 休 节日”。',
    en: '"{rest}" was not understood. Write "10月1日至7日放假", or a line "date 休 holiday" for each day.',
  },
  OTHER_YEAR: {
    zh: '这是 {found} 年的通知，要登记的是 {year} 年。请换一份，或换一个年份。',
    en: 'This is the notice for {found}, the year to enter is {year}. Take another notice or another year.',
  },
  NOTHING: {
    zh: '没有读出任何日期。请粘贴通知里“一、元旦：……”到“国庆节：……”几段。',
    en: 'No day was found. Paste the paragraphs of the notice from "一、元旦：…" to "国庆节：…".',
  },
} as const satisfies Record<string, LocalText>;

export const noticeFault = (
  kind: keyof typeof texts,
  line: number | null,
  text: string,
  params: ErrorParams = {},
): NoticeFault => ({ line, text, message: fillText(texts[kind], params) });
