import { associationZone } from '@dangwu/platform/clock';
import { instantOf } from '@dangwu/calendar';
import type { LocalText } from '@dangwu/platform/text';
import { timeOfDay } from './plan-settings';
import type { Proposed, Unplaced } from './propose-plan';
import type { PlanItemEntity } from './year-plan.entity';

/** What a person has not decided about an item. */
export type Given = Pick<
  PlanItemEntity,
  | 'id'
  | 'organizationId'
  | 'activityTypeId'
  | 'obligationId'
  | 'ordinal'
  | 'startsAt'
  | 'endsAt'
  | 'heldOn'
  | 'venueId'
  | 'fault'
>;

export type Wanted = Omit<Given, 'id'>;

/** What planning anew changes: nothing else is written. */
export interface PlanDiff {
  readonly added: readonly Wanted[];
  readonly moved: readonly { readonly from: Given; readonly to: Wanted }[];
  readonly removed: readonly Given[];
}

export const unplacedWords: Readonly<Record<Unplaced, LocalText>> = {
  NO_DAY: { zh: '周期内没有剩余的工作日', en: 'No working day is left in its period' },
  NO_TIME: {
    zh: '周期内的工作日都有冲突，没有空闲时间',
    en: 'On each working day of its period somebody or the venue is taken',
  },
};

/** A proposal as it is stored: times of the association. */
export function wantedOf({
  dutyId,
  day,
  from,
  to,
  why,
  organizationId,
  activityTypeId,
  ordinal,
  venueId,
}: Proposed): Wanted {
  const begin = day && instantOf(day, timeOfDay(from), associationZone);
  return {
    organizationId,
    activityTypeId,
    obligationId: dutyId,
    ordinal,
    heldOn: day,
    startsAt: begin || null,
    endsAt: begin ? new Date(begin.getTime() + (to - from) * 60_000) : null,
    venueId,
    fault: why && unplacedWords[why],
  };
}

/** @param present the items of the plan that no person decided about and that are not published */
export function diffOf(present: readonly Given[], proposed: readonly Proposed[]): PlanDiff {
  const left = new Map(present.map((item) => [nameOf(item), item]));
  const added: Wanted[] = [];
  const moved: { from: Given; to: Wanted }[] = [];
  for (const wanted of proposed.map(wantedOf)) {
    const from = left.get(nameOf(wanted));
    left.delete(nameOf(wanted));
    if (!from) added.push(wanted);
    else if (!same(from, wanted)) moved.push({ from, to: wanted });
  }
  return { added, moved, removed: [...left.values()] };
}

const nameOf = ({ obligationId, ordinal }: Pick<Given, 'obligationId' | 'ordinal'>): string =>
  `${obligationId} ${ordinal}`;

const same = (a: Wanted, b: Wanted): boolean =>
  a.startsAt?.getTime() === b.startsAt?.getTime() &&
  a.endsAt?.getTime() === b.endsAt?.getTime() &&
  a.venueId === b.venueId &&
  a.fault?.en === b.fault?.en;
