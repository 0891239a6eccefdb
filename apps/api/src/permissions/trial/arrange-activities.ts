import { globalId } from '@dangwu/platform/ids';
import type { Spot, Stage, Thing } from './stage';

/** Activities in every state, and a venue, at every organization; the catalogue is the shipped one. */
export async function activities(stage: Stage): Promise<void> {
  const types = new Map<string, string>();
  for (const spot of stage.spots.values()) {
    const { associationId } = spot.world;
    if (!types.has(associationId))
      types.set(associationId, await entry(spot, 'activity_type', 'ActivityType', 'OTHER'));
    await held(spot, types.get(associationId)!);
  }
  const spot = stage.spot('R');
  stage.values.set('an activity type', types.get(spot.world.associationId)!);
  stage.values.set('a catalogue term', await entry(spot, 'catalogue_term', 'CatalogueTerm', 'INTERNAL'));
}

async function entry({ world }: Spot, table: string, type: string, key: string): Promise<string> {
  const [row] = await world.write((tx) =>
    tx.query<{ id: string }[]>(`select id from ${table} where association_id = $1 and key = $2`, [
      world.associationId,
      key,
    ]),
  );
  return globalId(type, row!.id);
}

async function held(spot: Spot, activityTypeId: string): Promise<void> {
  const { id: organizationId, name } = spot;
  const plan = async (thing: string, on: string, more: object = {}): Promise<Thing> => {
    const times = { startsAt: `${on}T09:00:00+08:00`, endsAt: `${on}T10:00:00+08:00` };
    const title = `${name}的${thing}`;
    const input = { organizationId, activityTypeId, title, ...times, ...more };
    const made = { ...(await send(spot, 'planActivity', input)), name: title };
    spot.things.set(thing, made);
    return made;
  };
  await plan('activity', '2026-09-25');
  await plan('draft', '2026-09-26', { draft: true });
  await plan('past activity', '2026-09-11');
  await plan('held activity', '2026-09-09');
  await plan('begun activity', '2026-09-08');
  const { id, version } = await plan('recorded activity', '2026-09-10');
  const counted = { entitledCount: 9, presentCount: 8 };
  const times = { startsAt: '2026-09-10T09:00:00+08:00', endsAt: '2026-09-10T10:00:00+08:00' };
  const recorded = await send(spot, 'recordActivity', { id, version, ...times, ...counted });
  spot.things.set('recorded activity', { ...recorded, name });
  const venue = await send(spot, 'registerVenue', { organizationId, name: `${name}的会议室`, kind: 'MEETING_ROOM' });
  spot.things.set('venue', { ...venue, name: `${name}的会议室` });
}

async function send({ world }: Spot, name: string, input: object): Promise<{ id: string; version: number }> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { id version } }`;
  const data = await world.as(world.staff).mutate<Record<string, { id: string; version: number }>>(document, { input });
  return data[name]!;
}
