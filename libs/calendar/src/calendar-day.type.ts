import { DateScalar, LocalText } from '@dangwu/platform/graphql';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { HolidayDayKind } from './holidays/holiday-year.type';

export enum CalendarDayKind {
  WORKDAY = 'WORKDAY',
  WEEKEND = 'WEEKEND',
  HOLIDAY = 'HOLIDAY',
  MADE_UP = 'MADE_UP',
}
registerEnumType(CalendarDayKind, {
  name: 'CalendarDayKind',
  description: 'What a day is.',
  valuesMap: {
    WORKDAY: { description: 'A weekday that is worked.' },
    WEEKEND: { description: 'A Saturday or Sunday.' },
    HOLIDAY: { description: 'Off for a holiday (休).' },
    MADE_UP: { description: 'A Saturday or Sunday that is worked for a holiday (班).' },
  },
});

export enum CalendarCertainty {
  NOTICED = 'NOTICED',
  PROVISIONAL = 'PROVISIONAL',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(CalendarCertainty, {
  name: 'CalendarCertainty',
  description: 'How sure it is what a day is.',
  valuesMap: {
    NOTICED: { description: 'The State Council’s notice for the year is in.' },
    PROVISIONAL: { description: 'Only the statutory days are known; days may still be swapped.' },
    UNKNOWN: { description: 'Beyond the lunar table: only weekends are known.' },
  },
});

@ObjectType({ description: 'A day of the working calendar, with what people call it.' })
export class CalendarDay {
  @Field(() => DateScalar, { description: 'The day.' })
  date!: string;

  @Field({ description: 'Whether it is a working day.' })
  working!: boolean;

  @Field(() => CalendarDayKind, { description: 'What it is.' })
  kind!: CalendarDayKind;

  @Field(() => LocalText, {
    nullable: true,
    description: 'The holiday for which it is off or worked; null on ordinary days.',
  })
  holiday!: LocalText | null;

  @Field(() => CalendarCertainty, { description: 'How sure that is.' })
  certainty!: CalendarCertainty;

  @Field(() => String, {
    nullable: true,
    description: 'The lunar day (农历), 八月初八; only said in Chinese; null outside of 2000 to 2060.',
  })
  lunar!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The lunar day for a small cell: 初八, and on the first of a month 八月.',
  })
  lunarShort!: string | null;

  @Field(() => LocalText, { nullable: true, description: 'The solar term that begins (节气), such as 清明.' })
  solarTerm!: LocalText | null;

  @Field(() => LocalText, { nullable: true, description: 'The festival it is, whether off or not, such as 教师节.' })
  festival!: LocalText | null;
}

@ObjectType({ description: 'A day as the text of a notice has it.' })
export class NoticeDay {
  @Field(() => DateScalar, { description: 'The day.' })
  date!: string;

  @Field(() => HolidayDayKind, { description: 'Off or worked.' })
  kind!: HolidayDayKind;

  @Field(() => LocalText, { description: 'Of which holiday.' })
  name!: LocalText;
}

@ObjectType({ description: 'What in the text of a notice cannot be taken over, and what to do about it.' })
export class HolidayNoticeFault {
  @Field(() => Int, { nullable: true, description: 'Its line, from 1; null: the text as a whole.' })
  line!: number | null;

  @Field({ description: 'The text in question.' })
  text!: string;

  @Field(() => LocalText, { description: 'What is wrong.' })
  message!: LocalText;
}

@ObjectType({ description: 'What the text of a notice says. Nothing is saved by reading it.' })
export class HolidayNotice {
  @Field(() => [NoticeDay], { description: 'The days that were read, by date.' })
  days!: NoticeDay[];

  @Field(() => String, { nullable: true, description: 'Title and number of the notice, where the text has them.' })
  basis!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was given, where the text has it.' })
  noticedOn!: string | null;

  @Field(() => [HolidayNoticeFault], { description: 'Lines that could not be read, and rules the days break.' })
  faults!: HolidayNoticeFault[];
}
