export { Clock, FixedClock, associationZone, dateIn } from './clock';
export { ClockModule } from './clock.module';
