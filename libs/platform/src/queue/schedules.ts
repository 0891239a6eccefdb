import { Injectable } from '@nestjs/common';
import { associationZone } from '../clock';

export interface Schedule {
  readonly name: string;
  /** five fields, minute first, in the association's zone */
  readonly cron: string;
  readonly run: () => Promise<void>;
}

/** What runs by the clock. Libraries register here when they start; the worker runs it, once for all workers. */
@Injectable()
export class Schedules {
  readonly zone = associationZone;
  private readonly registered = new Map<string, Schedule>();

  on(name: string, cron: string, run: () => Promise<void>): void {
    if (this.registered.has(name)) throw new Error(`The schedule ${name} is registered twice`);
    this.registered.set(name, { name, cron, run });
  }

  all(): readonly Schedule[] {
    return [...this.registered.values()];
  }
}
