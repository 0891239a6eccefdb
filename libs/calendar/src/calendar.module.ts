import { AuditModule } from '@dangwu/platform/audit';
import { Module } from '@nestjs/common';
import './calendar.audited';
import { CalendarResolver } from './calendar.resolver';
import { HolidayYears } from './holidays/holiday-years.service';
import { SetHolidayYear } from './holidays/set-holiday-year';

@Module({
  imports: [AuditModule],
  providers: [HolidayYears, SetHolidayYear, CalendarResolver],
  exports: [HolidayYears],
})
export class CalendarModule {}
