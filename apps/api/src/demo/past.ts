import { Clock, FixedClock } from '@dangwu/platform/clock';
import type { INestApplicationContext } from '@nestjs/common';

/** The real services as they would have worked on another day: what the demo holds was made by them. */
export class Past {
  private readonly clock: FixedClock;

  constructor(app: INestApplicationContext) {
    const clock = app.get(Clock);
    if (!(clock instanceof FixedClock)) throw new Error('The demo is loaded by a clock that can be set');
    this.clock = clock;
  }

  /** Does something on a day, at 10:20 in the morning. */
  async at<T>(day: string, work: () => Promise<T>): Promise<T> {
    const present = this.clock.now();
    this.clock.set(`${day}T10:20:00+08:00`);
    try {
      return await work();
    } finally {
      this.clock.set(present);
    }
  }
}
