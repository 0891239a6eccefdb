import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CalendarDay, HolidayNotice } from './calendar-day.type';
import { labelledDays } from './calendar-days';
import { CalendarDaysArguments, HolidayNoticeArguments } from './calendar.inputs';
import { SetHolidayYearInput } from './holidays/holiday-year.inputs';
import { HolidayYearModel } from './holidays/holiday-year.read-model';
import { HolidayYear, UnnoticedYear } from './holidays/holiday-year.type';
import { HolidayYears } from './holidays/holiday-years.service';
import { checkedNotice } from './holidays/notice/checked-notice';
import { SetHolidayYear } from './holidays/set-holiday-year';
import { unnoticedYears } from './holidays/unnoticed-years';

@Resolver(() => HolidayYear)
export class CalendarResolver {
  constructor(
    private readonly reader: Reader,
    private readonly database: Database,
    private readonly years: HolidayYears,
    private readonly setting: SetHolidayYear,
    private readonly clock: Clock,
  ) {}

  @Requires('calendar.read')
  @Query(() => [HolidayYear], { description: 'The years whose holidays are registered (节假日), the latest first.' })
  holidayYears(@Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    return this.reader.list(HolidayYearModel, {}, info, viewer);
  }

  @Requires('calendar.read')
  @Query(() => [CalendarDay], {
    description: 'Days with whether they are worked, their holiday, lunar day, solar term and festival.',
  })
  calendarDays(@Args() { from, to }: CalendarDaysArguments, @CurrentViewer() viewer: Viewer) {
    return this.database.transaction(viewer.scope('calendar.read'), async (tx) =>
      labelledDays(await this.years.calendar(tx, viewer.association.id), from, to),
    );
  }

  @Requires('calendar.read')
  @Query(() => [UnnoticedYear], {
    description: 'Years within twelve months that have no notice yet: what is planned there may still shift.',
  })
  unnoticedYears(@CurrentViewer() viewer: Viewer) {
    return this.database.transaction(viewer.scope('calendar.read'), async (tx) =>
      unnoticedYears(this.clock.today(), await this.years.all(tx, viewer.association.id)),
    );
  }

  @Requires('calendar.maintain')
  @Query(() => HolidayNotice, {
    description: 'Reads the text of a notice of the State Council, for looking at before it is set; nothing is saved.',
  })
  readHolidayNotice(@Args() { text, year }: HolidayNoticeArguments) {
    return checkedNotice(text, year);
  }

  @Requires('calendar.maintain')
  @Mutation(() => HolidayYear, { description: 'Set the holidays of a year as a whole, with the notice they rest on.' })
  async setHolidayYear(
    @Args('input', { description: 'The year, as it is to be.' }) input: SetHolidayYearInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(HolidayYearModel, { key: await this.setting.set(viewer, input) }, info, viewer);
  }
}
