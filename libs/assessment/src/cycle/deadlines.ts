import { datedStages, orderOf } from './cycle-lifecycle';
import { stageWords } from './cycle-words';
import type { CycleStage } from './cycle.enums';
import { cycleErrors } from './cycle.errors';

export interface Deadline {
  readonly stage: CycleStage;
  readonly dueOn: string;
}

/**
 * Deadlines of all stages, one not before the other.
 * @param from stages before this one are over and not looked at
 * @throws CYCLE_DEADLINES
 */
export function checkDeadlines(deadlines: readonly Deadline[], today: string, from = datedStages[0]!): void {
  const by = new Map(deadlines.map(({ stage, dueOn }) => [stage, dueOn]));
  let before = today;
  for (const stage of datedStages) {
    if (orderOf(stage) < orderOf(from)) continue;
    const dueOn = by.get(stage) ?? '';
    if (dueOn < before) {
      const words = stageWords[stage];
      throw cycleErrors.CYCLE_DEADLINES({ stageZh: words.zh, stageEn: words.en, dueOn: dueOn || '—', today });
    }
    before = dueOn;
  }
}

/** The same with some of them moved. */
export function moved(deadlines: readonly Deadline[], changes: readonly Deadline[]): Deadline[] {
  const by = new Map(changes.map(({ stage, dueOn }) => [stage, dueOn]));
  return deadlines.map(({ stage, dueOn }) => ({ stage, dueOn: by.get(stage) ?? dueOn }));
}
