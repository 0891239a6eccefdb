import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dispatchStandings, dispatchTable, type DispatchStandingName } from '../trial/dispatch-table';
import { dispatchActs, dispatchPossible, type DispatchStanding } from './dispatch-lifecycle';
import { DispatchState } from './dispatch.enums';

const names = Object.keys(dispatchStandings) as DispatchStandingName[];
const cells = dispatchTable.split('\n').map((line) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim()),
);

it('every state and every act has its place in the table', () => {
  expect(new Set(names.map((name) => dispatchStandings[name].state))).toEqual(new Set(Object.values(DispatchState)));
  expect(cells[0]!.slice(1).sort()).toEqual([...dispatchActs].sort());
  expect(cells.slice(2).map(([name]) => name)).toEqual(names);
});

it.each(names)('what is possible: %s', (name) => {
  const row = cells.find(([first]) => first === name)!;
  const expected = cells[0]!.filter((_, i) => row[i] === 'x').sort();
  const standing = dispatchStandings[name] as DispatchStanding;
  expect(dispatchActs.filter((act) => dispatchPossible(act, standing)).sort()).toEqual(expected);
});

it('the README shows the table', () => {
  const readme = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
  expect(readme).toContain(dispatchTable);
});
