import { globalId, localId } from '@dangwu/platform/ids';
import type { EntityManager } from 'typeorm';
import { ActivityTypeEntity, VenueEntity } from '../catalogue/catalogue.entities';
import { platformErrors } from '@dangwu/platform/errors';
import { In } from 'typeorm';
import { planErrors } from './plan.errors';
import type { Minutes } from './occupancy';
import type { TypeTime } from './propose-plan';
import type { PlanSettings } from './year-plan.entity';

/** What a plan begins with: work hours, afternoons for what takes longer, a course in the evening. */
const usual: Readonly<Record<string, { readonly from: string; readonly minutes: number }>> = {
  BRANCH_ASSEMBLY: { from: '14:00', minutes: 90 },
  BRANCH_COMMITTEE_MEETING: { from: '09:30', minutes: 60 },
  GROUP_MEETING: { from: '16:00', minutes: 60 },
  PARTY_LECTURE: { from: '15:00', minutes: 60 },
  THEME_DAY: { from: '14:30', minutes: 120 },
  LIFE_MEETING: { from: '14:00', minutes: 150 },
  DEMOCRATIC_EVALUATION: { from: '14:00', minutes: 120 },
  CENTRAL_GROUP_STUDY: { from: '09:00', minutes: 180 },
  PARTY_SCHOOL: { from: '18:30', minutes: 90 },
  WARNING_EDUCATION: { from: '14:00', minutes: 90 },
};
const otherwise = { from: '14:00', minutes: 90 };

/** The settings of a new plan, for the types that the association's rules ask for. */
export async function usualSettings(tx: EntityManager, associationId: string): Promise<PlanSettings> {
  const types = await tx.query<{ id: string; key: string }[]>(
    `select t.id, t.key from activity_type t where t.association_id = $1 and t.deleted_at is null
       and exists (select from cadence c where c.activity_type_id = t.id and c.deleted_at is null)
     order by t.sort, t.key`,
    [associationId],
  );
  return {
    opensAt: '09:00',
    closesAt: '17:30',
    types: types.map(({ id, key }) => ({
      activityTypeId: globalId('ActivityType', id),
      weekday: null,
      ...(usual[key] ?? otherwise),
      venueId: null,
    })),
  };
}

/** @throws PLAN_HOURS, UNKNOWN_ID */
export async function checkSettings(tx: EntityManager, { opensAt, closesAt, types }: PlanSettings): Promise<void> {
  if (minutesOf(opensAt) >= minutesOf(closesAt)) throw planErrors.PLAN_HOURS({ at: `${opensAt}–${closesAt}` });
  const late = types.find(({ from, minutes }) => minutesOf(from) + minutes > 24 * 60);
  if (late) throw planErrors.PLAN_HOURS({ at: late.from });
  const typeIds = new Set(types.map(({ activityTypeId }) => localId('ActivityType', activityTypeId)));
  const venueIds = new Set(venuesOf({ types }));
  if ((await tx.countBy(ActivityTypeEntity, { id: In([...typeIds]) })) !== typeIds.size)
    throw platformErrors.UNKNOWN_ID();
  if ((await tx.countBy(VenueEntity, { id: In([...venueIds]) })) !== venueIds.size) throw platformErrors.UNKNOWN_ID();
}

export const hoursOf = ({ opensAt, closesAt }: PlanSettings): Minutes => ({
  from: minutesOf(opensAt),
  to: minutesOf(closesAt),
});

/** Settings as the proposal asks for them, by UUIDs. */
export function timesOf({ types }: PlanSettings): (activityTypeId: string) => TypeTime {
  const times = new Map(
    types.map(({ activityTypeId, weekday, from, minutes, venueId }): [string, TypeTime] => [
      localId('ActivityType', activityTypeId),
      { weekday, from: minutesOf(from), minutes, venueId: venueId ? localId('Venue', venueId) : null },
    ]),
  );
  const none: TypeTime = { weekday: null, venueId: null, minutes: otherwise.minutes, from: minutesOf(otherwise.from) };
  return (id) => times.get(id) ?? none;
}

/** UUIDs of the venues that are asked for. */
export const venuesOf = ({ types }: Pick<PlanSettings, 'types'>): string[] =>
  types.flatMap(({ venueId }) => (venueId ? [localId('Venue', venueId)] : []));

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

export const timeOfDay = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
