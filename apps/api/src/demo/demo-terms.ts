import type { OrganizationType } from '@dangwu/organization';

/** Where a term stands today. An overdue one was entered while it was still running. */
export type TermState = 'RUNNING' | 'SOON' | 'OVERDUE';

/** How many days ago the two rosters were entered. */
export const earlyDays = 400;
export const lateDays = 30;

const years: Partial<Record<OrganizationType, number>> = {
  FUNCTIONAL_COMMITTEE: 5,
  COMMITTEE: 5,
  GENERAL_BRANCH: 3,
  BRANCH: 3,
  JOINT_BRANCH: 3,
};

/** Believable days and numbers, the same on every load. */
export class Terms {
  private seed = 20190201;

  constructor(private readonly today: string) {}

  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    // mulberry32
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return least + (((t ^ (t >>> 14)) >>> 0) % (most - least + 1));
  }

  /** So many days from today. */
  day(offset: number): string {
    return new Date(Date.parse(this.today) + offset * 86_400_000).toISOString().slice(0, 10);
  }

  /** A founding day from which whole terms lead to one that stands as asked. */
  foundedOn(type: OrganizationType, state: TermState, late: boolean): string {
    const term = years[type];
    if (!term) return this.day(-this.whole(500, 2800));
    const recorded = late ? lateDays : earlyDays;
    const end = {
      OVERDUE: () => this.day(-this.whole(20, 330)),
      SOON: () => this.day(this.whole(8, 165)),
      RUNNING: () => this.day(this.whole(200, term * 365 - recorded - 10)),
    }[state]();
    const terms = this.whole(1, term === 5 ? 3 : 5);
    const year = Number(end.slice(0, 4)) - terms * term;
    return `${year}${end.slice(4) === '-02-29' ? '-02-28' : end.slice(4)}`;
  }
}
