import { readFileSync } from 'node:fs';
import path from 'node:path';
import { actsAt, standings, stateTable, type StandingName } from '../trial/state-table';
import { gateOpen, matterActs, possible, type Standing } from './matter-lifecycle';
import { MatterState, OpinionKind } from './matter.enums';

const names = Object.keys(standings) as StandingName[];

it('every state and every opinion has its place in the table', () => {
  const all = Object.values(standings);
  expect(new Set(all.map(({ state }) => state))).toEqual(new Set(Object.values(MatterState)));
  const opinions = all.filter(({ state }) => state === 'REVIEWED').map(({ opinion }) => opinion);
  expect(opinions).toEqual(Object.values(OpinionKind));
});

it.each(names)('what is possible: %s', (name) => {
  const standing = standings[name] as Standing;
  expect(matterActs.filter((act) => possible(act, standing)).sort()).toEqual([...actsAt(name)].sort());
});

it('nothing goes to its decision through a closed gate', () => {
  for (const name of names) {
    const standing = standings[name] as Standing;
    for (const act of ['forward', 'decide', 'execute'] as const)
      if (possible(act, standing)) expect([name, act, gateOpen(standing)]).toEqual([name, act, true]);
  }
});

it('the README shows the table', () => {
  const readme = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
  expect(readme).toContain(stateTable);
});
