import { AuditModule } from '@dangwu/platform/audit';
import { Module } from '@nestjs/common';
import './calendar.audited';
import { CalendarResolver } from './calendar.resolver';
import { HolidayYears } from './holidays/holiday-years.service';
import { SetHolidayYear } from './holidays/set-holiday-year';
import { UnnoticedYearsJob } from './holidays/unnoticed-years.job';

@Module({
  imports: [AuditModule],
  providers: [HolidayYears, SetHolidayYear, UnnoticedYearsJob, CalendarResolver],
  exports: [HolidayYears],
})
export class CalendarModule {}
