import { Injectable } from '@nestjs/common';

/** Where the association's days begin and end. Its members work by this zone wherever the host stands. */
export const associationZone = 'Asia/Shanghai';

/** The only source of time; tests set it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today's date in the association's zone, `YYYY-MM-DD`. */
  today(zone: string = associationZone): string {
    return dateIn(zone, this.now());
  }
}

/** A clock that stands where it was put: in tests, and while a past is made up for the demo. */
export class FixedClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  override now(): Date {
    return this.instant;
  }

  set(instant: string | Date): void {
    this.instant = new Date(instant);
  }

  advance(milliseconds: number): void {
    this.instant = new Date(this.instant.getTime() + milliseconds);
  }
}

/** By zone: making one takes as long as many statements. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The date of an instant as a wall calendar in `zone` shows it, `YYYY-MM-DD`. */
export function dateIn(zone: string, instant: Date): string {
  let calendar = calendars.get(zone);
  if (!calendar)
    calendars.set(zone, (calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })));
  return calendar.format(instant);
}
