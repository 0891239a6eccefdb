import type { WorkCalendar } from '@dangwu/calendar';
import { daysBetween } from '@dangwu/platform/clock';
import { Occupancy, type Minutes } from './occupancy';
import { WorkingDays } from './working-days';

/** When activities of a type are held, as a plan says it. Times are minutes of the day. */
export interface TypeTime {
  /** 1 Monday to 7 Sunday; null: any, or the rule's */
  readonly weekday: number | null;
  readonly from: number;
  readonly minutes: number;
  readonly venueId: string | null;
}

/** What a rule asks of an organization in a period. */
export interface Duty {
  readonly id: string;
  readonly organizationId: string;
  readonly activityTypeId: string;
  /** within these days */
  readonly from: string;
  readonly to: string;
  readonly required: number;
  /** the fixed day of its rule */
  readonly weekday: number | null;
}

/** An activity that is there already, on the day for which it counts. */
export interface Counted {
  readonly organizationId: string;
  readonly activityTypeId: string;
  readonly day: string;
}

/** When somebody or something is taken already. */
export interface Busy extends Minutes {
  readonly organizationId: string;
  readonly venueId: string | null;
  readonly day: string;
}

/** Where something stands in a plan; without a day it found none. */
export interface Placed extends Minutes {
  readonly organizationId: string;
  readonly activityTypeId: string;
  readonly dutyId: string;
  readonly ordinal: number;
  readonly day: string | null;
  readonly venueId: string | null;
}

/** An item of the plan as it is. */
export interface Present extends Placed {
  /** moved or left out by a person: it stays as it is */
  readonly fixed: boolean;
  readonly leftOut: boolean;
}

/** NO_DAY: no working day is left in the period. NO_TIME: on none of its days are all free. */
export type Unplaced = 'NO_DAY' | 'NO_TIME';

export interface Proposed extends Placed {
  readonly why: Unplaced | null;
}

export interface Question {
  readonly calendar: Pick<WorkCalendar, 'isWorkingDay'>;
  /** the first day on which anything is planned, and the last */
  readonly first: string;
  readonly last: string;
  /** between these minutes of a day; what a type begins outside of them begins at its own time only */
  readonly open: Minutes;
  readonly timeOf: (activityTypeId: string) => TypeTime;
  readonly duties: readonly Duty[];
  readonly counted: readonly Counted[];
  readonly busy: readonly Busy[];
  /** what stays where it can: everything that is placed, and what people decided */
  readonly present: readonly Present[];
  /** who leads an organization; they cannot be at two places at once */
  readonly leaders: ReadonlyMap<string, readonly string[]>;
}

const step = 30;

/**
 * What is to be held when: for every duty that too little is planned for, as many items as are missing, spread over its
 * period. The same question has the same answer. What people moved or left out is not touched and not answered; what
 * stood in the plan stays where it still can, so that planning anew changes no more than it must.
 */
