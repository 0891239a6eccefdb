import { DateScalar, LocalText, Node } from '@dangwu/platform/graphql';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum HolidayYearStatus {
  NOTICED = 'NOTICED',
  PROVISIONAL = 'PROVISIONAL',
}
registerEnumType(HolidayYearStatus, {
  name: 'HolidayYearStatus',
  description: 'How sure the holidays of a year are.',
  valuesMap: {
    NOTICED: { description: 'As the notice of the State Council arranges them, swapped working days included.' },
    PROVISIONAL: { description: 'Only the statutory days: the notice is not out, or not entered, yet.' },
  },
});

export enum HolidayDayKind {
  OFF = 'OFF',
  WORK = 'WORK',
}
registerEnumType(HolidayDayKind, {
  name: 'HolidayDayKind',
  description: 'How a day differs from what its weekday says.',
  valuesMap: {
    OFF: { description: 'Off for a holiday (休).' },
    WORK: { description: 'Worked although it is a Saturday or Sunday (班).' },
  },
});

@ObjectType({ description: 'A day that is not, or not only, what its weekday says (节假日、调休).' })
export class HolidayDay {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => DateScalar, { description: 'The day.' })
  date!: string;

  @Field(() => HolidayDayKind, { description: 'Off or worked.' })
  kind!: HolidayDayKind;

  @Field(() => LocalText, { description: 'Of which holiday.' })
  name!: LocalText;
}

@ObjectType({
  implements: () => [Node],
  description: 'The holidays of a year, with the notice they rest on. Each association keeps its own.',
})
export class HolidayYear implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Pass it back when setting the year; a stale one is refused with CONFLICT.' })
  version!: number;

  @Field(() => Int, { description: 'The year of the notice.' })
  year!: number;

  @Field(() => HolidayYearStatus, { description: 'Whether there is a notice for it.' })
  status!: HolidayYearStatus;

  @Field({ description: 'The notice, or the measure that the statutory days stand in.' })
  basis!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day of the notice; null while there is none.' })
  noticedOn!: string | null;

  @Field(() => [HolidayDay], { description: 'Its days off and worked weekends, by date.' })
  days!: HolidayDay[];
}

@ObjectType({ description: 'A year that begins, or runs, within twelve months and has no notice yet.' })
export class UnnoticedYear {
  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => DateScalar, { description: 'From which day on plans may still shift.' })
  from!: string;

  @Field(() => LocalText, { description: 'What that means, for people.' })
  message!: LocalText;
}
