import { CycleStage } from './cycle.enums';
import { checkDeadlines, moved, type Deadline } from './deadlines';
import { datedStages } from './cycle-lifecycle';

const of = (...days: readonly number[]): Deadline[] =>
  datedStages.map((stage, i) => ({ stage, dueOn: `2026-09-${String(days[i] ?? 30).padStart(2, '0')}` }));
const told = (deadlines: readonly Deadline[], from?: CycleStage): string | null => {
  try {
    checkDeadlines(deadlines, '2026-09-10', from);
    return null;
  } catch (error) {
    return (error as { params: { stageEn: string } }).params.stageEn;
  }
};

it('takes deadlines that follow each other, also on one day, from today on', () => {
  expect(told(of(10, 10, 12, 12, 20, 20, 30))).toBeNull();
  expect(told(of(9, 10, 12, 14, 16, 18, 20))).toBe('in self-assessment');
  expect(told(of(10, 12, 11, 14, 16, 18, 20))).toBe('in expert review');
  expect(told(of(10, 12, 13, 14, 16, 18, 20).slice(0, 6))).toBe('final');
});

it('does not look at stages that are over', () => {
  expect(told(of(1, 12, 13, 14, 16, 18, 20), CycleStage.VERIFICATION)).toBeNull();
  expect(told(of(1, 2, 13, 14, 16, 18, 20), CycleStage.VERIFICATION)).toBe('being verified');
});

it('moves those that are named', () => {
  const change = { stage: CycleStage.NOTICE, dueOn: '2026-09-17' };
  expect(moved(of(10, 12, 13, 14, 16, 18, 20), [change])).toEqual(of(10, 12, 13, 14, 17, 18, 20));
});
