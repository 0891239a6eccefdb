import { readFileSync, writeSync } from 'node:fs';
import {
  everyone,
  roleKeys,
  roles,
  Viewer,
  Viewers,
  vocabulary,
  type Permission,
  type Reach,
  type RoleKey,
} from '@dangwu/access';
import { areas } from './expected';
import { survivors } from './mutants';
import type { Row } from './table';
import { arrange } from './trial/arrange';
import { judge, titleOf } from './trial/cells';
import { Rehearsal } from './trial/rehearsal';
import { Stage } from './trial/stage';

/** Run by `npm run mutants` on a copy whose policy holds all its mutants; not part of `npm test`. */
interface Mutant {
  readonly what: string;
  /** what a request comes by that can tell: a place in the code, a role asked for a permission */
  readonly at: Touch;
  on(): void;
  off(): void;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

type Touch = number | Permission | `${RoleKey} ${Permission}`;

/** Each of these was asked about once and is named with the reason why nobody can tell; asking takes minutes a mutant. */
const isEquivalent = (what: string): boolean =>
  survivors.some(({ file, mutant }) => new RegExp(`^${escaped(file)}:\\d+ ${escaped(mutant)}`).test(what));

const state = globalThis as { mutant?: number; touched?: Set<Touch> };

/** Notes which roles are asked for which permissions. */
function watchViewers(): void {
  const { area } = Viewer.prototype;
  Viewer.prototype.area = function (this: Viewer, key: string) {
    state.touched?.add(key as Permission);
    for (const { role } of this.grants) state.touched?.add(`${role} ${key as Permission}`);
    return area.call(this, key);
  };
}

const code = (): Mutant[] =>
  (
    JSON.parse(readFileSync(process.env['MUTANTS']!, 'utf8')) as {
      id: number;
      file: string;
      line: number;
      what: string;
    }[]
  ).map(({ id, file, line, what }) => ({
    what: `${file}:${line} ${what}`,
    at: id,
    on: () => (state.mutant = id),
    off: () => delete state.mutant,
  }));

/** What roles hold and how far it reaches are data: each entry left out, each reach another one, each role given more. */
function data(): Mutant[] {
  const lists = roleKeys.map((role) => ({ role, permissions: roles[role].permissions as Permission[] }));
  const held = lists.flatMap(({ role, permissions }) =>
    permissions.map((key): Mutant => ({
      what: `roles: ${role} without ${key}`,
      at: `${role} ${key}`,
      on: () => permissions.splice(permissions.indexOf(key), 1),
      off: () => permissions.push(key),
    })),
  );
  const granted = [...vocabulary.keys()].filter((key) => !everyone.includes(key as Permission)) as Permission[];
  const more = lists.flatMap(({ role, permissions }) =>
    granted
      .filter((key) => !permissions.includes(key))
      .map((key): Mutant => ({
        what: `roles: ${role} with ${key}`,
        at: `${role} ${key}`,
        on: () => permissions.push(key),
        off: () => permissions.splice(permissions.indexOf(key), 1),
      })),
  );
  const reaches = granted.flatMap((key) => {
    const definition = vocabulary.get(key) as { reach: Reach };
    const { reach } = definition;
    return (['LEADS', 'TREE', 'ASSOCIATION', 'OWN'] as const)
      .filter((other) => other !== reach)
      .map((other): Mutant => ({
        at: key,
        what: `permissions: ${key} reaches ${other} instead of ${reach}`,
        on: () => (definition.reach = other),
        off: () => (definition.reach = reach),
      }));
  });
  return [...held, ...more, ...reaches];
}

it('kills the mutants of the policy', async () => {
  const share = Number(process.env['MUTANTS_SHARE']);
  const mutants = [...code(), ...data().filter((_, i) => share >= 1 || i % Math.round(1 / share) === 0)];
  const stage = await Stage.build();
  await arrange(stage);
  const rehearsal = new Rehearsal(stage.world.database);
  const say = (line: string): number => writeSync(1, `${line}\n`);
  watchViewers();
  /** @returns whether all its cells are as the table says */
  const holds = async (row: Row): Promise<boolean> => {
    // a viewer remembered from before a mutant was on would hide it
    stage.world.app.get(Viewers)['remembered']['known'].clear();
    const writes = row.operation.startsWith('Mutation');
    const verdicts = await judge(stage, row, (work) => (writes ? rehearsal.try(work) : work()), true).catch(() => null);
    return verdicts?.every(({ found, expected }) => found === expected) ?? false;
  };
  const rows: { row: Row; touched: Set<Touch>; seconds: number; kills: number }[] = [];
  for (const row of areas.flatMap((area) => area.rows)) {
    const touched = (state.touched = new Set());
    const start = performance.now();
    expect([titleOf(row), await holds(row)]).toEqual([titleOf(row), true]);
    rows.push({ row, touched, seconds: (performance.now() - start) / 1000, kills: 0 });
  }
  delete state.touched;
  // this one looks at everything that roles carry, and asks no viewer for it
  for (const { row, touched } of rows)
    if (row.operation === 'Query accessVocabulary')
      for (const { at } of mutants) if (typeof at === 'string') touched.add(at);
  // rows that killed before are asked first: faults of the same kind fall by the same rows
  const killer = async ({ at }: Mutant): Promise<Row | null> => {
    rows.sort((a, b) => b.kills / b.seconds - a.kills / a.seconds || a.seconds - b.seconds);
    for (const entry of rows) {
      if (!entry.touched.has(at) || (await holds(entry.row))) continue;
      entry.kills++;
      return entry.row;
    }
    return null;
  };
  const alive: string[] = [];
  let equivalent = 0;
  for (const mutant of mutants) {
    const { what } = mutant;
    if (isEquivalent(what)) {
      equivalent++;
      say(`EQUAL     ${what}`);
      continue;
    }
    mutant.on();
    const row = await killer(mutant);
    mutant.off();
    if (!row) alive.push(what);
    say(row ? `killed    ${what} (${titleOf(row)})` : `SURVIVED  ${what}`);
  }
  await stage.close();
  const killed = mutants.length - equivalent - alive.length;
  say(
    `${killed} of ${mutants.length} mutants killed by the permission matrix alone, ${equivalent} others change nothing a caller can tell`,
  );
  say(`${((100 * killed) / (mutants.length - equivalent)).toFixed(1)} %`);
  expect(killed / (mutants.length - equivalent)).toBeGreaterThanOrEqual(0.95);
});