export function proposePlan(question: Question): Proposed[] {
  const steps = proposeInSteps(question);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** As `proposePlan`, telling on the way how many of the duties are looked at, so that a worker can say so. */
export const proposeInSteps = (question: Question): Generator<Thought, Proposed[]> => new Proposal(question).all();

/** How far a proposal is. */
export interface Thought {
  readonly done: number;
  readonly of: number;
}

/** Duties between two words of progress. */
const breath = 200;

class Proposal {
  private readonly taken = new Occupancy();
  private readonly days: WorkingDays;
  /** days that count, of an organization and type */
  private readonly counts = new Map<string, string[]>();
  private readonly leftOut = new Map<string, number>();
  private readonly ordinals = new Map<string, Set<number>>();
  private readonly answer: Proposed[] = [];

  constructor(private readonly question: Question) {
    const { calendar, first, last } = question;
    this.days = new WorkingDays(calendar, first, last);
    for (const one of question.counted) this.count(one, one.day);
    for (const one of question.busy) this.taken.take(this.keys(one), one.day, one);
    for (const item of question.present.filter(({ fixed }) => fixed)) this.keep(item);
  }

  *all(): Generator<Thought, Proposed[]> {
    // the shortest periods first: what is held each week counts for the month, too
    const duties = [...this.question.duties].sort(
      (a, b) =>
        daysBetween(a.from, a.to) - daysBetween(b.from, b.to) ||
        (a.from < b.from ? -1 : a.from > b.from ? 1 : 0) ||
        (a.id < b.id ? -1 : 1),
    );
    const standing = new Map<string, Present[]>();
    for (const item of this.question.present.filter(({ fixed }) => !fixed))
      standing.set(item.dutyId, [...(standing.get(item.dutyId) ?? []), item]);
    for (const duty of duties)
      for (const item of standing.get(duty.id) ?? []) if (this.missing(duty) > 0) this.stay(duty, item);
    for (const [done, duty] of duties.entries()) {
      if (done % breath === 0) yield { done, of: duties.length };
      this.fill(duty);
    }
    return this.answer;
  }

  private keep(item: Present): void {
    this.number(item);
    if (item.leftOut) this.leftOut.set(item.dutyId, (this.leftOut.get(item.dutyId) ?? 0) + 1);
    else if (item.day) this.occupy(item, item.day);
  }

  /** What the plan has, if nothing is against it any more than before. */
  private stay(duty: Duty, item: Present): void {
    const { day } = item;
    if (!day || day < duty.from || day > duty.to || day < this.question.first || !this.days.has(day)) return;
    if (!this.taken.isFree(this.keys(item), day, item)) return;
    this.place(duty, item.ordinal, day, item, item.venueId);
  }

  private fill(duty: Duty): void {
    const missing = this.missing(duty);
    if (missing <= 0) return;
    const time = this.question.timeOf(duty.activityTypeId);
    const from = duty.from < this.question.first ? this.question.first : duty.from;
    const weekday = time.weekday ?? duty.weekday;
    const candidates = weekday ? this.days.onWeekday(weekday, from, duty.to) : this.days.between(from, duty.to);
    const share = 0.2 + 0.5 * shareOf(`${duty.organizationId} ${duty.activityTypeId}`);
    for (let i = 0; i < missing; i++) {
      const ordinal = this.nextOrdinal(duty.id);
      const target = ((i + share) / missing) * candidates.length;
      const found = this.search(duty, time, nearest(candidates, Math.min(candidates.length - 1, Math.floor(target))));
      if (found) this.place(duty, ordinal, found.day, found.span, time.venueId);
      else this.answer.push(unplaced(duty, ordinal, time, candidates.length > 0 ? 'NO_TIME' : 'NO_DAY'));
      this.number({ dutyId: duty.id, ordinal });
    }
  }

  /** A day without anything else and the usual time before any other. */
  private search(
    duty: Duty,
    time: TypeTime,
    days: readonly string[],
  ): { readonly day: string; readonly span: Minutes } | null {
    const keys = this.keys({ organizationId: duty.organizationId, venueId: time.venueId });
    const own = `o ${duty.organizationId}`;
    const usual = { from: time.from, to: time.from + time.minutes };
    const spans = spansOf(time, this.question.open);
    const counted = this.counts.get(keyOf(duty)) ?? [];
    const others = days.filter((day) => !counted.includes(day));
    for (const day of others)
      if (this.taken.isEmpty(own, day) && this.taken.isFree(keys, day, usual)) return { day, span: usual };
    for (const day of [...others, ...days.filter((each) => counted.includes(each))])
      for (const span of spans) if (this.taken.isFree(keys, day, span)) return { day, span };
    return null;
  }

  private place(duty: Duty, ordinal: number, day: string, { from, to }: Minutes, venueId: string | null): void {
    const { id: dutyId, organizationId, activityTypeId } = duty;
    const item = { organizationId, activityTypeId, dutyId, ordinal, venueId, from, to };
    this.number(item);
    this.occupy(item, day);
    this.answer.push({ ...item, day, why: null });
  }

  private occupy(item: Omit<Placed, 'day'>, day: string): void {
    this.taken.take(this.keys(item), day, item);
    this.count(item, day);
  }

  private count(of: Omit<Counted, 'day'>, day: string): void {
    const key = keyOf(of);
    const days = this.counts.get(key);
    if (days) days.push(day);
    else this.counts.set(key, [day]);
  }

  private missing(duty: Duty): number {
    const days = this.counts.get(keyOf(duty)) ?? [];
    const there = days.filter((day) => duty.from <= day && day <= duty.to).length;
    return duty.required - there - (this.leftOut.get(duty.id) ?? 0);
  }

  private keys({ organizationId, venueId }: { organizationId: string; venueId: string | null }): string[] {
    const people = this.question.leaders.get(organizationId) ?? [];
    return [`o ${organizationId}`, ...people.map((id) => `p ${id}`), ...(venueId ? [`v ${venueId}`] : [])];
  }

  private number({ dutyId, ordinal }: { dutyId: string; ordinal: number }): void {
    const numbers = this.ordinals.get(dutyId);
    if (numbers) numbers.add(ordinal);
    else this.ordinals.set(dutyId, new Set([ordinal]));
  }

  private nextOrdinal(dutyId: string): number {
    const numbers = this.ordinals.get(dutyId);
    let ordinal = 1;
    while (numbers?.has(ordinal)) ordinal++;
    return ordinal;
  }
}

const keyOf = ({ organizationId, activityTypeId }: Omit<Counted, 'day'>): string =>
  `${organizationId} ${activityTypeId}`;

const unplaced = (
  { id: dutyId, organizationId, activityTypeId }: Duty,
  ordinal: number,
  { venueId, from, minutes }: TypeTime,
  why: Unplaced,
): Proposed => ({
  organizationId,
  activityTypeId,
  dutyId,
  ordinal,
  day: null,
  venueId,
  from,
  to: from + minutes,
  why,
});

/** The usual time, then the others of the opening hours, the nearest first. */
function spansOf({ from, minutes }: TypeTime, open: Minutes): Minutes[] {
  const usual = { from, to: from + minutes };
  if (from < open.from || usual.to > open.to) return [usual];
  const others: Minutes[] = [];
  for (let at = open.from; at + minutes <= open.to; at += step)
    if (at !== from) others.push({ from: at, to: at + minutes });
  return [usual, ...others.sort((a, b) => Math.abs(a.from - from) - Math.abs(b.from - from) || a.from - b.from)];
}

/** The days, the one at an index first, then those beside it, outwards. */
function nearest(days: readonly string[], index: number): string[] {
  const found: string[] = [];
  for (let away = 0; found.length < days.length; away++)
    for (const at of away === 0 ? [index] : [index - away, index + away])
      if (at >= 0 && at < days.length) found.push(days[at]!);
  return found;
}

/** A number from 0 to below 1 that follows from a text alone: organizations do not all hold the same on the same day. */
function shareOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  // the low bits of this hash are the better ones
  return (hash % 1009) / 1009;
}
