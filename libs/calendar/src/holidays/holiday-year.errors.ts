import { defineErrors } from '@dangwu/platform/errors';

export const calendarErrors = defineErrors('calendar', {
  HOLIDAY_OUT_OF_YEAR: {
    code: 'BAD_USER_INPUT',
    zh: '{dates} 不在 {year} 年内。一年的安排只含当年的日期；元旦连休可以从上一年 12 月下旬起。请改正或登记到那一年。',
    en: '{dates} do not lie in {year}. A year holds its own days; only the New Year break may begin in the last days of December before. Correct them or enter them in their year.',
  },
  HOLIDAY_TWICE: {
    code: 'BAD_USER_INPUT',
    zh: '{dates} 写了两次。一天要么放假，要么上班，请只留一条。',
    en: '{dates} stand there twice. A day is either off or worked; keep one of them.',
  },
  HOLIDAY_OF_OTHER_YEAR: {
    code: 'CONFLICT',
    zh: '{dates} 已写在 {other} 年的安排里。请先在那一年去掉。',
    en: '{dates} are in the arrangement of {other} already. Take them out there first.',
  },
  WORK_ON_WEEKDAY: {
    code: 'RULE_VIOLATION',
    zh: '{dates} 不是周六、周日，本来就上班。调休上班的日子只能是周末。请查对日期。',
    en: '{dates} are no Saturdays or Sundays and are worked anyway. Only a weekend can be swapped. Check the dates.',
  },
  STATUTORY_NOT_OFF: {
    code: 'RULE_VIOLATION',
    zh: '少了法定节假日：{dates}。按《全国年节及纪念日放假办法》，这些天必须放假。请对照通知补上。',
    en: 'Statutory days off are missing: {dates}. By the Measures on National Holidays they are off. Complete them after the notice.',
  },
  NOTICE_NEEDS_DATE: {
    code: 'BAD_USER_INPUT',
    zh: '按通知登记须填通知的日期。还没有通知的，请选“尚未公布”。',
    en: 'A year with its notice needs the day of the notice. Without one, leave it provisional.',
  },
  CALENDAR_RANGE: {
    code: 'BAD_USER_INPUT',
    zh: '要查的日期从 {from} 到 {to}：止日不能早于起日，一次最多 {most} 天。请缩短或改正。',
    en: 'The days asked for run from {from} to {to}: the end may not lie before the beginning, and {most} days are the most at a time. Shorten or correct them.',
  },
});
