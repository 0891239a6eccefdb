import { readFileSync, writeSync } from 'node:fs';
import { everyone, roleKeys, roles, vocabulary, type Permission, type Reach } from '@dangwu/access';
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
  on(): void;
  off(): void;
}

const state = globalThis as { mutant?: number };
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
    on: () => (state.mutant = id),
    off: () => delete state.mutant,
  }));

/** What roles hold and how far it reaches are data: each entry left out, each reach another one, each role given more. */
function data(): Mutant[] {
  const lists = roleKeys.map((role) => ({ role, permissions: roles[role].permissions as Permission[] }));
  const held = lists.flatMap(({ role, permissions }) =>
    permissions.map((key): Mutant => ({
      what: `roles: ${role} without ${key}`,
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
  // rows that killed before are asked first: faults of the same kind fall by the same rows
  const rows = areas.flatMap((area) => area.rows.map((row) => ({ row, kills: 0 })));
  const killer = async (): Promise<Row | null> => {
    rows.sort((a, b) => b.kills - a.kills);
    for (const entry of rows) {
      const writes = entry.row.operation.startsWith('Mutation');
      const verdicts = await judge(stage, entry.row, (work) => (writes ? rehearsal.try(work) : work()), true).catch(
        () => null,
      );
      if (verdicts?.every(({ found, expected }) => found === expected)) continue;
      entry.kills++;
      return entry.row;
    }
    return null;
  };
  expect(await killer()).toBeNull();
  const alive: string[] = [];
  for (const { what, on, off } of mutants) {
    on();
    const row = await killer();
    off();
    if (!row) alive.push(what);
    say(row ? `killed    ${what} (${titleOf(row)})` : `SURVIVED  ${what}`);
  }
  await stage.close();
  const unexpected = alive.filter((what) => !survivors.some(({ mutant }) => what.includes(mutant)));
  const killed = mutants.length - alive.length;
  const equivalent = alive.length - unexpected.length;
  say(
    `${killed} of ${mutants.length} mutants killed by the permission matrix alone, ${equivalent} others change nothing a caller can tell`,
  );
  say(`${((100 * killed) / (mutants.length - equivalent)).toFixed(1)} %`);
  expect(killed / (mutants.length - equivalent)).toBeGreaterThanOrEqual(0.95);
});
