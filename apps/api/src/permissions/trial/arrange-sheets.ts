import { insertCycle } from './insert-cycle';
import type { Spot, Stage } from './stage';

/** A sheet of a cycle that is in the stage of self-assessment, at every organization. */
export async function sheets(stage: Stage): Promise<void> {
  const byWorld = new Map<Spot['world'], Spot[]>();
  for (const spot of stage.spots.values()) byWorld.set(spot.world, [...(byWorld.get(spot.world) ?? []), spot]);
  for (const [world, spots] of byWorld) {
    const { assessments } = await insertCycle(world, spots);
    for (const { id, name, things } of spots)
      things.set('sheet', { id: assessments.get(id)!, version: 1, name: `${name}的考核` });
  }
}
