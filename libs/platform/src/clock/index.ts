export { Clock, FixedClock, associationZone, dateIn } from './clock';
export { ClockModule } from './clock.module';
export { daysBetween, eachDay, lastDayOf, plusDays, plusMonths, weekdayOf } from './days';
