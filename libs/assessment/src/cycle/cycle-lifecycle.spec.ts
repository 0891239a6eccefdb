import { readFileSync } from 'node:fs';
import path from 'node:path';
import { actsAt, cycleColumns, cycleStandings, cycleTable } from '../trial/cycle-table';
import { cycleActs, cyclePossible } from './cycle-lifecycle';
import { cycleStages, CycleStage } from './cycle.enums';

it('every stage and every act has its place in the table', () => {
  expect(cycleStandings).toEqual([...cycleStages, 'cancelled']);
  expect([...cycleColumns].sort()).toEqual([...cycleActs].sort());
});

it.each(cycleStages)('what is possible: %s', (stage) => {
  const possible = cycleActs.filter((act) => cyclePossible(act, { stage, cancelledAt: null }));
  expect([...possible].sort()).toEqual(actsAt(stage).sort());
});

it('nothing is possible once it is cancelled, wherever it stood', () => {
  const standing = (stage: CycleStage) => ({ stage, cancelledAt: new Date() });
  expect(actsAt('cancelled')).toEqual([]);
  expect(cycleStages.flatMap((stage) => cycleActs.filter((act) => cyclePossible(act, standing(stage))))).toEqual([]);
});

it('the README shows the table', () => {
  const readme = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
  expect(readme).toContain(cycleTable);
});
