export { Clock, FixedClock, associationZone, dateIn } from './clock';
